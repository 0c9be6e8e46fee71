<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use DateTimeImmutable;

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
			'high_value'           => 'high_value',
		] );
		$sums    = [
			'paid'     => self::sums( $paid, 'paid' ),
			'refunded' => self::sums( $paid, 'refunded' ),
			'fees'     => self::sums( $paid, 'fees' ),
		];

		return $figures + ( $this->sees_money ? $sums : [] ) + $this->amounts( [
			'paid_base' => $totals['paid_base'] ?? null,
			'margin'    => $totals['margin'] ?? null,
		] );
	}

	/**
	 * @param list<array<string, string|null>> $scheduled Per currency.
	 * @return array<string, mixed> What refunds left half done, and what would still be charged for it.
	 */
	public function loose_ends( int $open, array $scheduled ): array {
		return [ 'open' => $open ] + ( $this->sees_money ? [ 'scheduled' => self::sums( $scheduled, 'amount' ) ] : [] );
	}

	/**
	 * @param list<array<string, string|null>> $parts
	 * @return array<string, mixed>|null
	 */
	public function curve( array $parts ): ?array {
		return ! $this->sees_money || $parts === [] ? null : [
			'kind'  => (string) $parts[0]['kind'],
			'as_of' => Shape::time( $parts[0]['counted_at'] ),
			'parts' => array_map(
				static fn ( array $part ): array => [
					'customers' => (int) $part['customers'],
					'amount'    => Shape::money( $part['amount'], (string) $part['currency'] ),
				],
				$parts
			),
		];
	}

	/**
	 * @param list<array<string, string|null>> $lines Per currency.
	 * @return array<string, mixed>
	 */
	public function renewals( array $lines, DateTimeImmutable $until ): array {
		return [
			'count' => array_sum( array_map( static fn ( array $line ): int => (int) $line['renewals'], $lines ) ),
			'until' => Shape::time( $until ),
		] + ( $this->sees_money ? [ 'amounts' => self::sums( $lines, 'amount' ) ] : [] );
	}

	/**
	 * @param array<string, string|null> $line
	 * @return array{currency: string, orders: int}
	 */
	public static function rate_missing( array $line ): array {
		return [
			'currency' => (string) $line['currency'],
			'orders'   => (int) $line['orders'],
		];
	}

	/**
	 * @param list<array<string, string|null>> $lines Per currency.
	 * @return list<array{minor: int, currency: string}|null> What is nothing is left out.
	 */
	private static function sums( array $lines, string $column ): array {
		$lines = array_filter( $lines, static fn ( array $line ): bool => $column === 'paid' || (int) $line[ $column ] !== 0 );

		return array_values( array_map( static fn ( array $line ): ?array => Shape::money( $line[ $column ], (string) $line['currency'] ), $lines ) );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array{kind: string, id: int, label: string, since: string|null}
	 */
	public static function todo( array $row ): array {
		$kind = (string) $row['kind'];
		$name = (string) $row['name'] !== '' ? (string) $row['name'] : (string) $row['email'];
		if ( $kind === 'dispute' ) {
			return self::dispute( $row, $name );
		}
		if ( CaseWords::is_due( $kind ) ) {
			return CaseWords::due( $row, $name );
		}
		$what = str_starts_with( $kind, 'run_' ) ? Words::run( (string) $row['about'] ) : Words::pattern( (string) $row['about'] );

		return [
			'kind'  => $kind,
			'id'    => (int) $row['id'],
			/* translators: 1: name of a customer, 2: what it is about, "Refund and end license" or the name of a pattern. */
			'label' => in_array( $kind, [ 'unmatched', 'right' ], true ) ? $name : sprintf( __( '%1$s: %2$s', 'amicable' ), $name, $what ),
			'since' => Shape::time( $row['since'] ),
		];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array{kind: string, id: int, label: string, since: string|null}
	 */
	private static function dispute( array $row, string $name ): array {
		$due = $row['due'] ?? null;

		return [
			'kind'  => 'dispute',
			'id'    => (int) $row['id'],
			'label' => $due === null
				/* translators: 1: name of a customer, 2: order number. */
				? sprintf( __( '%1$s: payment of order %2$s is disputed', 'amicable' ), $name, (string) $row['about'] )
				/* translators: 1: name of a customer, 2: order number, 3: date. */
				: sprintf( __( '%1$s: payment of order %2$s is disputed, answer by %3$s', 'amicable' ), $name, (string) $row['about'], wp_date( (string) get_option( 'date_format' ), (int) strtotime( "$due UTC" ) ) ),
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
