<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Rules;

use Amicable\Language\Label;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\Remark;
use Amicable\Patterns\Silence;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;

/** Somebody counts on answers within the hour, on a phone line, on work that was never sold. Only ever watched: a reason to explain how we work, never one to part. */
final class Expectations implements Pattern {

	/** @param array{messages: int, days: int} $threshold */
	public function __construct( private readonly array $threshold ) {
	}

	public function slug(): Slug {
		return Slug::Expectations;
	}

	public function judge( CustomerView $customer ): Finding|Silence {
		$remarks = array_values( array_filter( $customer->remarks( $this->threshold['days'], Label::Expectation ), static fn ( Remark $remark ): bool => ! $remark->is_ours ) );
		if ( $remarks === [] || count( $remarks ) < $this->threshold['messages'] ) {
			return new Silence();
		}

		return new Finding(
			Slug::Expectations,
			Level::Watch,
			$remarks[ max( 0, $this->threshold['messages'] - 1 ) ]->at,
			[
				'messages'      => count( $remarks ),
				'reply_minutes' => self::reply_minutes( $customer->tickets ),
			],
			$this->threshold,
			array_values( array_filter( array_map( self::evidence( ... ), $remarks ) ) ),
		);
	}

	/**
	 * How long the middle one of them waited for a first answer.
	 *
	 * @param list<TicketView> $tickets
	 */
	private static function reply_minutes( array $tickets ): ?int {
		$seconds = array_values( array_filter( array_map( static fn ( TicketView $ticket ): ?int => $ticket->replied_after, $tickets ), is_int( ... ) ) );
		sort( $seconds );

		return $seconds === [] ? null : intdiv( $seconds[ intdiv( count( $seconds ), 2 ) ], 60 );
	}

	private static function evidence( Remark $remark ): ?Evidence {
		$said = $remark->gravest( Label::Expectation );

		return $said === null ? null : $remark->evidence( $said );
	}
}
