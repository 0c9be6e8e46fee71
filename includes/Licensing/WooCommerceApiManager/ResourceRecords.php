<?php
declare( strict_types=1 );

namespace Amicable\Licensing\WooCommerceApiManager;

use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use Amicable\Stores\OrderRef;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use DateTimeImmutable;
use RuntimeException;
use wpdb;

/** The resources of WooCommerce API Manager and the sites that use them, in its own tables. One thing is written: until when a resource can be used, for which it has no function. */
final class ResourceRecords {

	/** Not 0, which means never. */
	public const LONG_AGO = 1;

	public function __construct( private readonly wpdb $wpdb ) {
	}

	public function are_there(): bool {
		return $this->wpdb->get_var( $this->wpdb->prepare( 'SHOW TABLES LIKE %s', $this->wpdb->esc_like( $this->resources() ) ) ) === $this->resources();
	}

	/**
	 * @param list<int> $order_ids
	 * @param list<int> $user_ids
	 * @return list<License>
	 */
	public function find( array $order_ids, array $user_ids ): array {
		$users = array_values( array_filter( $user_ids, static fn ( int $id ): bool => $id > 0 ) );
		if ( $order_ids === [] && $users === [] ) {
			return [];
		}
		$orders = self::marks( $order_ids );
		$any    = [ ...$order_ids, -1 ];

		return $this->licenses( "order_id IN ($orders) OR sub_parent_id IN ($orders) OR user_id IN (" . self::marks( $users ) . ')', [ ...$any, ...$any, ...$users, -1 ] );
	}

	public function one( int $id ): ?License {
		return $this->licenses( 'api_resource_id = %d', [ $id ] )[0] ?? null;
	}

	/**
	 * @param list<string> $sites A site names itself as the object of its activation.
	 * @return list<License>
	 */
	public function search( string $key, array $sites ): array {
		if ( $key === '' ) {
			return [];
		}
		$in = implode( ', ', array_fill( 0, count( $sites ) + 1, '%s' ) );

		return array_slice( $this->licenses( "product_order_api_key = %s OR master_api_key = %s OR api_resource_id IN (SELECT api_resource_id FROM {$this->activations()} WHERE object IN ($in))", [ $key, $key, ...$sites, $sites[0] ?? $key ] ), 0, 10 );
	}

	/** The name under which a site registered; null: it is not registered. */
	public function instance( int $license_id, int $activation_id ): ?string {
		$instance = $this->wpdb->get_var( $this->wpdb->prepare( "SELECT instance FROM {$this->activations()} WHERE activation_id = %d AND api_resource_id = %d", $activation_id, $license_id ) );

		return is_string( $instance ) ? $instance : null;
	}

	public function is_alone( string $instance ): bool {
		return (int) $this->wpdb->get_var( $this->wpdb->prepare( "SELECT COUNT(*) FROM {$this->activations()} WHERE instance = %s", $instance ) ) === 1;
	}

	/** In seconds; 0: never. Null: there is no such resource. */
	public function end( int $id ): ?int {
		$end = $this->wpdb->get_var( $this->wpdb->prepare( "SELECT access_expires FROM {$this->resources()} WHERE api_resource_id = %d", $id ) );

		return $end === null ? null : (int) $end;
	}

	/** @throws RuntimeException When the database refused. */
	public function set_end( int $id, int $end ): void {
		if ( $this->wpdb->update( $this->resources(), [ 'access_expires' => $end ], [ 'api_resource_id' => $id ], '%d', '%d' ) === false ) {
			throw new RuntimeException( $this->wpdb->last_error );
		}
		if ( function_exists( 'WC_AM_GRACE_PERIOD' ) ) { // Since 2.6. One that is there goes on whatever the end says.
			WC_AM_GRACE_PERIOD()->delete( $id );
		}
		$this->forget( $id );
	}

