<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** A rule that can be true of a customer. Same facts, same answer: it asks no clock and no database. */
interface Pattern {

	public function slug(): Slug;

	public function judge( CustomerView $customer ): Finding|Silence;
}
