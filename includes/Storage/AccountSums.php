<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\Inputs;
use Amicable\Storage\Sums\ExtraSums;
use Amicable\Storage\Sums\Integers;
use Amicable\Storage\Sums\OrderSums;
use Amicable\Storage\Sums\Scope;
use Amicable\Storage\Sums\TicketSums;
use Amicable\Storage\Sums\TimeSums;

/**
 * The one arithmetic of accounts: set-based, from facts alone, the same statement for one customer and for a range. Each row is written whole.
 * `Ledger\Reference` says the same in PHP, and a test compares the two.
 */
final class AccountSums {

	private readonly OrderSums $orders;
	private readonly TicketSums $tickets;
	private readonly TimeSums $time;
	private readonly ExtraSums $extras;

	public function __construct( private readonly Database $database ) {
		$this->orders  = new OrderSums( $database );
		$this->tickets = new TicketSums( $database, $this->orders );
		$this->time    = new TimeSums( $database, $this->orders );
		$this->extras  = new ExtraSums( $database, $this->orders );
	}

	public function count( Scope $scope, Inputs $inputs ): void {
		$this->database->write( $this->orders->lines( $scope ) );
		$this->database->write( $this->orders->stale_lines( $scope ) );
		$this->database->write( $this->accounts( $scope, $inputs ) );
		$this->database->write( $this->strays( $scope ) );
	}

	/** Customers that were merged away or erased have no account. */
	private function strays( Scope $scope ): string {
		$accounts = $this->database->table( 'accounts' );

		return "DELETE FROM $accounts WHERE {$scope->of( "$accounts.customer_id" )} AND NOT EXISTS (SELECT 1 FROM {$this->database->table( 'customers' )} c WHERE c.id = $accounts.customer_id AND c.merged_into IS NULL)";
	}

	private function accounts( Scope $scope, Inputs $inputs ): string {
		$columns = $this->columns( $inputs );
		$names   = implode( ', ', array_keys( $columns ) );
		$values  = implode( ",\n", array_map( static fn ( string $name, string $value ): string => "$value AS $name", array_keys( $columns ), $columns ) );
		$update  = implode( ', ', array_map( static fn ( string $name ): string => "$name = VALUES($name)", array_slice( array_keys( $columns ), 1 ) ) );

		return "INSERT INTO {$this->database->table( 'accounts' )} ($names)\nSELECT $values\nFROM ({$this->summed( $scope, $inputs )}) s WHERE s.id > 0\nON DUPLICATE KEY UPDATE $update";
	}

	/** @return array<string, string> Column of the account => expression over `summed()`. */
	private function columns( Inputs $inputs ): array {
		$paid   = 's.gross - s.refunded - s.tax';
		$cost   = 's.support_cost';
		$ratio  = Integers::floor( "$cost * 1000000", "($paid)" );
		$margin = "($paid - s.fee - $cost)";

		return [
			'customer_id'          => 's.id',
			'orders'               => 's.orders',
			'orders_not_converted' => 's.not_converted',
			'gross_base'           => 's.gross',
			'refunded_base'        => 's.refunded',
			'tax_base'             => 's.tax',
			'shipping_base'        => 's.shipping',
			'fees_base'            => 's.fee',
			'paid_base'            => "($paid)",
			'value'                => "($paid - s.fee)",
			'goodwill'             => 's.goodwill',
			'dispute_fees'         => 's.dispute_fees',
			'support_cost'         => $cost,
			'margin'               => $margin,
			'ratio'                => "CASE WHEN $paid > 0 AND $cost >= 0 THEN $ratio ELSE NULL END",
			'approximate'          => 'CASE WHEN s.guessed > 0 OR s.seconds_estimated > 0 THEN 1 ELSE 0 END',
			'reason'               => 's.reason',
			'first_order_at'       => 's.first_at',
			'last_order_at'        => 's.last_at',
			...array_map( static fn ( string $name ): string => "s.$name", array_combine( self::PLAIN, self::PLAIN ) ),
			'minutes'              => Integers::round_signed( 's.seconds', 60 ),
			'as_of'                => "'$inputs->as_of'",
			'updated_at'           => "'$inputs->as_of'",
		];
	}

	private const PLAIN = [ 'tickets', 'tickets_before', 'tickets_peak_14d', 'peak_ended_at', 'last_ticket_at', 'seconds', 'seconds_estimated', 'seconds_ours', 'seconds_before', 'docs_known', 'docs_answered', 'stage', 'case_id', 'stores', 'blocked' ];

