<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Rules;

use Amicable\Language\Label;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Pattern;
use Amicable\Patterns\PerSite;
use Amicable\Patterns\Remark;
use Amicable\Patterns\Silence;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;

/**
 * Something goes the wrong way: the last days beside as many before them. Only ever *watch*, and silent where a pattern says the same already: a reason to help
 * in time, no more.
 */
final class EarlySigns implements Pattern {

	private const STRAINED = [ Label::Abuse, Label::Expectation, Label::Freebie, Label::DoItForMe ];

	/** @var list<Pattern> */
	private readonly array $told;

	/**
	 * @param array{watch: int, flag: int, days: int, answered_percent: int, known: int}      $docs
	 * @param array{watch_millionths: int, flag_millionths: int, tickets: int, minutes: int} $cost
	 * @param array{questions: int, strained: int, times: int, days: int, ahead: int}        $lines Fewer `questions` or `strained` messages are no direction; `times` as many as before are one, and their pace is followed for `ahead` days.
	 * @param Pattern                                                                        ...$told What tells of strained words by itself: where one of them shows, the tone need not.
	 */
	public function __construct(
		private readonly array $docs,
		private readonly array $cost,
		private readonly array $lines,
		Pattern ...$told,
	) {
		$this->told = array_values( $told );
	}

	public function slug(): Slug {
		return Slug::EarlySigns;
	}

	public function judge( CustomerView $customer ): Finding|Silence {
		if ( $customer->is_new() ) {
			return new Silence( 'new_customer' );
		}
		$tickets  = array_values( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->is_theirs() ) );
		$measured = $this->questions( self::questions_of( $tickets ), $customer ) + $this->bill( $customer, $tickets ) + $this->tone( $customer );
		if ( $measured === [] ) {
			return new Silence();
		}
		$evidence = $this->evidence( $customer, $tickets, $measured );

		return new Finding( Slug::EarlySigns, Level::Watch, $evidence === [] ? 0 : max( array_map( static fn ( Evidence $one ): int => $one->at, $evidence ) ), $measured, [ 'days' => $this->lines['days'] ], $evidence );
	}

	/**
	 * @param list<TicketView> $tickets
	 * @return list<TicketView> All of them take time; not all of them are counted as asking.
	 */
	private static function questions_of( array $tickets ): array {
		return array_values( array_filter( $tickets, static fn ( TicketView $ticket ): bool => $ticket->is_question() ) );
	}

	/**
	 * @param list<TicketView> $tickets
	 * @return array<string, int>
	 */
	private function questions( array $tickets, CustomerView $customer ): array {
		$as_of            = $customer->as_of;
		[ $now, $before ] = [ count( $this->within( $tickets, $as_of, 0 ) ), count( $this->within( $tickets, $as_of, 1 ) ) ];
		$lately           = count( array_filter( $tickets, fn ( TicketView $ticket ): bool => $ticket->asked_at > $as_of - $this->docs['days'] * 86400 ) );
		$shows            = $now >= PerSite::line( $this->lines['questions'], $customer->sites ) && $now >= $this->lines['times'] * $before && $lately < PerSite::line( $this->docs['watch'], $customer->sites );

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
		$spent            = fn ( int $place ): int => array_sum( array_map( static fn ( TicketView $ticket ): int => (int) $ticket->cost, $this->within( $tickets, $customer->as_of, $place ) ) );
		[ $now, $before ] = [ $spent( 0 ), $spent( 1 ) ];
		$ahead            = $cost + intdiv( $now * $this->lines['ahead'], $this->lines['days'] );
		$line             = $this->cost['watch_millionths'] / 1_000_000;
		$shows            = $now > 0 && $now >= $this->lines['times'] * $before && $cost <= $line * $paid && $ahead > $line * $paid && count( $tickets ) >= $this->cost['tickets'];

		return $shows ? [ 'cost_percent' => intdiv( 100 * $cost, $paid ), 'cost_percent_ahead' => intdiv( 100 * $ahead, $paid ) ] : [];
	}

	/** @return array<string, int> */
	private function tone( CustomerView $customer ): array {
		foreach ( $this->told as $pattern ) {
			if ( $pattern->judge( $customer ) instanceof Finding ) {
				return [];
			}
		}
		[ $now, $before ] = [ count( $this->strained( $customer, 0 ) ), count( $this->strained( $customer, 1 ) ) ];
		$praise           = count( $customer->remarks( 2 * $this->lines['days'], Label::Praise, Label::Apology ) );

		return $now >= $this->lines['strained'] && $now >= $this->lines['times'] * $before ? [ 'strained' => $now, 'strained_before' => $before, 'praise' => $praise ] : [];
	}

	/** @return list<Remark> Messages with strained words, of the last span or the one before. */
	private function strained( CustomerView $customer, int $place ): array {
		$span  = $this->lines['days'] * 86400;
		$until = $customer->as_of - $place * $span;

		return array_values( array_filter( $customer->remarks( 2 * $this->lines['days'], ...self::STRAINED ), static fn ( Remark $remark ): bool => ! $remark->is_ours && $remark->at <= $until && $remark->at > $until - $span ) );
	}

	/**
	 * @param list<TicketView> $tickets
	 * @return list<TicketView>
	 */
	private function within( array $tickets, int $as_of, int $place ): array {
		$span  = $this->lines['days'] * 86400;
		$until = $as_of - $place * $span;

		return array_values( array_filter( $tickets, static fn ( TicketView $ticket ): bool => $ticket->asked_at <= $until && $ticket->asked_at > $until - $span ) );
	}

	/**
	 * @param list<TicketView>   $tickets
	 * @param array<string, int> $measured
	 * @return list<Evidence> Whole questions: dismissing mutes those.
	 */
	private function evidence( CustomerView $customer, array $tickets, array $measured ): array {
		$asked = match ( true ) {
			isset( $measured['cost_percent'] ) => $this->within( $tickets, $customer->as_of, 0 ),
			isset( $measured['tickets'] )      => $this->within( self::questions_of( $tickets ), $customer->as_of, 0 ),
			default                            => [],
		};
		$keyed = [];
		foreach ( $asked as $ticket ) {
			$one                  = new Evidence( $ticket->id, $ticket->message_id, 'asked_lately', $ticket->quote, $ticket->asked_at, $ticket->url );
			$keyed[ $one->key() ] = $one;
		}
		foreach ( isset( $measured['strained'] ) ? $this->strained( $customer, 0 ) : [] as $remark ) {
			$said = $remark->gravest( ...self::STRAINED );
			if ( $said !== null ) {
				$keyed[ $remark->key() ] = $remark->evidence( $said );
			}
		}

		return array_values( $keyed );
	}
}
