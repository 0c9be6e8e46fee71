<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Rules;

use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\Silence;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;

/**
 * Support costs more than the customer paid.
 *
 * It has to hold against what they paid and against what they were charged, so that a refund alone never makes it true; it says nothing where
 * the two sides cannot be compared, and nothing of a few short tickets.
 */
final class CostOverPaid implements Pattern {

	private const MILLION = 1_000_000;

	/** @param array{watch_millionths: int, flag_millionths: int, tickets: int, minutes: int} $threshold */
	public function __construct( private readonly array $threshold ) {
	}

	public function slug(): Slug {
		return Slug::CostOverPaid;
	}

	public function judge( CustomerView $customer ): Finding|Silence {
		[ $paid, $gross, $cost ] = [ $customer->paid, $customer->gross, $customer->cost ];
		if ( $customer->unknown !== null || $paid === null || $gross === null || $cost === null ) {
			return new Silence( $customer->unknown ?? 'figures_unknown' );
		}
		if ( $paid <= 0 ) {
			return new Silence( 'nothing_paid' );
		}
		$counted = array_values( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->is_theirs() ) );
		if ( count( $counted ) < $this->threshold['tickets'] || $customer->seconds < $this->threshold['minutes'] * 60 ) {
			return new Silence( 'too_little_support' );
		}
		$level = $this->level( $cost, min( $paid, $gross ), max( $paid, $gross ) );

		return $level === null ? new Silence() : new Finding(
			Slug::CostOverPaid,
			$level,
			$this->since( $customer ),
			[
				'ratio_millionths' => self::millionths( $cost, $paid ),
				'tickets'          => count( $counted ),
				'minutes'          => intdiv( $customer->seconds, 60 ),
			],
			$this->threshold,
			array_map( static fn ( TicketView $ticket ): Evidence => new Evidence( $ticket->id, $ticket->message_id, 'support_time', $ticket->quote, $ticket->asked_at, $ticket->url ), $counted ),
		);
	}

	/** Above, not at: who costs just what they paid is even. Both sums are compared, since either may be the larger. */
	private function level( int $cost, int $less, int $more ): ?Level {
		return match ( true ) {
			self::is_above( $cost, $less, $this->threshold['flag_millionths'] ) && self::is_above( $cost, $more, $this->threshold['flag_millionths'] )   => Level::Flag,
			self::is_above( $cost, $less, $this->threshold['watch_millionths'] ) && self::is_above( $cost, $more, $this->threshold['watch_millionths'] ) => Level::Watch,
			default => null,
		};
	}

	/** In integers, without a rounded ratio: cost × 1 against paid × 2. */
	private static function is_above( int $cost, int $sum, int $millionths ): bool {
		$shared = self::common( $millionths, self::MILLION );

		return $cost * intdiv( self::MILLION, $shared ) > $sum * intdiv( $millionths, $shared );
	}

	private static function common( int $a, int $b ): int {
		return $b === 0 ? max( 1, $a ) : self::common( $b, $a % $b );
	}

	/** Without leaving the integers, whatever the sums. */
	private static function millionths( int $cost, int $paid ): int {
		$whole = intdiv( $cost, $paid );
		$rest  = $cost % $paid;

		return $whole * self::MILLION + ( $rest < intdiv( PHP_INT_MAX, self::MILLION ) ? intdiv( $rest * self::MILLION, $paid ) : intdiv( $rest, max( 1, intdiv( $paid, self::MILLION ) ) ) );
	}

	/** The moment of the ticket with which it came to be true. */
	private function since( CustomerView $customer ): int {
		$charged = array_values( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => ! $ticket->is_ours && ! $ticket->before_purchase ) );
		$cost    = (int) $customer->cost - array_sum( array_map( static fn ( TicketView $ticket ): int => (int) $ticket->cost, $charged ) );
		$seconds = $customer->seconds - array_sum( array_map( static fn ( TicketView $ticket ): int => $ticket->seconds, $charged ) );
		$count   = 0;
		$at      = 0;
		foreach ( $charged as $ticket ) {
			$at       = $ticket->asked_at;
			$cost    += (int) $ticket->cost;
			$seconds += $ticket->seconds;
			$count   += $ticket->is_new ? 1 : 0;
			if ( $count >= $this->threshold['tickets'] && $seconds >= $this->threshold['minutes'] * 60 && $this->level( $cost, (int) $customer->paid, (int) $customer->gross ) !== null ) {
				break;
			}
		}

		return $at;
	}
}
