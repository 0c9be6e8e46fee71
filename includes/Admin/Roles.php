<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Capability;
use Amicable\Hookable;
use Amicable\Storage\Tables;
use WP_Error;
use WP_User;

/** Who may do what by default, and the working day of somebody who is a support agent and nothing else. */
final class Roles implements Hookable {

	/** Role => capabilities. Shop managers get all but settings and approval. */
	private const MATRIX = [
		'administrator' => Capability::ALL,
		'shop_manager'  => [ Capability::VIEW, Capability::MONEY, Capability::LOG, Capability::CASES, Capability::SEND, Capability::OFFBOARD, Capability::INTAKE ],
		Tables::ROLE    => [ Capability::VIEW, Capability::LOG, Capability::CASES ],
	];

	public function register(): void {
		// A store that is activated later brings its roles then.
		add_action( 'activated_plugin', $this->meet_new_roles( ... ), 20, 0 );
		add_filter( 'login_redirect', $this->after_login( ... ), 10, 3 );
		add_action( 'admin_menu', $this->hide_the_rest( ... ), 999 );
		add_action( 'load-index.php', $this->leave_the_dashboard( ... ) );
	}

	/** Done by Storage\Activation. */
	public function install(): void {
		// Without view_admin_dashboard WooCommerce sends the role out of wp-admin.
		add_role( Tables::ROLE, __( 'Support agent', 'amicable' ), [ 'read' => true, 'view_admin_dashboard' => true ] );
		array_map( $this->grant( ... ), array_keys( self::MATRIX ) );
	}

	public function remove(): void {
		foreach ( array_keys( wp_roles()->roles ) as $name ) {
			foreach ( Capability::ALL as $capability ) {
				get_role( (string) $name )?->remove_cap( $capability );
			}
		}
		remove_role( Tables::ROLE );
	}

	/** Roles that know none of our capabilities yet; what an administrator took away stays away. */
	private function meet_new_roles(): void {
		foreach ( array_keys( self::MATRIX ) as $name ) {
			$role = get_role( $name );
			if ( $role !== null && array_intersect( Capability::ALL, array_keys( $role->capabilities ) ) === [] ) {
				$this->grant( $name );
			}
		}
	}

	private function grant( string $name ): void {
		foreach ( self::MATRIX[ $name ] ?? [] as $capability ) {
			get_role( $name )?->add_cap( $capability );
		}
	}

	private function after_login( string $to, string $asked, WP_User|WP_Error $user ): string {
		return $user instanceof WP_User && self::is_only_agent( $user ) && ! str_contains( $asked, 'page=' . Url::PAGE ) ? Url::to( 'find' ) : $to;
	}

	private function hide_the_rest(): void {
		if ( self::is_only_agent( wp_get_current_user() ) ) {
			remove_menu_page( 'index.php' );
			remove_menu_page( 'profile.php' ); // Still in the toolbar.
		}
	}

	private function leave_the_dashboard(): void {
		if ( self::is_only_agent( wp_get_current_user() ) && wp_safe_redirect( Url::to( 'find' ) ) ) {
			exit;
		}
	}

	private static function is_only_agent( WP_User $user ): bool {
		return array_values( $user->roles ) === [ Tables::ROLE ];
	}
}
