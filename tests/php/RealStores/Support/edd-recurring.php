<?php
/**
 * A stand-in for EDD Recurring Payments, which is sold and cannot be fetched: its table, and of its classes what Amicable calls, with the
 * traps that were read in version 2.11. What this proves is that we keep to those calls, not that the plugin keeps to them.
 *
 * - `cancel()` writes "cancelled", then tells the gateway, and the gateway keeps its errors as a note;
 * - a canceled subscription is not canceled again;
 * - looking at a status expires a subscription whose date is over;
 * - a canceled subscription opens what it paid for until its date.
 */

declare( strict_types=1 );

// phpcs:disable SlevomatCodingStandard.Files.TypeNameMatchesFileName -- The plugin names its classes so.

final class EDD_Subscriptions_DB extends EDD_DB {

	public function __construct() {
		global $wpdb;
		$this->table_name  = "{$wpdb->prefix}edd_subscriptions";
		$this->primary_key = 'id';
		$this->version     = '1.4';
	}

	public function get_columns(): array {
		return [
			'id'                 => '%d',
			'customer_id'        => '%d',
			'period'             => '%s',
			'initial_amount'     => '%s',
			'initial_tax_rate'   => '%s',
			'initial_tax'        => '%s',
			'recurring_amount'   => '%s',
			'recurring_tax_rate' => '%s',
			'recurring_tax'      => '%s',
			'bill_times'         => '%d',
			'transaction_id'     => '%s',
			'parent_payment_id'  => '%d',
			'product_id'         => '%d',
			'price_id'           => '%d',
			'created'            => '%s',
			'expiration'         => '%s',
			'trial_period'       => '%s',
			'status'             => '%s',
			'notes'              => '%s',
			'profile_id'         => '%s',
		];
	}

	public function get_column_defaults(): array {
		$texts = array_fill_keys( array_keys( $this->get_columns(), '%s', true ), '' );

		return [
			...$texts,
			'customer_id'       => 0,
			'bill_times'        => 0,
			'parent_payment_id' => 0,
			'product_id'        => 0,
			'price_id'          => 0,
			'created'           => current_time( 'mysql' ),
			'expiration'        => current_time( 'mysql' ),
		];
	}

	public function create_table(): void {
		global $wpdb;
		$wpdb->query(
			"CREATE TABLE $this->table_name (
				id bigint(20) NOT NULL AUTO_INCREMENT,
				customer_id bigint(20) NOT NULL,
				period varchar(20) NOT NULL,
				initial_amount mediumtext NOT NULL,
				initial_tax_rate mediumtext NOT NULL,
				initial_tax mediumtext NOT NULL,
				recurring_amount mediumtext NOT NULL,
				recurring_tax_rate mediumtext NOT NULL,
				recurring_tax mediumtext NOT NULL,
				bill_times bigint(20) NOT NULL,
				transaction_id varchar(60) NOT NULL,
				parent_payment_id bigint(20) NOT NULL,
				product_id bigint(20) NOT NULL,
				price_id bigint(20) DEFAULT '0',
				created datetime NOT NULL,
				expiration datetime NOT NULL,
				trial_period varchar(20) NOT NULL,
				status varchar(20) NOT NULL,
				profile_id varchar(60) NOT NULL,
				notes longtext NOT NULL,
				PRIMARY KEY (id),
				KEY profile_id (profile_id),
				KEY customer (customer_id)
			) CHARACTER SET utf8 COLLATE utf8_general_ci"
		);
		update_option( $this->table_name . '_db_version', $this->version );
	}
}

#[AllowDynamicProperties]
final class EDD_Subscription {

	public $id = 0;

	public $status = 'pending';

	public $expiration = '';

	public $profile_id = '';

	public $parent_payment_id = 0;

	public $gateway = '';

	public function __construct( int $id = 0 ) {
		foreach ( (array) ( new EDD_Subscriptions_DB() )->get( $id ) as $key => $value ) {
			$this->$key = $value;
		}
		$this->gateway = $id > 0 ? edd_get_payment_gateway( (int) $this->parent_payment_id ) : '';
	}

