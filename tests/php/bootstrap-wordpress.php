<?php
/**
 * Boots the WordPress that `npm test` prepared, inside the process PHPUnit runs in.
 *
 * AMICABLE_TEST_SITE is its folder; its wp-config.php reads the database from the environment.
 */

declare( strict_types=1 );

use Amicable\Tests\Support\Pristine;

// phpcs:disable SlevomatCodingStandard.Variables.UnusedVariable -- WordPress reads these globals.

$amicable_site = getenv( 'AMICABLE_TEST_SITE' );

if ( ! is_string( $amicable_site ) || ! is_file( $amicable_site . '/wp-load.php' ) ) {
	fwrite( STDERR, "These tests need a prepared WordPress. Run them with: npm test -- --only integration --filter SomeTest\n" );
	exit( 1 );
}

require dirname( __DIR__, 2 ) . '/vendor/autoload.php';

// PHPUnit requires this file inside a function; what WordPress expects to be global has to be made so.
global $wpdb, $table_prefix, $wp, $wp_query, $wp_rewrite, $wp_filter, $wp_actions, $wp_version, $wp_locale, $wp_roles, $wp_rest_server;

$_SERVER['HTTP_HOST']       = '127.0.0.1';
$_SERVER['SERVER_NAME']     = '127.0.0.1';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';

require $amicable_site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';

// Buffers that plugins opened while loading belong to nobody here.
while ( ob_get_level() > 0 ) {
	ob_end_clean();
}

Pristine::remember();
