<?php
declare( strict_types=1 );

namespace Amicable\Rest;

/** The parts of `overview.overview`. Amounts are left out for those who may not see them. */
final class OverviewShape {

	public function __construct(
		private readonly string $currency,
		private readonly bool $sees_money,
	) {
	}

	/**
	 * @param array<string, string|null> $totals
	 * @return array<string, mixed>|null Null: nobody told us about any ticket.
	 */
	public function support( array $totals, ?string $since ): ?array {
		if ( $since === null ) {
			return null;
		}

		return [
			'since'               => Shape::time( $since ),
			'seconds'             => (int) ( $totals['seconds'] ?? 0 ),
			'estimated_share'     => Shape::share( (int) ( $totals['seconds_estimated'] ?? 0 ), (int) ( $totals['seconds'] ?? 0 ) ) ?? 0,
			'customers_over_paid' => (int) ( $totals['over_paid_customers'] ?? 0 ),
			'tickets'             => (int) ( $totals['tickets'] ?? 0 ),
			'tickets_matched'     => (int) ( $totals['tickets_matched'] ?? 0 ),
			'customers_matched'   => (int) ( $totals['customers_matched'] ?? 0 ),
		] + $this->amounts( [
			'cost'      => $totals['support_cost'] ?? null,
			'over_paid' => $totals['over_paid'] ?? '0',
		] );
	}

	/**
	 * @param array<string, string|null>       $totals
	 * @param list<array<string, string|null>> $paid Per currency.
	 * @return array<string, mixed>
	 */
	public function figures( array $totals, array $paid ): array {
		$figures = array_map( static fn ( string $name ): int => (int) ( $totals[ $name ] ?? 0 ), [
			'customers'            => 'customers',
			'orders'               => 'orders',
			'orders_not_converted' => 'orders_not_converted',
		] );
		$sums    = array_map( static fn ( array $line ): ?array => Shape::money( $line['paid'], (string) $line['currency'] ), $paid );

		return $figures + ( $this->sees_money ? [ 'paid' => $sums ] : [] ) + $this->amounts( [
			'paid_base' => $totals['paid_base'] ?? null,
			'margin'    => $totals['margin'] ?? null,
		] );
	}

	/**
	 * @param array<string, string|null> $imports
	 * @return array{state: string, done: int, total: int}
	 */
	public static function import( array $imports ): array {
		return [
			'state' => match ( true ) {
				(int) ( $imports['running'] ?? 0 ) > 0 => 'running',
				(int) ( $imports['failed'] ?? 0 ) > 0  => 'failed',
				(int) ( $imports['ended'] ?? 0 ) > 0   => 'done',
				default                                => 'idle',
			},
			'done'  => (int) ( $imports['done'] ?? 0 ),
			'total' => (int) ( $imports['total'] ?? 0 ),
		];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array{kind: string, id: int, label: string, since: string|null}
	 */
	public static function todo( array $row ): array {
		$kind = (string) $row['kind'];
		$name = (string) $row['name'] !== '' ? (string) $row['name'] : (string) $row['email'];
		$what = str_starts_with( $kind, 'run_' ) ? Words::run( (string) $row['about'] ) : Words::pattern( (string) $row['about'] );

		return [
			'kind'  => $kind,
			'id'    => (int) $row['id'],
			/* translators: 1: name of a customer, 2: what it is about, "Refund and end license" or the name of a pattern. */
			'label' => $kind === 'unmatched' ? $name : sprintf( __( '%1$s: %2$s', 'amicable' ), $name, $what ),
			'since' => Shape::time( $row['since'] ),
		];
	}

	/**
	 * @param array<string, string|null> $amounts
	 * @return array<string, array{minor: int, currency: string}|null> Known ones only.
	 */
	private function amounts( array $amounts ): array {
		$known = $this->sees_money ? array_filter( $amounts, static fn ( ?string $minor ): bool => $minor !== null ) : [];

		return array_map( fn ( string $minor ): ?array => Shape::money( $minor, $this->currency ), $known );
	}
}
