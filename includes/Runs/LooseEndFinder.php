<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Offboarding\Holdings;
use Amicable\Offboarding\LooseEnd;
use Amicable\Offboarding\LooseEndRules;
use Amicable\Storage\Disputes;
use Amicable\Storage\Payouts;
use Amicable\Storage\Undos;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;

/** Reads back what refunded orders left open, by the checks of the proof. Changes nothing. */
final class LooseEndFinder {

	public function __construct(
		private readonly Sources $sources,
		private readonly Disputes $disputes,
		private readonly Payouts $payouts,
		private readonly Undos $undos,
	) {
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<LooseEnd>
	 */
	public function find( array $refs ): array {
		return $this->look( $refs )[0];
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return array{list<LooseEnd>, Holdings} What is open, and all that these orders brought.
	 */
	public function look( array $refs ): array {
		if ( $refs === [] ) {
			return [ [], new Holdings() ];
		}
		$nobody   = new Keys( [], [] );
		$holdings = $this->sources->holdings( $refs, $nobody );
		$all      = self::each_once( [ ...$refs, ...$holdings->orders() ] );
		$rules    = new LooseEndRules( $this->sources->orders( $all ), $this->disputes->of_all( $all ), $this->disputes->lost_at( $refs ), $holdings, $this->payouts->of( $refs ) );

		return [ $rules->judge( $this->unwanted( $this->sources->answers( $refs, $nobody ) ) ), $holdings ];
	}

	/**
	 * Without what somebody gave back on purpose.
	 *
	 * @param list<Obligation> $answers
	 * @return list<Obligation>
	 */
	private function unwanted( array $answers ): array {
		$refs  = array_map( static fn ( Obligation $answer ): string => $answer->open ? (string) $answer->ref : '', $answers );
		$given = $this->undos->among( array_values( array_unique( array_diff( $refs, [ '' ] ) ) ) );

		return array_values( array_filter( $answers, static fn ( Obligation $answer ): bool => ! in_array( $answer->ref, $given, true ) ) );
	}

	/** @return list<string> Systems whose silence means that nothing is open. */
	public function asked(): array {
		return $this->sources->names();
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<OrderRef>
	 */
	public static function each_once( array $refs ): array {
		$once = [];
		foreach ( $refs as $ref ) {
			$once[ $ref->key() ] = $ref;
		}

		return array_values( $once );
	}
}
