<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/**
 * The key of every identity hash. Ours alone and made once: WordPress's own salts rotate, and then nobody would be found again.
 * `AMICABLE_IDENTITY_SECRET` in wp-config.php stands before the option.
 */
final class Secret {

	private const OPTION = 'amicable_identity_secret';

	public function __construct( private readonly OptionRow $option ) {
	}

	public function value(): string {
		if ( defined( 'AMICABLE_IDENTITY_SECRET' ) && is_string( AMICABLE_IDENTITY_SECRET ) && AMICABLE_IDENTITY_SECRET !== '' ) {
			return AMICABLE_IDENTITY_SECRET;
		}
		$known = get_option( self::OPTION );

		return is_string( $known ) && $known !== '' ? $known : $this->make();
	}

	/** Two requests may both make one; the first to store it wins, and both use that one. */
	private function make(): string {
		$this->option->swap( self::OPTION, null, bin2hex( random_bytes( 32 ) ) );

		return $this->option->read( self::OPTION ) ?? throw new DatabaseError( 'The identity secret could not be stored.' );
	}
}
