<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\HelpDesks\Ticket;
use DateTimeImmutable;

/** Everything that is loaded into Practice, made up and in order. */
final class World {

	/**
	 * @param list<Sale>   $sales   By id, which is the order of time.
	 * @param list<Ticket> $tickets In the order of time.
	 */
	public function __construct(
		public readonly array $sales,
		public readonly array $tickets,
		public readonly Stories $stories,
		public readonly DateTimeImmutable $today,
	) {
	}
}
