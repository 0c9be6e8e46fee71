<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

interface Database {

	public function remember(): void;

	public function restore(): void;
}
