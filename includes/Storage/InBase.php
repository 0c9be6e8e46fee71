<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\Rate;
use Amicable\Storage\Sums\Rates;
use Amicable\Values\Currency;
use DateTimeImmutable;

/** Sums in the base currency that no account holds: what a run will pay back, and what came in lately. */
final class InBase {

	private readonly Rates $rates;

	public function __construct( private readonly Database $database ) {
		$this->rates = new Rates( $database );
	}

	/** Minor units; null where an amount is in a currency that no known rate leads from. */
	public function of_run( int $run_id, string $base ): ?int {
		$total = 0;
		$rows  = $this->database->rows(
			"SELECT s.currency, s.amount, o.rate_units, o.rate_divisor, o.rate_to, o.rate_date FROM {$this->database->table( 'steps' )} s
				LEFT JOIN {$this->database->table( 'orders' )} o ON o.store = s.store AND o.order_id = CAST(s.target AS UNSIGNED)
				WHERE s.run_id = %d AND s.kind = 'refund' AND s.state <> 'skipped' AND s.amount IS NOT NULL",
			[ $run_id ]
		);
		foreach ( $rows as $row ) {
			$converted = $this->convert( $row, $base );
			if ( $converted === null ) {
				return null;
			}
			$total += $converted;
		}

		return $total;
	}

	/** What was bought since then, less what went back, tax and shipping. What no rate leads from is left out. */
	public function net_since( DateTimeImmutable $since, string $base ): int {
		$rows = $this->database->rows(
			"SELECT currency, rate_units, rate_divisor, rate_to, rate_date, SUM((total - shipping) - (refunded - refunded_shipping) - (tax - refunded_tax)) AS amount
				FROM {$this->database->table( 'orders' )} WHERE bought_at >= %s GROUP BY currency, rate_units, rate_divisor, rate_to, rate_date",
			[ Database::time( $since ) ]
		);

		return array_sum( array_map( fn ( array $row ): int => $this->convert( $row, $base ) ?? 0, $rows ) );
	}

	/** @param array<string, string|null> $row currency, amount, and the rate that the order brought. */
	private function convert( array $row, string $base ): ?int {
		if ( $row['currency'] === $base ) {
			return (int) $row['amount'];
		}
		if ( $row['rate_to'] !== $base ) {
			$row = [ 'amount' => $row['amount'] ] + $this->known( (string) $row['currency'], (string) $row['rate_date'], $base );
		}

		return ( $row['rate_units'] ?? null ) === null ? null : ( new Rate( (int) $row['rate_units'], (int) $row['rate_divisor'] ) )->convert( (int) $row['amount'] );
	}

	/** @return array<string, string|null> */
	private function known( string $currency, string $day, string $base ): array {
		if ( ! Currency::is_known( $currency ) || ! Currency::is_known( $base ) || preg_match( '/^\d{4}-\d\d-\d\d$/D', $day ) !== 1 ) {
			return [];
		}
		$table = $this->database->table( 'rates' );

		return $this->database->row( "SELECT rate_units, rate_divisor FROM $table WHERE id = {$this->rates->id( "'$currency'", "'$day'", $base )}" ) ?? [];
	}
}
