<?php
declare( strict_types=1 );

namespace Amicable\Licensing\LicenseServer;

/**
 * Keeps a secret unreadable in the database and its dumps. The key comes from wp-config.php; when its salts change, secrets have to be typed again,
 * and until then nothing is sent.
 */
final class Seal {

	public function close( string $secret ): string {
		$nonce = random_bytes( SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );

		return bin2hex( $nonce . sodium_crypto_secretbox( $secret, $nonce, self::key() ) );
	}

	/** Null: it was closed with other salts, or is none. */
	public function open( string $sealed ): ?string {
		$bytes = ctype_xdigit( $sealed ) && strlen( $sealed ) % 2 === 0 ? (string) hex2bin( $sealed ) : '';
		if ( strlen( $bytes ) < SODIUM_CRYPTO_SECRETBOX_NONCEBYTES + SODIUM_CRYPTO_SECRETBOX_MACBYTES ) {
			return null;
		}
		$secret = sodium_crypto_secretbox_open( substr( $bytes, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), substr( $bytes, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), self::key() );

		return $secret === false ? null : $secret;
	}

	private static function key(): string {
		return hash( 'sha256', 'amicable license server ' . wp_salt( 'secure_auth' ), true );
	}
}
