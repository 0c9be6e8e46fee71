<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

use Generator;

/** Some days in a row, whatever the hour they begin: days × 24 hours, the last moment in, the first one out. */
final class Window {

	public const REACH_SECONDS = 90 * 86400;

	/** @param list<TicketView> $tickets Oldest first. */
	private function __construct(
		public readonly int $ended_at,
		public readonly array $tickets,
	) {
	}

	/**
	 * Every window that ended with one of the tickets within the last ninety days and holds enough of them. A window that is part of a fuller one
	 * is left out: whoever looks at half a burst may find what the whole does not show.
	 *
	 * @param list<TicketView> $tickets Oldest first.
	 * @return Generator<int, self>
	 */
	public static function all( array $tickets, int $days, int $least, int $as_of ): Generator {
		$tickets = array_values( array_filter( $tickets, static fn ( TicketView $ticket ): bool => $ticket->asked_at <= $as_of ) );
		$first   = 0;
		foreach ( $tickets as $last => $ticket ) {
			while ( $tickets[ $first ]->asked_at <= $ticket->asked_at - $days * 86400 ) {
				++$first;
			}
			$next    = $tickets[ $last + 1 ] ?? null;
			$is_part = $next !== null && $tickets[ $first ]->asked_at > $next->asked_at - $days * 86400;
			if ( ! $is_part && $ticket->asked_at >= $as_of - self::REACH_SECONDS && $last - $first + 1 >= $least ) {
				yield new self( $ticket->asked_at, array_slice( $tickets, $first, $last - $first + 1 ) );
			}
		}
	}

	public function count(): int {
		return count( $this->tickets );
	}

	/** Of how many it is known whether the docs answer them. */
	public function known(): int {
		return count( array_filter( $this->tickets, static fn ( TicketView $ticket ): bool => $ticket->docs_answered !== null ) );
	}

	public function answered(): int {
		return count( array_filter( $this->tickets, static fn ( TicketView $ticket ): bool => $ticket->docs_answered === true ) );
	}
}
