<?php
declare( strict_types=1 );

namespace Amicable\Licensing\EddSoftwareLicensing;

use Amicable\Licensing\Activation;
use wpdb;

/**
 * Where a license is in use: one row a site, or, in shops that do not check addresses, a bare number.
 *
 * `remove_site()` is not called: it gives a key the status "inactive" with its last site, which revives a disabled one and the keys of its
 * bundle, and in shops that only count it lowers the count and leaves the row. This is the write it makes, through the same class.
 */
final class ActivationRecords {

	/** Stands for the number in shops that only count. */
	public const COUNTED = 'counted';

	private const COUNT = '_edd_sl_activation_count';

	public function __construct( private readonly wpdb $wpdb ) {
	}

	/**
	 * @param list<int> $license_ids
	 * @return array<int, list<Activation>> By license.
	 */
	public function of_all( array $license_ids ): array {
		$sites = [];
		foreach ( $this->select( 'SELECT license_id, site_id, site_name FROM edd_license_activations WHERE activated = 1 AND license_id', $license_ids, 'ORDER BY site_id' ) as $row ) {
			$sites[ (int) $row['license_id'] ][] = new Activation( (string) $row['site_id'], (string) $row['site_name'] );
		}
		foreach ( $this->counts( $license_ids ) as $license_id => $count ) {
			/* translators: %d: how many sites use a license. */
			$sites[ $license_id ][] = new Activation( self::COUNTED, sprintf( _n( '%d site, counted without its address', '%d sites, counted without their addresses', $count, 'amicable' ), $count ) );
		}

		return $sites;
	}

	/**
	 * @param list<string> $sites
	 * @return list<int> Licenses in use on one of these.
	 */
	public function licenses_on( array $sites ): array {
		if ( $sites === [] ) {
			return [];
		}
		$in = implode( ', ', array_fill( 0, count( $sites ), '%s' ) );

		return array_map( 'intval', array_values( $this->wpdb->get_col( $this->wpdb->prepare( "SELECT license_id FROM {$this->wpdb->prefix}edd_license_activations WHERE activated = 1 AND site_name IN ($in) LIMIT 10", $sites ) ) ) );
	}

	/** Whether one is still there. */
	public function has( int $license_id, string $activation_id ): bool {
		foreach ( $this->of_all( [ $license_id ] )[ $license_id ] ?? [] as $activation ) {
			if ( $activation->id === $activation_id ) {
				return true;
			}
		}

		return false;
	}

	public function end( int $license_id, string $activation_id ): void {
		$plugin = edd_software_licensing();
		if ( $activation_id === self::COUNTED ) {
			$plugin->license_meta_db->update_meta( $license_id, self::COUNT, 0 );
		} else {
			$plugin->activations_db->update( (int) $activation_id, [ 'activated' => 0 ] );
		}
	}

	/**
	 * @param list<int> $license_ids
	 * @return array<int, int> By license, where there is one to end.
	 */
	private function counts( array $license_ids ): array {
		if ( ! edd_software_licensing()->force_increase() ) {
			return [];
		}
		$counts = [];
		foreach ( $this->select( "SELECT license_id, meta_value FROM edd_licensemeta WHERE meta_key = '" . self::COUNT . "' AND license_id", $license_ids, '' ) as $row ) {
			$counts[ (int) $row['license_id'] ] = (int) $row['meta_value'];
		}

		return array_filter( $counts, static fn ( int $count ): bool => $count > 0 );
	}

	/**
	 * @param string    $select Ends before the comparison; its table without the prefix.
	 * @param list<int> $ids
	 * @return list<array<string, string|null>>
	 */
	private function select( string $select, array $ids, string $rest ): array {
		if ( $ids === [] ) {
			return [];
		}
		$sql  = str_replace( 'FROM ', "FROM {$this->wpdb->prefix}", $select ) . ' IN (' . implode( ', ', array_fill( 0, count( $ids ), '%d' ) ) . ") $rest";
		$rows = $this->wpdb->get_results( $this->wpdb->prepare( $sql, $ids ), ARRAY_A );

		return is_array( $rows ) ? array_values( $rows ) : [];
	}
}
