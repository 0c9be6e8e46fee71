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

/**
 * Something goes the wrong way: the last four weeks beside the four before them. Only ever *watch*, and silent where a pattern says the same already: a reason to help
 * in time, no more.
 */
final class EarlySigns implements Pattern {

	public const SPAN = 28 * 86400;

	/** Fewer than this is no direction. */
	public const QUESTIONS = 4;

	private const WORDS = 2;

	private const TIMES = 2;

	/** How far ahead the pace of the last weeks is followed. */
	private const AHEAD_DAYS = 90;

	private const STRAINED = [ Label::Abuse, Label::Expectation, Label::Freebie, Label::DoItForMe ];

	/**
	 * @param array{watch: int, flag: int, days: int, answered_percent: int, known: int}      $docs
	 * @param array{watch_millionths: int, flag_millionths: int, tickets: int, minutes: int} $cost
	 */
	public function __construct(
		private readonly array $docs,
		private readonly array $cost,
	) {
	}

	public function slug(): Slug {
		return Slug::EarlySigns;
	}

	public function judge( CustomerView $customer ): Finding|Silence {
		if ( $customer->is_new() ) {
			return new Silence( 'new_customer' );
		}
		$tickets  = array_values( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->is_new && ! $ticket->is_ours && ! $ticket->before_purchase ) );
		$measured = $this->questions( $tickets, $customer->as_of ) + $this->bill( $customer, $tickets ) + self::tone( $customer );
		if ( $measured === [] ) {
			return new Silence();
		}
		$evidence = self::evidence( $customer, $tickets, $measured );

		return new Finding( Slug::EarlySigns, Level::Watch, $evidence === [] ? 0 : max( array_map( static fn ( Evidence $one ): int => $one->at, $evidence ) ), $measured, [ 'days' => intdiv( self::SPAN, 86400 ) ], $evidence );
	}

	/**
	 * @param list<TicketView> $tickets
	 * @return array<string, int>
	 */
	private function questions( array $tickets, int $as_of ): array {
		[ $now, $before ] = [ count( self::within( $tickets, $as_of, 0 ) ), count( self::within( $tickets, $as_of, 1 ) ) ];
		$lately           = count( array_filter( $tickets, fn ( TicketView $ticket ): bool => $ticket->asked_at > $as_of - $this->docs['days'] * 86400 ) );
		$shows            = $now >= self::QUESTIONS && $now >= self::TIMES * $before && $lately < $this->docs['watch'];

		return $shows ? [ 'tickets' => $now, 'tickets_before' => $before ] : [];
	}

	/**
	 * Not above the line yet, and above it soon at this pace.
	 *
	 * @param list<TicketView> $tickets
	 * @return array<string, int>
	 */
	private function bill( CustomerView $customer, array $tickets ): array {
		[ $cost, $paid ] = [ $customer->cost, $customer->paid ];
		if ( $customer->unknown !== null || $cost === null || $paid === null || $paid <= 0 ) {
			return [];
		}
		$spent            = static fn ( int $place ): int => array_sum( array_map( static fn ( TicketView $ticket ): int => (int) $ticket->cost, self::within( $tickets, $customer->as_of, $place ) ) );
		[ $now, $before ] = [ $spent( 0 ), $spent( 1 ) ];
		$ahead            = $cost + intdiv( $now * self::AHEAD_DAYS * 86400, self::SPAN );
		$line             = $this->cost['watch_millionths'] / 1_000_000;
		$shows            = $now > 0 && $now >= self::TIMES * $before && $cost <= $line * $paid && $ahead > $line * $paid && count( $tickets ) >= $this->cost['tickets'];

		return $shows ? [ 'cost_percent' => intdiv( 100 * $cost, $paid ), 'cost_percent_ahead' => intdiv( 100 * $ahead, $paid ) ] : [];
	}

	/** @return array<string, int> */
	private static function tone( CustomerView $customer ): array {
		[ $now, $before ] = [ count( self::strained( $customer, 0 ) ), count( self::strained( $customer, 1 ) ) ];
		$praise           = count( $customer->remarks( 2 * intdiv( self::SPAN, 86400 ), Label::Praise, Label::Apology ) );

		return $now >= self::WORDS && $now >= self::TIMES * $before ? [ 'strained' => $now, 'strained_before' => $before, 'praise' => $praise ] : [];
	}

	/** @return list<Remark> Messages with strained words, of the last span or the one before. */
	private static function strained( CustomerView $customer, int $place ): array {
		$until = $customer->as_of - $place * self::SPAN;

		return array_values( array_filter( $customer->remarks( 2 * intdiv( self::SPAN, 86400 ), ...self::STRAINED ), static fn ( Remark $remark ): bool => ! $remark->is_ours && $remark->at <= $until && $remark->at > $until - self::SPAN ) );
	}

	/**
	 * @param list<TicketView> $tickets
	 * @return list<TicketView>
	 */
	private static function within( array $tickets, int $as_of, int $place ): array {
		$until = $as_of - $place * self::SPAN;

		return array_values( array_filter( $tickets, static fn ( TicketView $ticket ): bool => $ticket->asked_at <= $until && $ticket->asked_at > $until - self::SPAN ) );
	}

	/**
	 * @param list<TicketView>   $tickets
	 * @param array<string, int> $measured
	 * @return list<Evidence> Whole questions: dismissing mutes those.
	 */
	private static function evidence( CustomerView $customer, array $tickets, array $measured ): array {
		$asked = isset( $measured['tickets'] ) || isset( $measured['cost_percent'] ) ? self::within( $tickets, $customer->as_of, 0 ) : [];
		$keyed = [];
		foreach ( $asked as $ticket ) {
			$one                  = new Evidence( $ticket->id, $ticket->message_id, 'asked_lately', $ticket->quote, $ticket->asked_at, $ticket->url );
			$keyed[ $one->key() ] = $one;
		}
		foreach ( isset( $measured['strained'] ) ? self::strained( $customer, 0 ) : [] as $remark ) {
			$said = $remark->gravest( ...self::STRAINED );
			if ( $said !== null ) {
				$keyed[ $remark->key() ] = $remark->evidence( $said );
			}
		}

		return array_values( $keyed );
	}
}
