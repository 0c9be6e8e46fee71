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

	/** @return list<Activation> */
	public function of( int $license_id ): array {
		$rows  = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT site_id, site_name FROM {$this->wpdb->prefix}edd_license_activations WHERE license_id = %d AND activated = 1 ORDER BY site_id", $license_id ), ARRAY_A );
		$sites = array_map( static fn ( array $row ): Activation => new Activation( (string) $row['site_id'], (string) $row['site_name'] ), is_array( $rows ) ? array_values( $rows ) : [] );
		$count = $this->counted( $license_id );
		if ( $count > 0 ) {
			/* translators: %d: how many sites use a license. */
			$sites[] = new Activation( self::COUNTED, sprintf( _n( '%d site, counted without its address', '%d sites, counted without their addresses', $count, 'amicable' ), $count ) );
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
		foreach ( $this->of( $license_id ) as $activation ) {
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

	private function counted( int $license_id ): int {
		return edd_software_licensing()->force_increase()
			? (int) $this->wpdb->get_var( $this->wpdb->prepare( "SELECT meta_value FROM {$this->wpdb->prefix}edd_licensemeta WHERE license_id = %d AND meta_key = %s", $license_id, self::COUNT ) )
			: 0;
	}
}
