<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

/** What was measured on the way, for `docs/evidence/real-stores.json`. */
final class Figures {

	public static function note( string $name, int|float|string $value ): void {
		$file = getenv( 'AMICABLE_TEST_FIGURES' );
		if ( is_string( $file ) && $file !== '' ) {
			file_put_contents( $file, json_encode( [ $name => $value ], JSON_THROW_ON_ERROR ) . "\n", FILE_APPEND );
		}
	}
}
