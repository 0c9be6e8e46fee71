<?php
declare( strict_types=1 );

namespace Amicable\Storage\Sums;

use Amicable\Ledger\Inputs;
use Amicable\Storage\Database;
use Amicable\Stores\OrderRef;

/** What orders add up to. Shipping stands apart; tax is what is still kept of it. */
final class OrderSums {

	private const AMOUNTS = [ 'gross', 'refunded', 'tax', 'shipping', 'fee' ];

	private readonly Rates $rates;

	public function __construct( private readonly Database $database ) {
		$this->rates = new Rates( $database );
	}

	/**
	 * The steps to `order_sums`, one row a customer with orders: counts, first and last purchase, and sums in the base currency of what converts.
	 *
	 * @return array<string, string> Name => query, each reading the ones before.
	 */
	public function steps( Scope $scope, Inputs $inputs ): array {
		return [
			'first_orders'      => "SELECT {$scope->owner( 'customer_id' )}, MIN(bought_at) AS first_at FROM {$this->orders()} WHERE {$scope->of( 'customer_id' )} AND bought_at IS NOT NULL GROUP BY customer_id",
			'order_amounts'     => $this->amounts( $scope ),
			'orders_dated'      => $this->dated( $inputs->base_currency ),
			'orders_rated'      => $this->rated( $inputs->base_currency ),
			'orders_multiplied' => 'SELECT customer_id, store, bought_at, near, units, divisor, ' . implode( ', ', array_map( self::multiplied( ... ), self::AMOUNTS ) ) . ' FROM orders_rated',
			'orders_converted'  => 'SELECT customer_id, store, bought_at, near, units, ' . implode( ', ', array_map( self::converted( ... ), self::AMOUNTS ) ) . ' FROM orders_multiplied',
			'order_sums'        => "SELECT {$scope->owner( 'customer_id' )}," . ' COUNT(*) AS known, COUNT(bought_at) AS orders, SUM(CASE WHEN bought_at IS NOT NULL AND units IS NULL THEN 1 ELSE 0 END) AS not_converted,
				SUM(near) AS near, SUM(CASE WHEN bought_at >= \'' . $inputs->recent_since . '\' THEN gross - refunded - tax ELSE 0 END) AS recent,
				MIN(bought_at) AS first_at, MAX(bought_at) AS last_at, ' . self::stores() . ' AS stores, ' . implode( ', ', array_map( static fn ( string $name ): string => "SUM($name) AS $name", self::AMOUNTS ) ) . '
				FROM orders_converted GROUP BY customer_id',
		];
	}

	/** New sums first, then `stale_lines()` go, so that no line is ever missing. */
	public function lines( Scope $scope ): string {
		return "INSERT INTO {$this->database->table( 'account_lines' )} (customer_id, currency, gross, refunded, tax, shipping, fees, orders)
			SELECT customer_id, currency, SUM(gross) AS gross, SUM(refunded) AS refunded, SUM(tax) AS tax, SUM(shipping) AS shipping, SUM(COALESCE(fee, 0)) AS fees, COUNT(*) AS orders
			FROM ({$this->amounts( $scope )}) amounts WHERE bought_at IS NOT NULL GROUP BY customer_id, currency
			ON DUPLICATE KEY UPDATE gross = VALUES(gross), refunded = VALUES(refunded), tax = VALUES(tax), shipping = VALUES(shipping), fees = VALUES(fees), orders = VALUES(orders)";
	}

	public function stale_lines( Scope $scope ): string {
		$lines = $this->database->table( 'account_lines' );

		return "DELETE FROM $lines WHERE {$scope->of( "$lines.customer_id" )} AND NOT EXISTS
			(SELECT 1 FROM {$this->orders()} o WHERE o.customer_id = $lines.customer_id AND o.currency = $lines.currency AND o.bought_at IS NOT NULL)";
	}

	private function amounts( Scope $scope ): string {
		return "SELECT customer_id, store, currency, bought_at, rate_units, rate_divisor, rate_to, rate_date, total - shipping AS gross, refunded - refunded_shipping AS refunded,
			tax - refunded_tax AS tax, shipping - refunded_shipping AS shipping, fee FROM {$this->orders()} WHERE {$scope->of( 'customer_id' )}";
	}

	/** Each order with the row of the rates table that it needs. Only what was bought in another currency, without a rate of its own, needs one. */
	private function dated( string $base ): string {
		return "SELECT a.*, CASE WHEN a.bought_at IS NULL OR a.currency = '$base' OR a.rate_to = '$base' THEN NULL ELSE {$this->rates->id( 'a.currency', 'a.rate_date', $base )} END AS rate_id FROM order_amounts a";
	}

	/** Each order with the rate that leads to base: none needed (1 ÷ 1), its own, or the table's. Only what was bought has one. */
	private function rated( string $base ): string {
		$near = Rates::near();

		return "SELECT a.customer_id, a.store, a.bought_at, a.gross, a.refunded, a.tax, a.shipping, a.fee, {$near} AS near,
			CASE WHEN a.bought_at IS NULL THEN NULL WHEN a.currency = '$base' THEN 1 WHEN a.rate_to = '$base' THEN a.rate_units ELSE r.rate_units END AS units,
			CASE WHEN a.currency = '$base' THEN 1 WHEN a.rate_to = '$base' THEN a.rate_divisor ELSE r.rate_divisor END AS divisor
			FROM orders_dated a LEFT JOIN {$this->database->table( 'rates' )} r ON r.id = a.rate_id";
	}

	/** Null where it was not bought or has no rate. */
	private static function multiplied( string $name ): string {
		return "CASE WHEN units IS NULL THEN NULL ELSE $name END AS $name, CASE WHEN divisor = 1 THEN 0 ELSE " . Integers::multiply( $name, 'units', 'divisor' ) . " END AS n_$name";
	}

	private static function converted( string $name ): string {
		return "CASE WHEN divisor = 1 THEN $name ELSE " . Integers::divide( "n_$name", 'divisor', $name ) . " END AS $name";
	}

	/** 'edd,woocommerce,': every store with an order, in one fixed order. */
	private static function stores(): string {
		$stores = OrderRef::STORES;
		sort( $stores );

		return 'CONCAT(' . implode( ', ', array_map( static fn ( string $store ): string => "COALESCE(MAX(CASE WHEN store = '$store' THEN '$store,' END), '')", $stores ) ) . ')';
	}

	private function orders(): string {
		return $this->database->table( 'orders' );
	}
}
