<?php
declare( strict_types=1 );

namespace Amicable;

use Closure;
use Throwable;

/** The site's error log. What another plugin's exception says stays out of it: it may hold keys, addresses or answers of a gateway. */
final class ErrorLog {

	/** @param string $what What did not work, as the beginning of a line. */
	public static function broken( string $what, Throwable $thrown ): void {
		self::note( sprintf( '%s: %s at %s:%d', $what, $thrown::class, basename( $thrown->getFile() ), $thrown->getLine() ) );
	}

	/**
	 * For what knows no log of its own.
	 *
	 * @param string $what What did not work, as the beginning of a line.
	 * @return Closure(Throwable): void
	 */
	public static function teller( string $what ): Closure {
		return static function ( Throwable $thrown ) use ( $what ): void {
			self::broken( $what, $thrown );
		};
	}

	public static function note( string $text ): void {
		error_log( "Amicable: $text" ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_error_log -- where nobody waits for an answer, this is the only trace.
	}
}
