<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Mode;
use wpdb;

/** Leaves nothing behind, or everything: whatever the register names goes, if the owner said so; otherwise it all stays. */
final class Uninstall {

	public const OPTION = 'amicable_keep_data';

	public function __construct( private readonly wpdb $wpdb ) {
	}

	/** Every site of a network decides for itself. */
	public function run(): void {
		if ( ! is_multisite() ) {
			$this->site();
			return;
		}
		$after = 0;
		do {
			$ids = get_sites(
				[
					'fields' => 'ids',
					'number' => 100,
					'offset' => $after,
				]
			);
			foreach ( $ids as $id ) {
				switch_to_blog( (int) $id );
				$this->site();
				restore_current_blog();
			}
			$after += 100;
		} while ( $ids !== [] );
	}

	private function site(): void {
		if ( get_option( self::OPTION, 'keep' ) !== 'remove' ) {
			return;
		}
		foreach ( Mode::cases() as $mode ) {
			( new Migrations( new Database( $this->wpdb, $mode ) ) )->drop();
		}
		$this->hooks();
		$this->capabilities();
		array_map( 'delete_option', array_keys( Tables::OPTIONS ) );
		foreach ( Tables::USER_META as $key ) {
			delete_metadata( 'user', 0, $key, '', true );
		}
	}

	private function hooks(): void {
		foreach ( Tables::HOOKS as $hook ) {
			wp_unschedule_hook( $hook );
			if ( function_exists( 'as_unschedule_all_actions' ) ) {
				as_unschedule_all_actions( $hook );
			}
		}
	}

	private function capabilities(): void {
		foreach ( wp_roles()->role_objects as $role ) {
			foreach ( Tables::CAPABILITIES as $capability ) {
				$role->remove_cap( $capability );
			}
		}
		remove_role( Tables::ROLE );
	}
}