	/** What the plugin remembers of a resource, as its own screens have it forgotten. Answers to single sites it keeps for some minutes more. */
	public function forget( int $id ): void {
		$row = $this->wpdb->get_row( $this->wpdb->prepare( "SELECT * FROM {$this->resources()} WHERE api_resource_id = %d", $id ), ARRAY_A );
		if ( ! is_array( $row ) || ! function_exists( 'WC_AM_SMART_CACHE' ) ) {
			return;
		}
		foreach ( [ 'master_api_key', 'product_order_api_key' ] as $key ) {
			$about = [
				'order_id'      => $row['order_id'],
				'sub_parent_id' => (int) $row['sub_parent_id'] > 0 ? $row['sub_parent_id'] : $row['order_id'],
				'api_key'       => $row[ $key ],
				'product_id'    => $row['product_id'],
				'user_id'       => $row['user_id'],
			];
			WC_AM_SMART_CACHE()->delete_cache( [ 'admin_resources' => $about ], true );
		}
	}

	/**
	 * @param list<int|string> $values
	 * @return list<License> Ids ascending.
	 */
	private function licenses( string $where, array $values ): array {
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT * FROM {$this->resources()} WHERE $where ORDER BY api_resource_id", $values ), ARRAY_A ); // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- conditions of this class with a mark for each value.

		return array_map( fn ( array $row ): License => $this->license( $row ), is_array( $rows ) ? $rows : [] );
	}

	/** @param array<string, string|null> $row */
	private function license( array $row ): License {
		$end    = (int) $row['access_expires'];
		$orders = array_unique( (int) $row['sub_parent_id'] > 0 ? [ (int) $row['sub_parent_id'], (int) $row['order_id'] ] : [ (int) $row['order_id'] ] );
		$key    = (string) $row['product_order_api_key'];

		return new License(
			WooCommerceApiManager::ID,
			(string) $row['api_resource_id'],
			strlen( $key ) > 8 ? '…' . substr( $key, -4 ) : '…',
			(string) $row['product_title'],
			array_map( static fn ( int $id ): OrderRef => new OrderRef( WooCommerceStore::ID, $id ), array_values( $orders ) ),
			$this->status( (int) $row['api_resource_id'], $end ),
			$end > 0 ? ( new DateTimeImmutable( '@0' ) )->setTimestamp( $end ) : null,
			$end === 0 && (int) $row['sub_id'] === 0,
			$this->sites( (int) $row['api_resource_id'] ),
		);
	}

	/** @return 'active'|'expired'|'disabled' */
	private function status( int $id, int $end ): string {
		$until = $end;
		if ( $end > 0 && function_exists( 'WC_AM_GRACE_PERIOD' ) ) {
			$granted = WC_AM_GRACE_PERIOD()->get_expiration( $id );
			$until   = $granted > 0 ? $granted : $end + WC_AM_GRACE_PERIOD()->calculate_grace_period();
		}

		return match ( true ) {
			$end === 0 || $until >= time() => 'active',
			$end === self::LONG_AGO        => 'disabled',
			default                        => 'expired',
		};
	}

	/** @return list<Activation> */
	private function sites( int $id ): array {
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT activation_id, object, instance FROM {$this->activations()} WHERE api_resource_id = %d ORDER BY activation_id", $id ), ARRAY_A );

		return array_map( static fn ( array $row ): Activation => new Activation( (string) $row['activation_id'], (string) $row[ (string) $row['object'] === '' ? 'instance' : 'object' ] ), is_array( $rows ) ? $rows : [] );
	}

	/**
	 * One more than there are, for a number that nothing has: a list is never empty.
	 *
	 * @param list<int> $ids
	 */
	private static function marks( array $ids ): string {
		return implode( ', ', array_fill( 0, count( $ids ) + 1, '%d' ) );
	}

	private function resources(): string {
		return $this->wpdb->prefix . WC_AM_USER()->get_api_resource_table_name();
	}

	private function activations(): string {
		return $this->wpdb->prefix . WC_AM_USER()->get_api_activation_table_name();
	}
}
