<?php
declare( strict_types=1 );

namespace Amicable\Licensing\EddSoftwareLicensing;

use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use Amicable\Stores\EasyDigitalDownloads\EddStore;
use Amicable\Stores\EasyDigitalDownloads\OrderTables;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use DateTimeImmutable;
use DateTimeZone;
use wpdb;

/**
 * Software Licensing's tables, read only.
 *
 * Its own objects write while they are read: looking at a status can expire a license and send its owner a mail, and making one moves it to
 * another user. And a status in its cache may be older than what another process wrote.
 */
final class LicenseRecords {

	/** Orders that renewed or upgraded a license. The first one stands in its row. */
	private const LATER_ORDER = '_edd_sl_payment_id';

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly OrderTables $tables,
		private readonly ActivationRecords $activations,
	) {
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<License>
	 */
	public function find( array $order_ids, Keys $keys ): array {
		$users = array_values( array_filter( $keys->user_ids, static fn ( int $id ): bool => $id > 0 ) );
		$found = [
			...$this->rows( 'payment_id', $order_ids ),
			...$this->rows( 'id', $this->later( $order_ids ) ),
			...$this->rows( 'customer_id', $this->tables->customers_of( $keys ) ),
			...$this->rows( 'user_id', $users ),
		];
		// A key that came with a bundle hangs on the bundle's key, whoever its own row names.
		$found = [ ...$found, ...$this->rows( 'parent', array_values( array_unique( array_map( static fn ( array $row ): int => (int) $row['id'], $found ) ) ) ) ];
		$once  = [];
		foreach ( $found as $row ) {
			$once[ (int) $row['id'] ] = $row;
		}
		ksort( $once );

		return $this->licenses( array_values( $once ) );
	}

	public function one( int $id ): ?License {
		return $this->licenses( $this->rows( 'id', [ $id ] ) )[0] ?? null;
	}

	/**
	 * @param list<string> $sites
	 * @return list<License>
	 */
	public function search( string $key, array $sites ): array {
		$rows = array_slice( [ ...$this->rows( 'license_key', [ $key ] ), ...$this->rows( 'id', $this->activations->licenses_on( $sites ) ) ], 0, 10 );

		return $this->licenses( $rows );
	}

	/** @return list<int> Keys that came with this one as parts of a bundle. */
	public function children( int $id ): array {
		return array_map( static fn ( array $row ): int => (int) $row['id'], $this->rows( 'parent', [ $id ] ) );
	}

	/**
	 * All of them in four looks, however many they are.
	 *
	 * @param list<array<string, string|null>> $rows
	 * @return list<License>
	 */
	private function licenses( array $rows ): array {
		$ids     = array_map( static fn ( array $row ): int => (int) $row['id'], $rows );
		$bundles = array_values( array_unique( array_map( static fn ( array $row ): int => (int) $row['parent'], $rows ) ) );
		$parents = [];
		foreach ( $this->rows( 'id', array_values( array_diff( $bundles, [ 0 ] ) ) ) as $parent ) {
			$parents[ (int) $parent['id'] ] = $parent;
		}
		$sites = $this->activations->of_all( $ids );
		$later = $this->later_orders( $ids );

		return array_map( fn ( array $row ): License => $this->license( $row, $parents[ (int) $row['parent'] ] ?? $row, $sites[ (int) $row['id'] ] ?? [], $later[ (int) $row['id'] ] ?? [] ), $rows );
	}

	/**
	 * @param array<string, string|null> $row
	 * @param array<string, string|null> $term  The row whose term counts: of the bundle, where there is one.
	 * @param list<Activation>           $sites
	 * @param list<int>                  $later Orders after the first.
	 */
	private function license( array $row, array $term, array $sites, array $later ): License {
		$key      = (string) $row['license_key'];
		$lifetime = (int) $term['expiration'] === 0;
		$expires  = $lifetime || (int) $row['expiration'] === 0 ? null : $this->moment( (int) $row['expiration'] );

		return new License(
			EddSoftwareLicensing::ID,
			(string) $row['id'],
			strlen( $key ) > 8 ? '…' . substr( $key, -4 ) : '…',
			$this->product( (int) $row['download_id'], $row['price_id'] ),
			$this->orders( [ (int) $row['payment_id'], ...$later ] ),
			$this->status( (string) $row['status'], $expires, $sites !== [] ),
			$expires,
			$lifetime,
			$sites,
		);
	}

	/**
	 * The plugin believes the date, not the word "expired": with a later date it makes the key active again as soon as it looks.
	 *
	 * @return 'active'|'inactive'|'expired'|'disabled'
	 */
	private function status( string $status, ?DateTimeImmutable $expires, bool $in_use ): string {
		return match ( true ) {
			$status === 'disabled'                                             => 'disabled',
			$expires !== null && $expires < new DateTimeImmutable( 'now' ) => 'expired',
			$in_use                                                            => 'active',
			default                                                            => 'inactive',
		};
	}

	/** The plugin counts seconds as if the shop's own clock showed UTC. */
	private function moment( int $expiration ): DateTimeImmutable {
		return ( new DateTimeImmutable( gmdate( 'Y-m-d H:i:s', $expiration ), wp_timezone() ) )->setTimezone( new DateTimeZone( 'UTC' ) );
	}

	private function product( int $download_id, ?string $price_id ): string {
		$name = edd_get_download_name( $download_id, $price_id );

		/* translators: %d: number of a product. */
		return is_string( $name ) && $name !== '' ? $name : sprintf( __( 'Product %d', 'amicable' ), $download_id );
	}

	/**
	 * @param list<int> $ids
	 * @return list<OrderRef> First one first.
	 */
	private function orders( array $ids ): array {
		$ids = array_values( array_unique( array_filter( $ids, static fn ( int $id ): bool => $id > 0 ) ) );
		sort( $ids );

		return array_map( static fn ( int $id ): OrderRef => new OrderRef( EddStore::ID, $id ), $ids );
	}

	/**
	 * @param list<int> $license_ids
	 * @return array<int, list<int>> By license.
	 */
	private function later_orders( array $license_ids ): array {
		if ( $license_ids === [] ) {
			return [];
		}
		$in     = implode( ', ', array_fill( 0, count( $license_ids ), '%d' ) );
		$orders = [];
		foreach ( (array) $this->wpdb->get_results( $this->wpdb->prepare( "SELECT license_id, meta_value FROM {$this->wpdb->prefix}edd_licensemeta WHERE meta_key = %s AND license_id IN ($in)", [ self::LATER_ORDER, ...$license_ids ] ), ARRAY_A ) as $row ) {
			$orders[ (int) $row['license_id'] ][] = (int) $row['meta_value'];
		}

		return $orders;
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<int> Licenses that one of these orders renewed or upgraded.
	 */
	private function later( array $order_ids ): array {
		if ( $order_ids === [] ) {
			return [];
		}
		$in = implode( ', ', array_fill( 0, count( $order_ids ), '%s' ) );

		return array_map( 'intval', array_values( $this->wpdb->get_col( $this->wpdb->prepare( "SELECT license_id FROM {$this->wpdb->prefix}edd_licensemeta WHERE meta_key = %s AND meta_value IN ($in)", [ self::LATER_ORDER, ...$order_ids ] ) ) ) );
	}

	/**
	 * Ids are kept as text in some of these columns. What is "private" does not exist for the plugin either.
	 *
	 * @param list<int|string> $values
	 * @return list<array<string, string|null>>
	 */
	private function rows( string $column, array $values ): array {
		if ( $values === [] ) {
			return [];
		}
		$in   = implode( ', ', array_fill( 0, count( $values ), '%s' ) );
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT id, license_key, status, download_id, price_id, payment_id, expiration, parent FROM {$this->wpdb->prefix}edd_licenses WHERE $column IN ($in) AND status <> 'private' ORDER BY id", $values ), ARRAY_A );

		return is_array( $rows ) ? array_values( $rows ) : [];
	}
}
