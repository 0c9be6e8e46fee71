<?php
declare( strict_types=1 );

namespace Amicable;

use WP_REST_Request;

/** Which shop somebody looks at. Ask only when WordPress knows who asks. */
final class CurrentMode {

	public const HEADER = 'X-Amicable-Mode';

	public const META = 'amicable_mode';

	/** @throws AmicableException When the header names no mode. */
	public function of_request( WP_REST_Request $request ): Mode {
		$header = $request->get_header( self::HEADER );
		if ( $header === null || $header === '' ) {
			return $this->of_user( get_current_user_id() );
		}

		$mode = Mode::tryFrom( $header ) ?? throw new AmicableException(
			'amicable_invalid',
			__( 'Please check the header X-Amicable-Mode.', 'amicable' ),
			400,
			[ self::HEADER => __( 'This must be "live" or "practice".', 'amicable' ) ],
		);

		return $this->existing( $mode, $request->get_route() );
	}

	public function of_user( int $user_id ): Mode {
		$mode = $user_id > 0 ? get_user_meta( $user_id, self::META, true ) : '';

		return $mode === Mode::Practice->value && self::practice_is_loaded() ? Mode::Practice : Mode::Live;
	}

	public function set( int $user_id, Mode $mode ): void {
		if ( $mode === Mode::Live ) {
			delete_user_meta( $user_id, self::META );
		} else {
			update_user_meta( $user_id, self::META, $mode->value );
		}
	}

	/**
	 * A page that still shows Practice after somebody removed it must not act on the real shop; it may only ask about Practice and leave.
	 *
	 * @throws AmicableException 409.
	 */
	private function existing( Mode $mode, string $route ): Mode {
		if ( $mode === Mode::Live || self::practice_is_loaded() ) {
			return $mode;
		}
		if ( preg_match( '#^/amicable/v1/(practice|me)$#D', $route ) === 1 ) {
			return Mode::Live;
		}

		throw new AmicableException( 'amicable_practice_missing', __( 'Practice was removed meanwhile. Load this page again to see the real shop.', 'amicable' ), 409 );
	}

	private static function practice_is_loaded(): bool {
		return get_option( Mode::Practice->version_option(), false ) !== false;
	}
}
