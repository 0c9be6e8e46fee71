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
		$this->tickets = new TicketSums( $database );
		$this->time    = new TimeSums( $database );
		$this->extras  = new ExtraSums( $database );
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

	/** Every value has the name of its column, or SQLite's driver does not find it. */
	private function accounts( Scope $scope, Inputs $inputs ): string {
		$columns = array_combine( self::COPIED, self::COPIED ) + $this->derived( $inputs );
		$names   = implode( ', ', array_keys( $columns ) );
		$values  = implode( ', ', array_map( static fn ( string $name, string $value ): string => $name === $value ? $name : "$value AS $name", array_keys( $columns ), $columns ) );
		$update  = implode( ', ', array_map( static fn ( string $name ): string => "$name = VALUES($name)", array_slice( array_keys( $columns ), 1 ) ) );

		return "INSERT INTO {$this->database->table( 'accounts' )} ($names) WITH {$this->steps( $scope, $inputs )} SELECT $values FROM account_net WHERE customer_id > 0 ON DUPLICATE KEY UPDATE $update";
	}

	/** Step by step and flat: SQLite's parser gives up on queries nested as deeply as this sum would be. */
	private function steps( Scope $scope, Inputs $inputs ): string {
		$steps = [
			...$this->orders->steps( $scope, $inputs ),
			...$this->tickets->steps( $scope, $inputs->as_of ),
			...$this->time->steps( $scope, $inputs ),
			...$this->extras->steps( $scope, $inputs->base_currency ),
			'cases_ranked' => "SELECT customer_id, id, stage, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY CASE WHEN open_claim IS NULL THEN 1 ELSE 0 END, id DESC) AS place FROM {$this->database->table( 'cases' )} WHERE {$scope->of( 'customer_id' )}",
			'account_sums' => $this->summed( $scope, $inputs ),
			'account_net'  => 'SELECT *, gross_base - refunded_base - tax_base AS net FROM account_sums',
		];

		return implode( ', ', array_map( static fn ( string $name, string $query ): string => "$name AS ($query)", array_keys( $steps ), $steps ) );
	}

	/** @return array<string, string> Column of the account => what it is made of. */
	private function derived( Inputs $inputs ): array {
		return [
			'paid_base'   => 'net',
			'value'       => 'net - fees_base',
			'margin'      => 'net - fees_base - support_cost',
			'ratio'       => 'CASE WHEN net > 0 AND support_cost >= 0 THEN ' . Integers::floor( 'support_cost * 1000000', 'net' ) . ' ELSE NULL END',
			'approximate' => 'CASE WHEN guessed > 0 OR seconds_estimated > 0 OR near > 0 THEN 1 ELSE 0 END',
			'minutes'     => Integers::round_signed( 'seconds', 60 ),
			'as_of'       => "'$inputs->as_of'",
			'updated_at'  => "'$inputs->as_of'",
		];
	}

	/** Columns that `summed()` has under the same name; the customer first. */
	private const COPIED = [ 'customer_id', 'orders', 'orders_not_converted', 'gross_base', 'refunded_base', 'tax_base', 'shipping_base', 'fees_base', 'paid_recent', 'goodwill', 'dispute_fees', 'support_cost', 'reason', 'first_order_at', 'last_order_at', 'tickets', 'tickets_before', 'tickets_peak_14d', 'peak_ended_at', 'last_ticket_at', 'seconds', 'seconds_estimated', 'seconds_ours', 'seconds_before', 'docs_known', 'docs_answered', 'stage', 'case_id', 'stores', 'blocked' ];

	/** Everything added up, before the last subtractions: null where nobody knows. */
	private function summed( Scope $scope, Inputs $inputs ): string {
		$money = static fn ( string $name, string $as ): string => "CASE WHEN o.known IS NULL OR o.not_converted > 0 THEN NULL ELSE COALESCE(o.$name, 0) END AS $as";
		$count = static fn ( string $from, string ...$names ): string => implode( ', ', array_map( static fn ( string $name ): string => "COALESCE($from.$name, 0) AS $name", $names ) );
		$many  = Inputs::TICKETS_FOR_A_PEAK;

		return "SELECT c.id AS customer_id, {$count( 'o', 'orders' )}, COALESCE(o.not_converted, 0) AS orders_not_converted,
			{$money( 'gross', 'gross_base' )}, {$money( 'refunded', 'refunded_base' )}, {$money( 'tax', 'tax_base' )}, {$money( 'shipping', 'shipping_base' )}, {$money( 'fee', 'fees_base' )}, {$money( 'recent', 'paid_recent' )}, COALESCE(o.near, 0) + COALESCE(x.near, 0) AS near,
			o.first_at AS first_order_at, o.last_at AS last_order_at, COALESCE(o.stores, '') AS stores, {$count( 'x', 'goodwill' )}, COALESCE(x.fee, 0) AS dispute_fees,
			{$this->support_cost( $inputs )} AS support_cost, {$this->reason( $inputs )} AS reason, {$count( 't', 'tickets', 'tickets_before', 'docs_known', 'docs_answered' )},
			CASE WHEN t.charged >= $many THEN COALESCE(p.peak, 0) ELSE NULL END AS tickets_peak_14d, p.peak_ended_at, t.last_ticket_at,
			{$count( 'e', 'seconds', 'seconds_estimated', 'seconds_ours', 'seconds_before', 'guessed' )}, k.stage, k.id AS case_id, CASE WHEN c.blocked_at IS NULL THEN 0 ELSE 1 END AS blocked
			FROM {$this->database->table( 'customers' )} c
			LEFT JOIN order_sums o ON o.customer_id = c.id
			LEFT JOIN ticket_sums t ON t.customer_id = c.id
			LEFT JOIN ticket_peaks p ON p.customer_id = c.id
			LEFT JOIN time_sums e ON e.customer_id = c.id
			LEFT JOIN extra_sums x ON x.customer_id = c.id
			LEFT JOIN cases_ranked k ON k.customer_id = c.id AND k.place = 1
			WHERE {$scope->of( 'c.id' )} AND c.merged_into IS NULL";
	}

	/** Unknown while no support data is here at all, while an hour has no price, or while an amount has no rate. */
	private function support_cost( Inputs $inputs ): string {
		$unknown = $inputs->support_known ? 'e.unpriced > 0 OR x.not_converted > 0' : '1 = 1';

		return "CASE WHEN $unknown THEN NULL ELSE COALESCE(e.cost, 0) + COALESCE(t.charged, 0) * $inputs->ticket_cost + COALESCE(x.goodwill, 0) + COALESCE(x.fee, 0) + COALESCE(x.cost, 0) END";
	}

	/** Why money rules stay silent, the first that holds. */
	private function reason( Inputs $inputs ): string {
		$early = 't.first_ticket_at < DATE_SUB(o.first_at, INTERVAL ' . Inputs::ORDERS_MISSING_DAYS . ' DAY)';
		$none  = $inputs->support_known ? '1 = 0' : '1 = 1';
		$begun = $inputs->importing ? '1 = 1' : '1 = 0';

		return "CASE WHEN o.known IS NULL THEN 'no_orders' WHEN o.not_converted > 0 THEN 'not_converted' WHEN $none THEN 'support_unknown' WHEN e.unpriced > 0 THEN 'no_hourly_cost'
			WHEN x.not_converted > 0 THEN 'cost_not_converted' WHEN $begun THEN 'orders_importing' WHEN $early THEN 'orders_missing' ELSE NULL END";
	}
}