	public function create( array $data ): self {
		return new self( (int) ( new EDD_Subscriptions_DB() )->insert( $data, 'subscription' ) );
	}

	public function update( array $data = [] ): bool {
		$updated = ( new EDD_Subscriptions_DB() )->update( $this->id, $data );
		if ( isset( $data['status'] ) ) {
			$before       = $this->status;
			$this->status = $data['status'];
			do_action( 'edd_subscription_status_change', $before, $data['status'], $this );
		}
		do_action( 'edd_recurring_update_subscription', $this->id, $data, $this );

		return $updated;
	}

	public function delete(): bool {
		return (bool) ( new EDD_Subscriptions_DB() )->delete( $this->id );
	}

	public function can_cancel(): bool {
		return apply_filters( 'edd_subscription_can_cancel', false, $this );
	}

	public function cancel(): void {
		if ( $this->status === 'cancelled' ) {
			return;
		}
		if ( ! $this->update( [ 'status' => 'cancelled' ] ) ) {
			return;
		}

		do_action( "edd_recurring_cancel_{$this->gateway}_subscription", $this, true );
		do_action( 'edd_subscription_cancelled', $this->id, $this );
	}

	public function get_status(): string {
		if ( in_array( $this->status, [ 'active', 'trialling' ], true ) && strtotime( $this->expiration ) < current_time( 'timestamp' ) ) {
			$this->update( [ 'status' => 'expired' ] );
		}

		return $this->status;
	}

	public function is_active(): bool {
		return in_array( $this->status, [ 'active', 'trialling', 'cancelled' ], true ) && strtotime( $this->expiration ) >= current_time( 'timestamp' );
	}

	public function add_note( string $note ): void {
		( new EDD_Subscriptions_DB() )->update( $this->id, [ 'notes' => ( new self( (int) $this->id ) )->notes . "\n\n$note" ] );
	}
}

/** A gateway whose provider remembers, in an option, who may still charge. */
final class EDD_Recurring_Gateway {

	public function __construct( public string $id ) {
		add_filter( 'edd_subscription_can_cancel', fn ( bool $can, EDD_Subscription $subscription ): bool => $can || ( $subscription->gateway === $this->id && (string) $subscription->profile_id !== '' && in_array( $subscription->status, [ 'active', 'trialling', 'failing' ], true ) ), 10, 2 );
		add_action( "edd_recurring_cancel_{$id}_subscription", [ $this, 'cancel' ], 10, 2 );
	}

	/** The ordinary way: at the end of the term. */
	public function cancel( EDD_Subscription $subscription, bool $valid ) {
		return $this->tell( $subscription, 'at the end' );
	}

	public function cancel_immediately( EDD_Subscription $subscription ) {
		return $this->tell( $subscription, 'at once' );
	}

	/** @return array<string, list<string>> By profile, what the provider was told. */
	public static function told(): array {
		return (array) get_option( 'edd_recurring_fixture_told', [] );
	}

	private function tell( EDD_Subscription $subscription, string $what ) {
		if ( str_ends_with( $this->id, 'breaks' ) || get_option( 'edd_recurring_fixture_breaks' ) === $this->id ) {
			$subscription->add_note( 'Attempted cancellation but was unable. Message was "timeout".' );

			return false;
		}
		$told = self::told();

		$told[ $subscription->profile_id ][] = $what;
		update_option( 'edd_recurring_fixture_told', $told );

		// The base class of the plugin answers nothing at all.
		return str_ends_with( $this->id, 'silent' ) ? null : true;
	}
}

final class EDD_Recurring {

	/** @var array<string, EDD_Recurring_Gateway> */
	private array $gateways = [];

	public function __construct() {
		foreach ( [ 'stripe', 'paypal_commerce', 'recurring_ok', 'recurring_breaks', 'recurring_silent' ] as $id ) {
			$this->gateways[ $id ] = new EDD_Recurring_Gateway( $id );
		}
	}

	public function get_gateway( string $id ): EDD_Recurring_Gateway|false {
		return $this->gateways[ $id ] ?? false;
	}
}

function EDD_Recurring(): EDD_Recurring {
	return $GLOBALS['edd_recurring_fixture'];
}
