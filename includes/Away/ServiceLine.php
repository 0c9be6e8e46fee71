<?php
declare( strict_types=1 );

namespace Amicable\Away;

use Amicable\Stores\OrderRef;
use DateTimeImmutable;

/** A service that was bought: its data can be fetched for so many days after the end. */
final class ServiceLine {

	public function __construct(
		public readonly OrderRef $order,
		public readonly string $number,
		public readonly int $product_id,
		public readonly string $name,
		public readonly int $days,
	) {
	}

	/** The last moment of that day, so that "until the 3rd" holds all of the 3rd. */
	public function closes_at( DateTimeImmutable $ended ): DateTimeImmutable {
		return $ended->modify( "+$this->days days" )->setTime( 23, 59, 59 );
	}
}
