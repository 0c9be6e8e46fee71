<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\HighValueWay;
use Amicable\Ledger\Inputs;
use Amicable\Ledger\Tier;
use Amicable\Settings\HighValueRule;
use Amicable\Storage\Sums\Scope;

/**
 * Who has high value. That somebody has it is a fact, since it ends at a lower amount than it began at; `Ledger\Tier` says the same in PHP, and a test compares the two.
 */
final class Tiers {

	public function __construct( private readonly Database $database ) {
	}

	/** Gives it to whoever reached the cut, and takes it from whoever fell well below. */
	public function set( Scope $scope, Inputs $inputs ): void {
		$tiers = $this->database->table( 'tiers' );
		if ( $inputs->high_value !== null ) {
			$this->database->write(
				"INSERT INTO $tiers (customer_id, since) SELECT a.customer_id, '$inputs->as_of' AS since FROM {$this->database->table( 'accounts' )} a
				WHERE {$scope->of( 'a.customer_id' )} AND {$this->value( $inputs->high_value_way )} >= $inputs->high_value AND {$this->is_read()} ON DUPLICATE KEY UPDATE customer_id = VALUES(customer_id)"
			);
		}
		$this->database->write( "DELETE FROM $tiers WHERE {$scope->of( "$tiers.customer_id" )} AND NOT EXISTS ({$this->keepers( $inputs )})" );
	}

	/** How many would have high value by such a rule: whoever reaches it, and whoever has it and would keep it. */
	public function count( HighValueRule $rule, int $begins ): int {
		$has = "EXISTS (SELECT 1 FROM {$this->database->table( 'tiers' )} t WHERE t.customer_id = a.customer_id)";

		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( 'accounts' )} a WHERE ({$this->value( $rule->by )} >= $begins OR ({$this->is_kept( $rule->by, $rule->kept_percent, $begins )} AND $has)) AND {$this->is_read()}" );
	}

	/** The tier of an account, as SQL over its row. */
	public static function expression( Database $database, Inputs $inputs ): string {
		$accounts = $database->table( 'accounts' );

		return sprintf(
			"CASE WHEN EXISTS (SELECT 1 FROM {$database->table( 'tiers' )} t WHERE t.customer_id = $accounts.customer_id) THEN '%s' WHEN $accounts.first_order_at > DATE_SUB('%s', INTERVAL %d DAY) THEN '%s' ELSE NULL END",
			Tier::HighValue->value,
			$inputs->as_of,
			Tier::NEW_DAYS,
			Tier::NewCustomer->value,
		);
	}

	private function keepers( Inputs $inputs ): string {
		$tiers = $this->database->table( 'tiers' );
		$high  = $inputs->high_value === null ? '1 = 0' : $this->is_kept( $inputs->high_value_way, $inputs->high_value_kept, $inputs->high_value );

		return "SELECT 1 FROM {$this->database->table( 'accounts' )} a WHERE a.customer_id = $tiers.customer_id AND $high AND {$this->is_read()}";
	}

	private function is_kept( HighValueWay $by, int $percent, int $begins ): string {
		return "{$this->value( $by )} * 100 >= " . $percent * $begins;
	}

	/** The column of the account `a` that is compared. */
	private function value( HighValueWay $by ): string {
		return match ( $by ) {
			HighValueWay::Percentile => 'a.paid_recent',
			HighValueWay::Sum        => 'a.paid_base',
			HighValueWay::Profit     => 'a.margin',
		};
	}

	/** Not of those whom nobody shall judge by patterns. */
	private function is_read(): string {
		return "EXISTS (SELECT 1 FROM {$this->database->table( 'customers' )} c WHERE c.id = a.customer_id AND c.excluded_at IS NULL AND c.merged_into IS NULL)";
	}
}
