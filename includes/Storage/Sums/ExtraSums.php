<?php
declare( strict_types=1 );

namespace Amicable\Storage\Sums;

use Amicable\Storage\Database;

/** Costs beside time: goodwill that was used, fees of disputes, and what people logged by hand. */
final class ExtraSums {

	private readonly Rates $rates;

	public function __construct( private readonly Database $database ) {
		$this->rates = new Rates( $database );
	}

	/**
	 * The steps to `extra_sums`, one row a customer: each kind's sum in the base currency, and how many amounts have no rate for their day.
	 *
	 * @return array<string, string> Name => query, each reading the ones before and `first_orders`.
	 */
	public function steps( Scope $scope, string $base ): array {
		$near = Rates::near();
		$sum  = static fn ( string $kind ): string => "SUM(CASE WHEN kind = '$kind' THEN amount ELSE 0 END) AS $kind";

		return [
			'extras'            => $this->amounts( $scope ),
			'extras_dated'      => "SELECT x.*, CASE WHEN x.currency = '$base' THEN NULL ELSE {$this->rates->id( 'x.currency', 'x.day', $base )} END AS rate_id FROM extras x",
			'extras_rated'      => "SELECT x.customer_id, x.kind, x.amount, $near AS near, CASE WHEN x.currency = '$base' THEN 1 ELSE r.rate_units END AS units, CASE WHEN x.currency = '$base' THEN 1 ELSE r.rate_divisor END AS divisor
				FROM extras_dated x LEFT JOIN {$this->database->table( 'rates' )} r ON r.id = x.rate_id",
			'extras_multiplied' => 'SELECT customer_id, kind, near, CASE WHEN units IS NULL THEN NULL ELSE amount END AS amount, divisor, CASE WHEN divisor = 1 THEN 0 ELSE ' . Integers::multiply( 'amount', 'units', 'divisor' ) . ' END AS product FROM extras_rated',
			'extras_converted'  => 'SELECT customer_id, kind, near, CASE WHEN divisor = 1 THEN amount ELSE ' . Integers::divide( 'product', 'divisor', 'amount' ) . ' END AS amount FROM extras_multiplied',
			'extra_sums'        => "SELECT {$scope->owner( 'customer_id' )}, {$sum( 'goodwill' )}, {$sum( 'fee' )}, {$sum( 'cost' )}, SUM(CASE WHEN amount IS NULL THEN 1 ELSE 0 END) AS not_converted, SUM(near) AS near FROM extras_converted GROUP BY customer_id",
		];
	}

	/** Goodwill at what it cost the shop, once it was used; every fee; what was logged by hand from the first purchase on. */
	private function amounts( Scope $scope ): string {
		$mine = $scope->of( 'customer_id' );

		return "SELECT customer_id, 'goodwill' AS kind, currency, cost AS amount, DATE(COALESCE(used_at, created_at)) AS day FROM {$this->database->table( 'goodwill' )} WHERE $mine AND used = 1
			UNION ALL SELECT customer_id, 'fee' AS kind, COALESCE(fee_currency, currency) AS currency, fee AS amount, DATE(opened_at) AS day FROM {$this->database->table( 'disputes' )} WHERE $mine AND fee IS NOT NULL
			UNION ALL SELECT h.customer_id, 'cost' AS kind, h.currency, h.amount, DATE(h.at) AS day FROM {$this->database->table( 'costs' )} h
				LEFT JOIN first_orders f ON f.customer_id = h.customer_id WHERE {$scope->of( 'h.customer_id' )} AND (f.first_at IS NULL OR h.at >= f.first_at)";
	}
}
