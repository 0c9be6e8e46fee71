<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use DateTimeImmutable;

/** What the sample shop's orders opened: downloads, licenses with their sites, subscriptions. */
final class SampleAccess {

	public function __construct( private readonly Database $db ) {
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<array<string, string|null>>
	 */
	public function downloads( array $order_ids ): array {
		return $this->of( 'shop_downloads', 'order_id', $order_ids );
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<array<string, string|null>>
	 */
	public function licenses( array $order_ids ): array {
		return $this->of( 'shop_licenses', 'order_id', $order_ids );
	}

	/**
	 * @param list<string> $sites
	 * @return list<array<string, string|null>> Licenses with this key, or in use on one of these sites.
	 */
	public function licenses_by( string $key, array $sites ): array {
		$marks = implode( ', ', array_fill( 0, count( $sites ) + 1, '%s' ) );

		return $this->db->rows( "SELECT l.* FROM {$this->db->table( 'shop_licenses' )} l WHERE l.license_key = %s OR l.id IN (SELECT license_id FROM {$this->db->table( 'shop_sites' )} WHERE site IN ($marks)) ORDER BY l.id LIMIT 10", [ self::key( $key ), '', ...$sites ] );
	}

	/** A name in other letters is no key, and a database that compares it with one stops. */
	private static function key( string $text ): string {
		return mb_check_encoding( $text, 'ASCII' ) ? $text : '';
	}

	/**
	 * @param list<int> $license_ids
	 * @return list<array<string, string|null>>
	 */
	public function sites( array $license_ids ): array {
		return $this->of( 'shop_sites', 'license_id', $license_ids );
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<array<string, string|null>>
	 */
	public function subscriptions( array $order_ids ): array {
		return $this->of( 'shop_subscriptions', 'order_id', $order_ids );
	}

	/** @return array<string, string|null>|null */
	public function download( int $id ): ?array {
		return $this->of( 'shop_downloads', 'id', [ $id ] )[0] ?? null;
	}

	/** @return array<string, string|null>|null */
	public function license( int $id ): ?array {
		return $this->of( 'shop_licenses', 'id', [ $id ] )[0] ?? null;
	}

	/** @return array<string, string|null>|null */
	public function subscription( int $id ): ?array {
		return $this->of( 'shop_subscriptions', 'id', [ $id ] )[0] ?? null;
	}

	public function close_download( int $id ): void {
		$this->db->write( "UPDATE {$this->db->table( 'shop_downloads' )} SET is_open = 0 WHERE id = %d", [ $id ] );
	}

	public function open_download( int $id ): void {
		$this->db->write( "UPDATE {$this->db->table( 'shop_downloads' )} SET is_open = 1 WHERE id = %d", [ $id ] );
	}

	public function remove_site( int $license_id, int $site_id ): void {
		$this->db->write( "DELETE FROM {$this->db->table( 'shop_sites' )} WHERE id = %d AND license_id = %d", [ $site_id, $license_id ] );
	}

	public function set_license_status( int $id, string $status ): void {
		$this->db->write( "UPDATE {$this->db->table( 'shop_licenses' )} SET status = %s WHERE id = %d", [ $status, $id ] );
	}

	public function cancel_subscription( int $id, DateTimeImmutable $at ): void {
		$this->db->write( "UPDATE {$this->db->table( 'shop_subscriptions' )} SET status = 'cancelled', next_payment_at = NULL, ends_at = %s WHERE id = %d", [ Database::time( $at ), $id ] );
	}

	public function add_download( int $order_id, string $file, bool $open = true ): int {
		return (int) $this->db->insert(
			'shop_downloads',
			[
				'order_id' => $order_id,
				'file'     => $file,
				'is_open'  => $open ? 1 : 0,
			]
		);
	}

	/**
	 * @param array<string, scalar|null> $license
	 * @param list<string>               $sites
	 */
	public function add_license( array $license, array $sites = [] ): int {
		$id = (int) $this->db->insert( 'shop_licenses', $license );
		foreach ( $sites as $site ) {
			$this->db->insert(
				'shop_sites',
				[
					'license_id' => $id,
					'site'       => $site,
				]
			);
		}

		return $id;
	}

	/** As a customer's site asks: false when the key is of no use. */
	public function activate_site( string $license_key, string $site ): bool {
		$id = $this->db->value( "SELECT id FROM {$this->db->table( 'shop_licenses' )} WHERE license_key = %s AND status IN ('active', 'inactive')", [ self::key( $license_key ) ] );
		if ( $id === null ) {
			return false;
		}
		$row = [
			'license_id' => (int) $id,
			'site'       => $site,
		];

		return $this->db->insert( 'shop_sites', $row ) !== null;
	}

	public function delete_license( int $id ): void {
		$this->db->write( "DELETE FROM {$this->db->table( 'shop_sites' )} WHERE license_id = %d", [ $id ] );
		$this->db->write( "DELETE FROM {$this->db->table( 'shop_licenses' )} WHERE id = %d", [ $id ] );
	}

	public function delete_subscription( int $id ): void {
		$this->db->write( "DELETE FROM {$this->db->table( 'shop_subscriptions' )} WHERE id = %d", [ $id ] );
	}

	/** @return list<array<string, string|null>> Subscriptions that charge until then. */
	public function renewals( DateTimeImmutable $until, int $after_id, int $limit ): array {
		return $this->db->rows( "SELECT * FROM {$this->db->table( 'shop_subscriptions' )} WHERE next_payment_at IS NOT NULL AND next_payment_at <= %s AND id > %d ORDER BY id LIMIT %d", [ Database::time( $until ), $after_id, $limit ] );
	}

	/** @param array<string, scalar|null> $subscription */
	public function add_subscription( array $subscription ): int {
		return (int) $this->db->insert( 'shop_subscriptions', $subscription );
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, string|null>>
	 */
	private function of( string $table, string $column, array $ids ): array {
		if ( $ids === [] ) {
			return [];
		}

		return $this->db->rows( "SELECT * FROM {$this->db->table( $table )} WHERE $column IN (" . implode( ', ', array_fill( 0, count( $ids ), '%d' ) ) . ') ORDER BY id', $ids );
	}
}
