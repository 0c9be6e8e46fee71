<?php declare(strict_types=1);

/**
 * Runs when the plugin is deleted. Keeps all data unless the setting says otherwise.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( PHP_VERSION_ID < 80100 ) {
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

( new Amicable\Storage\Uninstall( $GLOBALS['wpdb'] ) )->run();
