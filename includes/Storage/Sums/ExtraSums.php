<?php
declare( strict_types=1 );

namespace Amicable\Storage\Sums;

use Amicable\Storage\Database;

/** Costs beside time: goodwill that was used, fees of disputes, and what people logged by hand. */
final class ExtraSums {

	public function __construct(
		private readonly Database $database,
		private readonly OrderSums $orders,
	) {
	}

	/** At what it cost the shop, once it was used; unused it costs nothing. */
	public function goodwill( Scope $scope, string $base ): string {
		return $this->sums( 'goodwill', 'cost', 'COALESCE(used_at, created_at)', "{$scope->of( 'customer_id' )} AND used = 1", $base );
	}

	public function dispute_fees( Scope $scope, string $base ): string {
		return $this->sums( 'disputes', 'fee', 'opened_at', "{$scope->of( 'customer_id' )} AND fee IS NOT NULL", $base );
	}

	/** From the first purchase on. */
	public function by_hand( Scope $scope, string $base ): string {
		$costs = $this->database->table( 'costs' );

		return $this->sums( 'costs', 'amount', 'at', "{$scope->of( 'customer_id' )} AND NOT EXISTS (SELECT 1 FROM ({$this->orders->first( $scope )}) f WHERE f.customer_id = $costs.customer_id AND $costs.at < f.first_at)", $base );
	}

	/** A sum in the base currency, and how many amounts have no rate for their day. */
	private function sums( string $table, string $amount, string $day, string $where, string $base ): string {
		$convert = Integers::convert( 'x.amount', 'r.rate_units', 'r.rate_divisor' );

		return "SELECT x.customer_id, SUM(CASE WHEN x.currency = '$base' THEN x.amount WHEN r.rate_units IS NULL THEN 0 ELSE $convert END) AS amount,
			SUM(CASE WHEN x.currency <> '$base' AND r.rate_units IS NULL THEN 1 ELSE 0 END) AS not_converted
			FROM (SELECT customer_id, currency, $amount AS amount, DATE($day) AS day FROM {$this->database->table( $table )} WHERE $where) x
			LEFT JOIN {$this->database->table( 'rates' )} r ON r.currency = x.currency AND r.rate_to = '$base' AND r.day = x.day GROUP BY x.customer_id";
	}
}
