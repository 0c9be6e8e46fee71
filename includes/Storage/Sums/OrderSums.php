<?php
declare( strict_types=1 );

namespace Amicable\Storage\Sums;

use Amicable\Storage\Database;
use Amicable\Stores\OrderRef;

/** What orders add up to. Shipping stands apart; tax is what is still kept of it. */
final class OrderSums {

	private const AMOUNTS = [ 'gross', 'refunded', 'tax', 'shipping', 'fee' ];

	public function __construct( private readonly Database $database ) {
	}

	/** One row a customer with orders: counts, first and last purchase, and sums in the base currency of what converts. */
	public function in_base( Scope $scope, string $base ): string {
		$sums = implode( ', ', array_map( static fn ( string $name ): string => "SUM($name) AS $name", self::AMOUNTS ) );

		return "SELECT customer_id, COUNT(*) AS known, COUNT(bought_at) AS orders, SUM(CASE WHEN bought_at IS NOT NULL AND units IS NULL THEN 1 ELSE 0 END) AS not_converted,
			MIN(bought_at) AS first_at, MAX(bought_at) AS last_at, {$this->stores()} AS stores, $sums
			FROM ({$this->converted( $scope, $base )}) converted GROUP BY customer_id";
	}

	/** When a customer first bought. */
	public function first( Scope $scope ): string {
		return "SELECT customer_id, MIN(bought_at) AS first_at FROM {$this->orders()} WHERE {$scope->of( 'customer_id' )} AND bought_at IS NOT NULL GROUP BY customer_id";
	}

	/** Replaces nothing: new sums first, then `stale_lines()` go, so that no line is ever missing. */
	public function lines( Scope $scope ): string {
		return "INSERT INTO {$this->database->table( 'account_lines' )} (customer_id, currency, gross, refunded, tax, shipping, fees, orders)
			SELECT customer_id, currency, SUM(gross), SUM(refunded), SUM(tax), SUM(shipping), SUM(COALESCE(fee, 0)), COUNT(*)
			FROM ({$this->amounts( $scope )}) amounts WHERE bought_at IS NOT NULL GROUP BY customer_id, currency
			ON DUPLICATE KEY UPDATE gross = VALUES(gross), refunded = VALUES(refunded), tax = VALUES(tax), shipping = VALUES(shipping), fees = VALUES(fees), orders = VALUES(orders)";
	}

	public function stale_lines( Scope $scope ): string {
		$lines = $this->database->table( 'account_lines' );

		return "DELETE FROM $lines WHERE {$scope->of( "$lines.customer_id" )} AND NOT EXISTS
			(SELECT 1 FROM {$this->orders()} o WHERE o.customer_id = $lines.customer_id AND o.currency = $lines.currency AND o.bought_at IS NOT NULL)";
	}

	/** Each order's amounts in the base currency; null where it was not bought or has no rate. */
	private function converted( Scope $scope, string $base ): string {
		$columns = [];
		foreach ( self::AMOUNTS as $name ) {
			$columns[] = "CASE WHEN bought_at IS NULL OR units IS NULL THEN NULL WHEN currency = '$base' THEN $name ELSE " . Integers::convert( $name, 'units', 'divisor' ) . " END AS $name";
		}

		return 'SELECT customer_id, store, bought_at, units, ' . implode( ', ', $columns ) . " FROM ({$this->bridged( $scope, $base )}) bridged";
	}

	/** Amounts brought to the currency from which one more rate leads to base: their own, or the one that the order's own rate leads to. */
	private function bridged( Scope $scope, string $base ): string {
		$columns = [];
		foreach ( self::AMOUNTS as $name ) {
			$columns[] = 'CASE WHEN via = 1 THEN ' . Integers::convert( $name, 'rate_units', 'rate_divisor' ) . " ELSE $name END AS $name";
		}

		return 'SELECT customer_id, store, currency, bought_at, units, divisor, ' . implode( ', ', $columns ) . " FROM ({$this->rated( $scope, $base )}) rated";
	}

	/** Each order with the rate that leads to base: none needed, its own, the table's for its currency, the table's for the currency of its own rate. */
	private function rated( Scope $scope, string $base ): string {
		$rates = $this->database->table( 'rates' );

		return "SELECT a.customer_id, a.store, a.currency, a.bought_at, a.rate_units, a.rate_divisor, a.gross, a.refunded, a.tax, a.shipping, a.fee,
			CASE WHEN a.currency = '$base' OR a.rate_to = '$base' OR d.rate_units IS NOT NULL OR v.rate_units IS NULL THEN 0 ELSE 1 END AS via,
			CASE WHEN a.currency = '$base' THEN 1 WHEN a.rate_to = '$base' THEN a.rate_units WHEN d.rate_units IS NOT NULL THEN d.rate_units ELSE v.rate_units END AS units,
			CASE WHEN a.currency = '$base' THEN 1 WHEN a.rate_to = '$base' THEN a.rate_divisor WHEN d.rate_units IS NOT NULL THEN d.rate_divisor ELSE v.rate_divisor END AS divisor
			FROM ({$this->amounts( $scope )}) a
			LEFT JOIN $rates d ON d.currency = a.currency AND d.rate_to = '$base' AND d.day = a.rate_date
			LEFT JOIN $rates v ON v.currency = a.rate_to AND v.rate_to = '$base' AND v.day = a.rate_date";
	}

	private function amounts( Scope $scope ): string {
		return "SELECT customer_id, store, currency, bought_at, rate_units, rate_divisor, rate_to, rate_date, total - shipping AS gross, refunded - refunded_shipping AS refunded,
			tax - refunded_tax AS tax, shipping - refunded_shipping AS shipping, fee FROM {$this->orders()} WHERE {$scope->of( 'customer_id' )}";
	}

	/** 'edd,woocommerce,': every store with an order, in one fixed order. */
	private function stores(): string {
		$stores = OrderRef::STORES;
		sort( $stores );

		return 'CONCAT(' . implode( ', ', array_map( static fn ( string $store ): string => "COALESCE(MAX(CASE WHEN store = '$store' THEN '$store,' END), '')", $stores ) ) . ')';
	}

	private function orders(): string {
		return $this->database->table( 'orders' );
	}
}
