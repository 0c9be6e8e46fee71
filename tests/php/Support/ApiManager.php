<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use wpdb;

/**
 * WooCommerce API Manager as far as a license goes: its tables, the functions of its data stores that others may call, and what its requests ask before they say yes.
 * Not the plugin, which is sold and cannot be had here; made after versions 2.5 and 3.0, with the grace period of 3.0.
 */
final class ApiManager {

	public static self $here;

	/** Seconds that every license goes on after its end. */
	public int $grace = 0;

	/** @var list<array<string, mixed>> What it was told to forget. */
	public array $forgotten = [];

	public function __construct( private readonly wpdb $wpdb ) {
		self::$here = $this;
		require_once __DIR__ . '/api-manager-functions.php';
	}

	public function install(): void {
		$this->wpdb->query( "CREATE TABLE IF NOT EXISTS {$this->wpdb->prefix}wc_am_api_resource ( api_resource_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, activation_ids longtext NOT NULL, activations_total BIGINT UNSIGNED NOT NULL DEFAULT 0, activations_purchased_total BIGINT UNSIGNED NOT NULL DEFAULT 0, active tinyint(1) NOT NULL DEFAULT 1, access_expires BIGINT UNSIGNED NOT NULL DEFAULT 0, master_api_key VARCHAR(60) NOT NULL, order_id BIGINT UNSIGNED NOT NULL, order_item_id BIGINT UNSIGNED NOT NULL, product_id BIGINT UNSIGNED NOT NULL, product_order_api_key VARCHAR(190) NOT NULL, product_title VARCHAR(190) NOT NULL, sub_id BIGINT UNSIGNED NOT NULL DEFAULT 0, sub_parent_id BIGINT UNSIGNED NOT NULL DEFAULT 0, user_id BIGINT UNSIGNED NOT NULL, PRIMARY KEY (api_resource_id), UNIQUE KEY product_order_api_key (product_order_api_key) )" );
		$this->wpdb->query( "CREATE TABLE IF NOT EXISTS {$this->wpdb->prefix}wc_am_api_activation ( activation_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, activation_time BIGINT UNSIGNED NOT NULL, api_key VARCHAR(190) NOT NULL, api_resource_id BIGINT UNSIGNED NOT NULL, instance VARCHAR(190) NOT NULL, object VARCHAR(190) NOT NULL DEFAULT '', order_id BIGINT UNSIGNED NOT NULL, user_id BIGINT UNSIGNED NOT NULL, PRIMARY KEY (activation_id) )" );
		$this->wpdb->query( "CREATE TABLE IF NOT EXISTS {$this->wpdb->prefix}wc_am_grace_period ( api_resource_id BIGINT UNSIGNED NOT NULL, expires BIGINT UNSIGNED NOT NULL DEFAULT 0, PRIMARY KEY (api_resource_id) )" );
	}

	public function remove(): void {
		$this->wpdb->query( "DROP TABLE IF EXISTS {$this->wpdb->prefix}wc_am_api_resource, {$this->wpdb->prefix}wc_am_api_activation, {$this->wpdb->prefix}wc_am_grace_period" );
	}

	/** @param array<string, int|string> $more */
	public function sell( int $order_id, int $user_id, string $key, int $ends, array $more = [] ): int {
		$row = [
			'activation_ids'              => '',
			'activations_purchased_total' => 5,
			'access_expires'              => $ends,
			'master_api_key'              => "master-of-$user_id-0123456789abcdef",
			'order_id'                    => $order_id,
			'order_item_id'               => $order_id + 1000,
			'product_id'                  => 77,
			'product_order_api_key'       => $key,
			'product_title'               => 'Harborline Forms',
			'user_id'                     => $user_id,
		];
		$this->wpdb->insert( "{$this->wpdb->prefix}wc_am_api_resource", $more + $row );

		return $this->wpdb->insert_id;
	}

