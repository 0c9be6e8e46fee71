<?php
/** Runs PHPUnit inside Playground. Arguments come in a file: the CLI takes none for its script. */

declare( strict_types=1 );

$amicable_root = dirname( __DIR__, 2 );
$_SERVER['argv'] = [ 'phpunit', ...json_decode( (string) file_get_contents( '/amicable-run/arguments.json' ), true ) ];
$GLOBALS['argv'] = $_SERVER['argv'];
$_SERVER['argc'] = count( $_SERVER['argv'] );
putenv( 'AMICABLE_TEST_SITE=/wordpress' );
chdir( $amicable_root );
require $amicable_root . '/vendor/autoload.php';

$code = ( new PHPUnit\TextUI\Application() )->run( $_SERVER['argv'] );
file_put_contents( '/amicable-run/code', (string) $code );
