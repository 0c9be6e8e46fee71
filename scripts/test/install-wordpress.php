<?php
/**
 * Installs WordPress into the database that the environment names, then activates plugins.
 *
 * Called twice by scripts/lib/test-site.mjs: `install`, then `activate plugin/file.php …`, since a plugin is
 * activated in a WordPress that has booted without it.
 */

declare( strict_types=1 );

[ 1 => $site, 2 => $command ] = $argv;

$_SERVER['HTTP_HOST']       = '127.0.0.1';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';

if ( $command === 'install' ) {
	define( 'WP_INSTALLING', true );
}

require $site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

add_filter( 'pre_wp_mail', '__return_true' );
add_filter( 'pre_http_request', static fn () => new WP_Error( 'closed', 'No outside requests while installing.' ) );

if ( $command === 'install' ) {
	wp_install( 'Amicable tests', 'admin', 'admin@example.org', true, '', $argv[3] );
	update_option( 'permalink_structure', '/%postname%/' );
	// Avatars come from the web, and these sites ask nothing outside.
	update_option( 'show_avatars', '0' );
	exit( 0 );
}

if ( $command === 'store' ) {
	// What a store does on the first page view after its activation, and the choice of order storage.
	if ( function_exists( 'edd_run_install' ) ) {
		edd_install_component_database_tables();
		edd_run_install();
	}
	if ( ! class_exists( WC_Install::class ) ) {
		exit( 0 );
	}
	update_option( 'woocommerce_custom_orders_table_enabled', $argv[3] === 'hpos' ? 'yes' : 'no' );
	update_option( 'woocommerce_custom_orders_table_data_sync_enabled', 'no' );
	update_option( 'woocommerce_currency', 'USD' );
	update_option( 'woocommerce_coming_soon', 'no' );
	WC_Install::install();
	wc_get_container()->get( Automattic\WooCommerce\Internal\DataStores\Orders\DataSynchronizer::class )->create_database_tables();
	exit( 0 );
}

wp_set_current_user( 1 );

foreach ( array_slice( $argv, 3 ) as $plugin ) {
	$result = activate_plugin( $plugin );

	if ( is_wp_error( $result ) ) {
		fwrite( STDERR, "{$plugin} was not activated: {$result->get_error_message()}\n" );
		exit( 1 );
	}
}