	/** An activation request: by the key of the order or by the customer's own, for the first license that still runs. */
	public function activate( string $key, string $instance, string $site ): bool {
		foreach ( $this->wpdb->get_results( $this->wpdb->prepare( "SELECT * FROM {$this->wpdb->prefix}wc_am_api_resource WHERE product_order_api_key = %s OR master_api_key = %s", $key, $key ) ) as $resource ) {
			if ( $this->runs( $resource ) && $resource->activations_total < $resource->activations_purchased_total ) {
				$this->wpdb->insert( "{$this->wpdb->prefix}wc_am_api_activation", [ 'activation_time' => time(), 'api_key' => $key, 'api_resource_id' => $resource->api_resource_id, 'instance' => $instance, 'object' => $site, 'order_id' => $resource->order_id, 'user_id' => $resource->user_id ] );
				$this->count( (int) $resource->api_resource_id );

				return true;
			}
		}

		return false;
	}

	public function resource( int $id ): ?object {
		return $this->wpdb->get_row( $this->wpdb->prepare( "SELECT * FROM {$this->wpdb->prefix}wc_am_api_resource WHERE api_resource_id = %d", $id ) );
	}

	/** What it does to the licenses of an order that is no longer paid, and to those that have ended, once somebody asks. */
	public function delete_resource( int $id ): void {
		$this->wpdb->delete( "{$this->wpdb->prefix}wc_am_api_resource", [ 'api_resource_id' => $id ] );
		$this->wpdb->delete( "{$this->wpdb->prefix}wc_am_api_activation", [ 'api_resource_id' => $id ] );
	}

	public function grant( int $id, int $until ): void {
		$this->wpdb->replace( "{$this->wpdb->prefix}wc_am_grace_period", [ 'api_resource_id' => $id, 'expires' => $until ] );
	}

	public function get_api_resource_table_name(): string {
		return 'wc_am_api_resource';
	}

	public function get_api_activation_table_name(): string {
		return 'wc_am_api_activation';
	}

	public function delete_api_key_activation_by_instance_id( string $instance ): bool {
		$row = $this->wpdb->get_row( $this->wpdb->prepare( "SELECT * FROM {$this->wpdb->prefix}wc_am_api_activation WHERE instance = %s", $instance ) );
		if ( $row === null ) {
			return false;
		}
		$this->wpdb->delete( "{$this->wpdb->prefix}wc_am_api_activation", [ 'activation_id' => $row->activation_id ] );
		$this->count( (int) $row->api_resource_id );

		return true;
	}

	/** Without counting down. */
	public function delete_api_key_activation_by_activation_id( int $id ): bool {
		return (bool) $this->wpdb->delete( "{$this->wpdb->prefix}wc_am_api_activation", [ 'activation_id' => $id ] );
	}

	public function get_expiration( int $id ): int {
		return (int) $this->wpdb->get_var( $this->wpdb->prepare( "SELECT expires FROM {$this->wpdb->prefix}wc_am_grace_period WHERE api_resource_id = %d", $id ) );
	}

	public function delete( int $id ): bool {
		return (bool) $this->wpdb->delete( "{$this->wpdb->prefix}wc_am_grace_period", [ 'api_resource_id' => $id ] );
	}

	public function calculate_grace_period(): int {
		return $this->grace;
	}

	/** @param array{admin_resources: array<string, mixed>} $about */
	public function delete_cache( array $about, bool $refresh ): void {
		$this->forgotten[] = $about['admin_resources'];
	}

	/** As 3.0 has it: what has ended goes on while its grace period does, and who has none yet gets one from the end on. */
	private function runs( object $resource ): bool {
		$end = (int) $resource->access_expires;
		if ( $this->get_expiration( (int) $resource->api_resource_id ) === 0 && $end > 0 && $end < time() ) {
			$this->grant( (int) $resource->api_resource_id, $end + $this->grace );
		}
		$granted = $this->get_expiration( (int) $resource->api_resource_id );

		return $granted > 0 ? $granted >= time() : ! ( $end > 0 && $end < time() );
	}

	private function count( int $id ): void {
		$ids = $this->wpdb->get_col( $this->wpdb->prepare( "SELECT activation_id FROM {$this->wpdb->prefix}wc_am_api_activation WHERE api_resource_id = %d", $id ) );
		$this->wpdb->update( "{$this->wpdb->prefix}wc_am_api_resource", [ 'activation_ids' => $ids === [] ? '' : wp_json_encode( $ids ), 'activations_total' => count( $ids ) ], [ 'api_resource_id' => $id ] );
	}
}
