<?php
declare( strict_types=1 );

namespace Amicable\Licensing\WooCommerceSoftwareAddOn;

use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use Amicable\Stores\OrderRef;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use RuntimeException;
use wpdb;

/**
 * The keys of WooCommerce Software Add-on and the sites that use them, in its own tables. Two things are written: that a site is no longer active, which the versions
 * of its function do in different ways, and the product of a key, for which it has no function.
 */
final class KeyRecords {

	/** No product of a shop is called so. */
	private const ENDED = 'amicable-ended:';

	/** Of the column. */
	private const LENGTH = 200;

	public function __construct( private readonly wpdb $wpdb ) {
	}

	public static function is_ended( string $product ): bool {
		return str_starts_with( $product, self::ENDED );
	}

	/** Shown on the plugin's own screens, so it says whose product it was. The whole name stays with the step. */
	public static function ended( string $product ): string {
		return mb_substr( self::ENDED . $product, 0, self::LENGTH );
	}

	public function are_there(): bool {
		return $this->wpdb->get_var( $this->wpdb->prepare( 'SHOW TABLES LIKE %s', $this->wpdb->esc_like( $this->keys() ) ) ) === $this->keys();
	}

	/**
	 * @param list<int>    $order_ids
	 * @param list<string> $emails
	 * @return list<License>
	 */
	public function find( array $order_ids, array $emails ): array {
		if ( $order_ids === [] && $emails === [] ) {
			return [];
		}
		// One mark more than there are, for what no key has: a list is never empty.
		$orders = implode( ', ', array_fill( 0, count( $order_ids ) + 1, '%d' ) );
		$names  = implode( ', ', array_fill( 0, count( $emails ) + 1, '%s' ) );

		return $this->licenses( "order_id IN ($orders) OR LOWER(activation_email) IN ($names)", [ ...$order_ids, -1, ...$emails, ' ' ] );
	}

	public function one( int $id ): ?License {
		return $this->licenses( 'key_id = %d', [ $id ] )[0] ?? null;
	}

	/**
	 * @param list<string> $sites What a site calls its instance is up to whoever wrote it; mostly its address.
	 * @return list<License>
	 */
	public function search( string $key, array $sites ): array {
		if ( $key === '' ) {
			return [];
		}
		$in = implode( ', ', array_fill( 0, count( $sites ) + 1, '%s' ) );

		return array_slice( $this->licenses( "license_key = %s OR key_id IN (SELECT key_id FROM {$this->activations()} WHERE activation_active = 1 AND instance IN ($in))", [ $key, ...$sites, $sites[0] ?? $key ] ), 0, 10 );
	}

	/** Null: there is no such key. */
	public function product( int $id ): ?string {
		$product = $this->wpdb->get_var( $this->wpdb->prepare( "SELECT software_product_id FROM {$this->keys()} WHERE key_id = %d", $id ) );

		return is_string( $product ) ? $product : null;
	}

	/** @throws RuntimeException When the database refused. */
	public function set_product( int $id, string $from, string $to ): void {
		$where = [
			'key_id'              => $id,
			'software_product_id' => $from,
		];
		if ( $this->wpdb->update( $this->keys(), [ 'software_product_id' => $to ], $where, '%s', [ '%d', '%s' ] ) === false ) {
			throw new RuntimeException( $this->wpdb->last_error );
		}
	}

	public function is_active( int $id, int $activation_id ): bool {
		return (int) $this->wpdb->get_var( $this->wpdb->prepare( "SELECT activation_active FROM {$this->activations()} WHERE activation_id = %d AND key_id = %d", $activation_id, $id ) ) === 1;
	}

	/** @throws RuntimeException When the database refused. */
	public function deactivate( int $activation_id ): void {
		if ( $this->wpdb->update( $this->activations(), [ 'activation_active' => 0 ], [ 'activation_id' => $activation_id ], '%d', '%d' ) === false ) {
			throw new RuntimeException( $this->wpdb->last_error );
		}
	}

	/**
	 * @param list<int|string> $values
	 * @return list<License> Ids ascending.
	 */
	private function licenses( string $where, array $values ): array {
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT key_id, order_id, license_key, software_product_id FROM {$this->keys()} WHERE $where ORDER BY key_id", $values ), ARRAY_A ); // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- conditions of this class with a mark for each value.

		return array_map( fn ( array $row ): License => $this->license( $row ), is_array( $rows ) ? $rows : [] );
	}

	/** @param array<string, string|null> $row */
	private function license( array $row ): License {
		$key     = (string) $row['license_key'];
		$product = (string) $row['software_product_id'];
		$name    = self::is_ended( $product ) ? substr( $product, strlen( self::ENDED ) ) : $product;

		return new License(
			WooCommerceSoftwareAddOn::ID,
			(string) $row['key_id'],
			strlen( $key ) > 8 ? '…' . substr( $key, -4 ) : '…',
			$name === '' ? 'WooCommerce Software Add-on' : $name,
			(int) $row['order_id'] > 0 ? [ new OrderRef( WooCommerceStore::ID, (int) $row['order_id'] ) ] : [],
			self::is_ended( $product ) ? 'disabled' : 'active',
			null,
			true,
			$this->sites( (int) $row['key_id'] ),
		);
	}

	/** @return list<Activation> */
	private function sites( int $id ): array {
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT activation_id, instance FROM {$this->activations()} WHERE key_id = %d AND activation_active = 1 ORDER BY activation_id", $id ), ARRAY_A );

		return array_map( static fn ( array $row ): Activation => new Activation( (string) $row['activation_id'], (string) $row['instance'] ), is_array( $rows ) ? $rows : [] );
	}

	private function keys(): string {
		return "{$this->wpdb->prefix}woocommerce_software_licenses";
	}

	private function activations(): string {
		return "{$this->wpdb->prefix}woocommerce_software_activations";
	}
}
