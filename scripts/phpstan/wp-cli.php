<?php
/**
 * What we use of WP-CLI. Signatures only.
 *
 * phpcs:disable
 */

declare( strict_types=1 );

class WP_CLI {

	/** @param callable|object|class-string $callable */
	public static function add_command( string $name, $callable ): bool {}

	public static function success( string $message ): void {}

	public static function line( string $message = '' ): void {}

	/** Ends the command with exit code 1. */
	public static function error( string $message ): never {}
}
