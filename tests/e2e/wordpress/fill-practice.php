<?php
/** Loads Practice into the site of the end-to-end specs, for the administrator. */

declare( strict_types=1 );

$_SERVER['HTTP_HOST']      = '127.0.0.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI']    = '/';

require $argv[1] . '/wp-load.php';

wp_set_current_user( 1 );
do_action( 'amicable_demo_load', 'practice' );

if ( get_option( 'amicable_demo_progress' )['state'] !== 'done' ) {
	fwrite( STDERR, "Practice was not loaded.\n" );
	exit( 1 );
}
