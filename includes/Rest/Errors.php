<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\ErrorLog;
use stdClass;
use Throwable;
use WP_Error;

/** The one place where an exception becomes an answer. A refusal says why; a surprise is logged and says nothing of itself. */
final class Errors {

	public static function from( Throwable $thrown ): WP_Error {
		if ( $thrown instanceof AmicableException ) {
			return new WP_Error( $thrown->reason, $thrown->getMessage(), self::data( $thrown ) );
		}
		ErrorLog::broken( 'a request broke', $thrown );

		return new WP_Error(
			'amicable_unexpected',
			__( 'Something went wrong on this site, not with what you entered. The details are in its error log.', 'amicable' ),
			self::status( 500 ),
		);
	}

	public static function not_allowed(): WP_Error {
		if ( ! is_user_logged_in() ) {
			return new WP_Error( 'amicable_login', __( 'You are not logged in any more. Log in in another tab, then try again; nothing was changed.', 'amicable' ), self::status( 401 ) );
		}

		return new WP_Error( 'amicable_forbidden', __( 'Your role does not include this. An administrator of this site can change that.', 'amicable' ), self::status( 403 ) );
	}

	/** @return array<string, mixed> */
	private static function data( AmicableException $refusal ): array {
		return [
			'status' => $refusal->status,
			'params' => $refusal->params === [] ? new stdClass() : $refusal->params,
		] + $refusal->data;
	}

	/** @return array{status: int, params: stdClass} */
	private static function status( int $status ): array {
		return [
			'status' => $status,
			'params' => new stdClass(),
		];
	}
}
