<?php
/** The plugin's classes without WordPress and without Composer. */

declare( strict_types=1 );

spl_autoload_register(
	static function ( string $name ): void {
		$file = __DIR__ . '/../../includes/' . strtr( substr( $name, strlen( 'Amicable\\' ) ), '\\', '/' ) . '.php';
		if ( str_starts_with( $name, 'Amicable\\' ) && is_file( $file ) ) {
			require $file;
		}
	}
);