	/** Everything added up, before the last subtractions: null where nobody knows. */
	private function summed( Scope $scope, Inputs $inputs ): string {
		$money = static fn ( string $name ): string => "CASE WHEN o.known IS NULL OR o.not_converted > 0 THEN NULL ELSE COALESCE(o.$name, 0) END AS $name";
		$many  = Inputs::TICKETS_FOR_A_PEAK;

		return "SELECT c.id, COALESCE(o.orders, 0) AS orders, COALESCE(o.not_converted, 0) AS not_converted, {$money( 'gross' )}, {$money( 'refunded' )}, {$money( 'tax' )}, {$money( 'shipping' )}, {$money( 'fee' )},
			o.first_at, o.last_at, COALESCE(o.stores, '') AS stores, COALESCE(g.amount, 0) AS goodwill, COALESCE(d.amount, 0) AS dispute_fees, {$this->support_cost( $inputs )} AS support_cost,
			COALESCE(e.guessed, 0) AS guessed, {$this->reason( $inputs )} AS reason, COALESCE(t.tickets, 0) AS tickets, COALESCE(t.tickets_before, 0) AS tickets_before,
			CASE WHEN COALESCE(t.charged, 0) >= $many THEN COALESCE(p.peak, 0) ELSE NULL END AS tickets_peak_14d, p.peak_ended_at, t.last_ticket_at,
			COALESCE(e.seconds, 0) AS seconds, COALESCE(e.seconds_estimated, 0) AS seconds_estimated, COALESCE(e.seconds_ours, 0) AS seconds_ours, COALESCE(e.seconds_before, 0) AS seconds_before,
			COALESCE(t.docs_known, 0) AS docs_known, COALESCE(t.docs_answered, 0) AS docs_answered, k.stage, k.id AS case_id, CASE WHEN c.blocked_at IS NULL THEN 0 ELSE 1 END AS blocked
			FROM {$this->database->table( 'customers' )} c
			LEFT JOIN ({$this->orders->in_base( $scope, $inputs->base_currency )}) o ON o.customer_id = c.id
			LEFT JOIN ({$this->tickets->counts( $scope )}) t ON t.customer_id = c.id
			LEFT JOIN ({$this->tickets->peaks( $scope, $inputs->as_of )}) p ON p.customer_id = c.id
			LEFT JOIN ({$this->time->totals( $scope, $inputs )}) e ON e.customer_id = c.id
			LEFT JOIN ({$this->extras->goodwill( $scope, $inputs->base_currency )}) g ON g.customer_id = c.id
			LEFT JOIN ({$this->extras->dispute_fees( $scope, $inputs->base_currency )}) d ON d.customer_id = c.id
			LEFT JOIN ({$this->extras->by_hand( $scope, $inputs->base_currency )}) h ON h.customer_id = c.id
			LEFT JOIN ({$this->latest_case( $scope )}) k ON k.customer_id = c.id
			WHERE {$scope->of( 'c.id' )} AND c.merged_into IS NULL";
	}

	/** Unknown while no support data is here at all, while an hour has no price, or while an amount has no rate. */
	private function support_cost( Inputs $inputs ): string {
		$unknown = $inputs->support_known ? 'COALESCE(e.unpriced, 0) + COALESCE(g.not_converted, 0) + COALESCE(d.not_converted, 0) + COALESCE(h.not_converted, 0) > 0' : '1 = 1';

		return "CASE WHEN $unknown THEN NULL ELSE COALESCE(e.cost, 0) + COALESCE(t.charged, 0) * $inputs->ticket_cost + COALESCE(g.amount, 0) + COALESCE(d.amount, 0) + COALESCE(h.amount, 0) END";
	}

	/** Why money rules stay silent, the first that holds. */
	private function reason( Inputs $inputs ): string {
		$early = "t.first_ticket_at < DATE_SUB(o.first_at, INTERVAL " . Inputs::ORDERS_MISSING_DAYS . ' DAY)';
		$none  = $inputs->support_known ? '1 = 0' : '1 = 1';

		return "CASE WHEN o.known IS NULL THEN 'no_orders' WHEN o.not_converted > 0 THEN 'not_converted' WHEN $none THEN 'support_unknown' WHEN e.unpriced > 0 THEN 'no_hourly_cost'
			WHEN COALESCE(g.not_converted, 0) + COALESCE(d.not_converted, 0) + COALESCE(h.not_converted, 0) > 0 THEN 'cost_not_converted' WHEN $early THEN 'orders_missing' ELSE NULL END";
	}

	/** The open case, else the latest one. */
	private function latest_case( Scope $scope ): string {
		return "SELECT customer_id, id, stage FROM (SELECT customer_id, id, stage, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY CASE WHEN open_claim IS NULL THEN 1 ELSE 0 END, id DESC) AS place
			FROM {$this->database->table( 'cases' )} WHERE {$scope->of( 'customer_id' )}) ranked WHERE place = 1";
	}
}
