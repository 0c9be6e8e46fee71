<?php
/**
 * Plugin Name:       Amicable
 * Description:       What each customer brings, what supporting them costs, and a decent way out when it no longer works.
 * Version:           0.1.0
 * Requires at least: 6.8
 * Requires PHP:      8.1
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       amicable
 * Domain Path:       /languages
 *
 * This file has to parse on PHP 7.4, so that an old server reads a sentence instead of a parse error.
 */

defined( 'ABSPATH' ) || exit;

if ( PHP_VERSION_ID < 80100 || version_compare( get_bloginfo( 'version' ), '6.8', '<' ) ) {
	add_action(
		'admin_notices',
		static function () {
			echo '<div class="notice notice-error"><p>' . esc_html__( 'Amicable needs PHP 8.1 and WordPress 6.8 or newer. It is switched on, but does nothing until then.', 'amicable' ) . '</p></div>';
		}
	);
	return;
}

spl_autoload_register(
	static function ( $class_name ) {
		if ( strncmp( $class_name, 'Amicable\\', 9 ) === 0 ) {
			$file = __DIR__ . '/includes/' . str_replace( '\\', '/', substr( $class_name, 9 ) ) . '.php';
			if ( is_file( $file ) ) {
				require $file;
			}
		}
	}
);

Amicable\Plugin::boot( __FILE__ );
