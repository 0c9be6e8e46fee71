<?php
declare( strict_types=1 );

namespace Amicable\Admin;

/** Makes every link to our screens, wherever the menu sits. */
final class Url {

	public const PAGE = 'amicable';

	public const SCREENS = [ 'overview', 'customers', 'customer', 'cases', 'case', 'run', 'dispute', 'review', 'reports', 'loose-ends', 'find', 'playbook', 'settings', 'import', 'setup', 'practice-order', 'practice-orders' ];

	/** @param array<string, string|int> $args More of the address, such as a filter. */
	public static function to( string $screen = 'overview', int|string|null $id = null, array $args = [] ): string {
		$query = [ 'page' => self::PAGE ] + ( $screen === 'overview' ? [] : [ 'screen' => $screen ] ) + ( $id === null ? [] : [ 'id' => $id ] ) + $args;

		return add_query_arg( array_map( static fn ( string|int $value ): string => rawurlencode( (string) $value ), $query ), self::base() );
	}

	/** The screen that the address asks for. */
	public static function screen(): string {
		$asked = $_GET['screen'] ?? ''; // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only chooses what is shown.

		return is_string( $asked ) && in_array( $asked, self::SCREENS, true ) ? $asked : 'overview';
	}

	/** A page below Downloads has another address than one below WooCommerce or on its own. */
	private static function base(): string {
		return admin_url( Menu::parent() === Menu::UNDER_DOWNLOADS ? Menu::UNDER_DOWNLOADS : 'admin.php' );
	}
}
