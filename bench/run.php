<?php
/** What `npm run bench` runs inside WordPress: makes up a shop, then measures. */

declare( strict_types=1 );

use Amicable\Bench\Benchmark;
use Amicable\Bench\FileBenchmark;
use Amicable\Bench\Generator;
use Amicable\Mode;
use Amicable\Plugin;

$amicable_customers = $argv[1] ?? '20000';
$amicable_rounds    = $argv[2] ?? '15';
$amicable_file_rows = (int) ( $argv[3] ?? '0' );

$_SERVER['HTTP_HOST']   = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';

require getenv( 'AMICABLE_TEST_SITE' ) . '/wp-load.php';

foreach ( [ 'Stopwatch', 'Generator', 'Benchmark', 'FileBenchmark' ] as $amicable_class ) {
	require __DIR__ . "/$amicable_class.php";
}

wp_set_current_user( 1 );
$amicable_graph = Plugin::instance()->graph( Mode::Live );
$amicable_graph->migrations()->run();
$amicable_begun = microtime( true );
( new Generator( $amicable_graph->database(), (int) $amicable_customers ) )->make();
printf( "%s customers, %s orders, %s messages made up in %.0f s\n", number_format( (int) $amicable_customers ), number_format( 5 * (int) $amicable_customers ), number_format( 10 * (int) $amicable_customers ), microtime( true ) - $amicable_begun );
if ( $amicable_file_rows === 0 ) {
	( new Benchmark( $amicable_graph, (int) $amicable_rounds ) )->run();
} else {
	( new FileBenchmark( $amicable_graph, $amicable_file_rows ) )->run();
}
