<?php
declare( strict_types=1 );

namespace Amicable\Licensing\LicenseManagerForWooCommerce;

use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use Amicable\Stores\OrderRef;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use DateTimeImmutable;
use DateTimeZone;
use WC_Product;
use wpdb;

/** License Manager's tables, read only. Its own functions find keys one by one, and never by id. */
final class LicenseRecords {

	private const INACTIVE = 4;

	public function __construct( private readonly wpdb $wpdb ) {
	}

	/**
	 * @param list<int> $order_ids
	 * @param list<int> $user_ids
	 * @return list<License>
	 */
	public function find( array $order_ids, array $user_ids ): array {
		$found = [];
		foreach ( [ 'order_id' => $order_ids, 'user_id' => array_values( array_filter( $user_ids, static fn ( int $id ): bool => $id > 0 ) ) ] as $column => $ids ) {
			if ( $ids !== [] ) {
				$found = [ ...$found, ...$this->rows( "$column IN (" . implode( ', ', array_fill( 0, count( $ids ), '%d' ) ) . ')', $ids ) ];
			}
		}
		$sites    = $this->activations( array_values( array_unique( array_map( static fn ( array $row ): int => (int) $row['id'], $found ) ) ) );
		$licenses = [];
		foreach ( $found as $row ) {
			$licenses[ (int) $row['id'] ] ??= $this->license( $row, $sites[ (int) $row['id'] ] ?? [] );
		}
		ksort( $licenses );

		return array_values( $licenses );
	}

	public function one( int $id ): ?License {
		$row = $this->rows( 'id = %d', [ $id ] )[0] ?? null;

		return $row === null ? null : $this->license( $row, $this->activations( [ $id ] )[ $id ] ?? [] );
	}

	/**
	 * Keys are stored encrypted; the plugin finds them by its own hash. A site names itself in the label of its activation.
	 *
	 * @param list<string> $sites
	 * @return list<License>
	 */
	public function search( string $key, array $sites ): array {
		$hash = apply_filters( 'lmfwc_hash', $key );
		$rows = is_string( $hash ) ? $this->rows( 'hash = %s', [ $hash ] ) : [];
		if ( $sites !== [] ) {
			$in   = implode( ', ', array_fill( 0, count( $sites ), '%s' ) );
			$rows = [ ...$rows, ...$this->rows( "id IN (SELECT license_id FROM {$this->wpdb->prefix}lmfwc_activations WHERE deactivated_at IS NULL AND label IN ($in))", $sites ) ];
		}
		$rows  = array_slice( $rows, 0, 10 );
		$found = $this->activations( array_map( static fn ( array $row ): int => (int) $row['id'], $rows ) );

		return array_map( fn ( array $row ): License => $this->license( $row, $found[ (int) $row['id'] ] ?? [] ), $rows );
	}

	/** The key in clear; it never leaves this folder. */
	public function key( int $id ): ?string {
		$row = $this->rows( 'id = %d', [ $id ] )[0] ?? null;

		return $row === null ? null : $this->decrypted( (string) $row['license_key'] );
	}

	/** @return array{status: int, expires_at: string|null}|null What stops a key, as it stands. Null: there is no such license. */
	public function standing( int $id ): ?array {
		$row = $this->rows( 'id = %d', [ $id ] )[0] ?? null;

		return $row === null ? null : [
			'status'     => (int) $row['status'],
			'expires_at' => $row['expires_at'] === null || str_starts_with( $row['expires_at'], '0000' ) ? null : $row['expires_at'],
		];
	}

	/** Of an activation that is still there. */
	public function token( int $license_id, int $activation_id ): ?string {
		$token = $this->wpdb->get_var( $this->wpdb->prepare( "SELECT token FROM {$this->wpdb->prefix}lmfwc_activations WHERE id = %d AND license_id = %d AND deactivated_at IS NULL", $activation_id, $license_id ) );

		return is_string( $token ) ? $token : null;
	}

	/**
	 * @param array<string, string|null> $row
	 * @param list<Activation>           $activations
	 */
	private function license( array $row, array $activations ): License {
		$key     = $this->decrypted( (string) $row['license_key'] );
		$expires = $row['expires_at'] === null || str_starts_with( $row['expires_at'], '0000' ) ? null : new DateTimeImmutable( $row['expires_at'], new DateTimeZone( 'UTC' ) );

		return new License(
			LicenseManagerForWooCommerce::ID,
			(string) $row['id'],
			strlen( $key ) > 8 ? '…' . substr( $key, -4 ) : '…',
			$this->product( (int) $row['product_id'] ),
			(int) $row['order_id'] > 0 ? [ new OrderRef( WooCommerceStore::ID, (int) $row['order_id'] ) ] : [],
			$this->status( (int) $row['status'], $expires ),
			$expires,
			$expires === null,
			$activations,
		);
	}

	/**
	 * Only the date stops a key; an inactive one that has not expired still takes new sites.
	 *
	 * @return 'active'|'inactive'|'expired'|'disabled'
	 */
	private function status( int $status, ?DateTimeImmutable $expires ): string {
		$over = $expires !== null && $expires < new DateTimeImmutable( 'now', new DateTimeZone( 'UTC' ) );

		return match ( true ) {
			$over && $status === self::INACTIVE => 'disabled',
			$over                               => 'expired',
			$status === self::INACTIVE          => 'inactive',
			default                             => 'active',
		};
	}

	/**
	 * @param list<int> $license_ids
	 * @return array<int, list<Activation>> By license.
	 */
	private function activations( array $license_ids ): array {
		if ( $license_ids === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $license_ids ), '%d' ) );
		$rows  = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT id, license_id, label FROM {$this->wpdb->prefix}lmfwc_activations WHERE license_id IN ($marks) AND deactivated_at IS NULL ORDER BY id", $license_ids ), ARRAY_A );
		$found = [];
		foreach ( is_array( $rows ) ? $rows : [] as $row ) {
			$found[ (int) $row['license_id'] ][] = new Activation(
				(string) $row['id'],
				/* translators: %s: number of an activation. */
				is_string( $row['label'] ) && $row['label'] !== '' ? $row['label'] : sprintf( __( 'Site %s', 'amicable' ), (string) $row['id'] ),
			);
		}

		return $found;
	}

	private function product( int $id ): string {
		$product = $id > 0 ? wc_get_product( $id ) : null;

		/* translators: %d: number of a product. */
		return $product instanceof WC_Product ? $product->get_name() : sprintf( __( 'Product %d', 'amicable' ), $id );
	}

	private function decrypted( string $stored ): string {
		$key = apply_filters( 'lmfwc_decrypt', $stored );

		return is_string( $key ) ? $key : '';
	}

	/**
	 * @param list<int|string> $values
	 * @return list<array<string, string|null>>
	 */
	private function rows( string $where, array $values ): array {
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT id, order_id, product_id, license_key, expires_at, status FROM {$this->wpdb->prefix}lmfwc_licenses WHERE $where ORDER BY id", $values ), ARRAY_A );

		return is_array( $rows ) ? array_values( $rows ) : [];
	}
}
