<?php
/** `npm run packs`: the rule packs as the reader uses them, includes/Language/packs/<language>.txt. */

declare( strict_types=1 );

use Amicable\Language\Compile\Compiler;
use Amicable\Language\Compile\PackError;
use Amicable\Language\Compile\PackReader;
use Amicable\Language\Compile\Source;

require __DIR__ . '/autoload.php';

$failed = false;
foreach ( glob( __DIR__ . '/../../includes/Language/packs/*.json' ) as $file ) {
	try {
		$pack   = new PackReader( (string) file_get_contents( $file ) );
		$source = Source::of( ( new Compiler() )->compile( $pack ) );
		file_put_contents( substr( $file, 0, -4 ) . 'txt', $source );
		printf( "%s: %d rules, %d kB\n", basename( $file ), count( $pack->rules() ), strlen( $source ) / 1000 );
	} catch ( PackError $error ) {
		fwrite( STDERR, basename( $file ) . ': ' . $error->getMessage() . "\n" );
		$failed = true;
	}
}
exit( $failed ? 1 : 0 );
