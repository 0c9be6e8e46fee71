<?php
declare( strict_types=1 );

namespace Amicable\Licensing\DigitalLicenseManager;

use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use Amicable\Stores\OrderRef;
use Amicable\Stores\WooCommerce\WooCommerceStore;
use DateTimeImmutable;
use DateTimeZone;
use IdeoLogix\DigitalLicenseManager\Database\Models\License as Record;
use WC_Product;
use wpdb;

/** What Digital License Manager keeps, read only: licenses by its own functions, activations from its table, which nothing else lists by site. */
final class LicenseRecords {

	private const DISABLED = 5;
	private const INACTIVE = 4;

	public function __construct( private readonly wpdb $wpdb ) {
	}

	/**
	 * @param list<int> $order_ids
	 * @param list<int> $user_ids
	 * @return list<License>
	 */
	public function find( array $order_ids, array $user_ids ): array {
		$users = array_values( array_filter( $user_ids, static fn ( int $id ): bool => $id > 0 ) );

		return $this->licenses( [ ...( $order_ids === [] ? [] : $this->records( [ 'order_id' => $order_ids ] ) ), ...( $users === [] ? [] : $this->records( [ 'user_id' => $users ] ) ) ] );
	}

	public function one( int $id ): ?License {
		return $this->licenses( $this->records( [ 'id' => $id ] ) )[0] ?? null;
	}

	/**
	 * @param list<string> $sites A site names itself in the label of its activation.
	 * @return list<License>
	 */
	public function search( string $key, array $sites ): array {
		$records = $key === '' ? [] : $this->records( [ 'license_key' => $key ] );
		if ( $sites !== [] ) {
			$in      = implode( ', ', array_fill( 0, count( $sites ), '%s' ) );
			$ids     = $this->wpdb->get_col( $this->wpdb->prepare( "SELECT DISTINCT license_id FROM {$this->wpdb->prefix}dlm_license_activations WHERE deactivated_at IS NULL AND label IN ($in) ORDER BY license_id LIMIT 10", $sites ) );
			$records = [ ...$records, ...( $ids === [] ? [] : $this->records( [ 'id' => array_map( intval( ... ), $ids ) ] ) ) ];
		}

		return array_slice( $this->licenses( $records ), 0, 10 );
	}

	/** As the plugin counts it. Null: there is no such license. */
	public function status_of( int $id ): ?int {
		$record = $this->records( [ 'id' => $id ] )[0] ?? null;

		return $record === null ? null : (int) $record->getStatus();
	}

	/** Of an activation that is still there. */
	public function token( int $license_id, int $activation_id ): ?string {
		$token = $this->wpdb->get_var( $this->wpdb->prepare( "SELECT token FROM {$this->wpdb->prefix}dlm_license_activations WHERE id = %d AND license_id = %d AND deactivated_at IS NULL", $activation_id, $license_id ) );

		return is_string( $token ) ? $token : null;
	}

	/**
	 * @param array<string, int|string|list<int>> $query
	 * @return list<Record>
	 */
	private function records( array $query ): array {
		$found = dlm_get_licenses( $query );

		return is_array( $found ) ? array_values( $found ) : [];
	}

	/**
	 * @param list<Record> $records
	 * @return list<License> Each once, ids ascending.
	 */
	private function licenses( array $records ): array {
		$by_id = [];
		foreach ( $records as $record ) {
			$by_id[ (int) $record->getId() ] = $record;
		}
		ksort( $by_id );
		$sites = $this->activations( array_keys( $by_id ) );

		return array_values( array_map( fn ( Record $record ): License => $this->license( $record, $sites[ (int) $record->getId() ] ?? [] ), $by_id ) );
	}

	/** @param list<Activation> $activations */
	private function license( Record $record, array $activations ): License {
		$key     = $record->getDecryptedLicenseKey();
		$key     = is_string( $key ) ? $key : ''; // Its secret may be lost; then nobody can read the key.
		$date    = (string) $record->getExpiresAt();
		$expires = $date === '' || str_starts_with( $date, '0000' ) ? null : new DateTimeImmutable( $date, new DateTimeZone( 'UTC' ) );

		return new License(
			DigitalLicenseManager::ID,
			(string) $record->getId(),
			strlen( $key ) > 8 ? '…' . substr( $key, -4 ) : '…',
			$this->product( (int) $record->getProductId() ),
			(int) $record->getOrderId() > 0 ? [ new OrderRef( WooCommerceStore::ID, (int) $record->getOrderId() ) ] : [],
			$this->status( (int) $record->getStatus(), $expires ),
			$expires,
			$expires === null,
			$activations,
		);
	}

	/**
	 * Only "disabled" and the date stop a key; an inactive one takes new sites.
	 *
	 * @return 'active'|'inactive'|'expired'|'disabled'
	 */
	private function status( int $status, ?DateTimeImmutable $expires ): string {
		return match ( true ) {
			$status === self::DISABLED                                                                       => 'disabled',
			$expires !== null && $expires < new DateTimeImmutable( 'now', new DateTimeZone( 'UTC' ) ) => 'expired',
			$status === self::INACTIVE                                                                       => 'inactive',
			default                                                                                          => 'active',
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
		$rows  = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT id, license_id, label FROM {$this->wpdb->prefix}dlm_license_activations WHERE license_id IN ($marks) AND deactivated_at IS NULL ORDER BY id", $license_ids ), ARRAY_A );
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
}
