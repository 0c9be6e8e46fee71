<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Which rules a message was read by: of the packs that the plugin brings, of those that the site added, and of the second look at what they find, so that newer ones are noticed. */
final class Edition {

	/** Raised when reading itself changes, and not only the packs. */
	private const READING = 1;

	/**
	 * 16 hexadecimal digits, the same as long as the packs and the weights are.
	 *
	 * @param list<string> $own Packs that the site added.
	 */
	public static function with( array $own ): string {
		$all = (string) self::READING;
		foreach ( [ ...(array) glob( __DIR__ . '/packs/??.txt' ), ...(array) glob( __DIR__ . '/packs/??.weights' ), ...array_filter( $own, is_file( ... ) ) ] as $file ) {
			$all .= hash_file( 'sha256', (string) $file );
		}

		return substr( hash( 'sha256', $all ), 0, 16 );
	}
}
