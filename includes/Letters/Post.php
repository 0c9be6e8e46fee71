<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use DateTimeImmutable;

/** One message as everybody would see it. */
final class Post {

	/**
	 * @param 'customer'|'us'|'draft' $who
	 * @param string                  $language Of our own words; empty: as the customer's.
	 */
	public function __construct(
		public readonly string $who,
		public readonly ?DateTimeImmutable $at,
		public readonly string $text,
		public readonly string $language = '',
	) {
	}
}
