<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use RuntimeException;

/** What WP-CLI does with the words of a command, where it is not installed: it prints them, and an error ends the program. */
final class WpCli {

	public int $exit_code = 0;

	public string $kind = '';

	public string $said = '';

	private static ?self $open = null;

	public static function open(): self {
		if ( ! class_exists( 'WP_CLI', false ) ) {
			class_alias( self::class, 'WP_CLI' );
		}

		return self::$open = new self();
	}

	/** @param callable(): void $command */
	public function run( callable $command ): void {
		try {
			$command();
		} catch ( RuntimeException $end ) {
			$this->exit_code = $end->getCode();
		}
	}

	public static function success( string $message ): void {
		self::say( 'success', $message );
	}

	public static function error( string $message ): never {
		self::say( 'error', $message );

		throw new RuntimeException( $message, 1 );
	}

	private static function say( string $kind, string $message ): void {
		if ( self::$open !== null ) {
			self::$open->kind = $kind;
			self::$open->said = $message;
		}
	}
}
