<?php
declare( strict_types=1 );

namespace Amicable;

use WP_REST_Request;

/** Which shop somebody looks at. Ask only when WordPress knows who asks. */
final class CurrentMode {

	public const HEADER = 'X-Amicable-Mode';

	private const META = 'amicable_mode';

	/** @throws AmicableException When the header names no mode. */
	public function of_request( WP_REST_Request $request ): Mode {
		$header = $request->get_header( self::HEADER );
		if ( $header === null || $header === '' ) {
			return $this->of_user( get_current_user_id() );
		}

		return Mode::tryFrom( $header ) ?? throw new AmicableException(
			'amicable_invalid',
			__( 'Please check the header X-Amicable-Mode.', 'amicable' ),
			400,
			[ self::HEADER => __( 'This must be "live" or "practice".', 'amicable' ) ],
		);
	}

	public function of_user( int $user_id ): Mode {
		$mode = $user_id > 0 ? get_user_meta( $user_id, self::META, true ) : '';

		return is_string( $mode ) ? Mode::tryFrom( $mode ) ?? Mode::Live : Mode::Live;
	}

	public function set( int $user_id, Mode $mode ): void {
		if ( $mode === Mode::Live ) {
			delete_user_meta( $user_id, self::META );
		} else {
			update_user_meta( $user_id, self::META, $mode->value );
		}
	}
}
