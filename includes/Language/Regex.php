<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** PCRE whose failures are loud. */
final class Regex {

	public static function matches( string $regex, string $text, int $offset = 0 ): bool {
		$result = preg_match( $regex, $text, offset: $offset );

		return $result === false ? self::first( $regex, $text, $offset ) !== null : $result === 1;
	}

	/** @return array{int, int}|null Start and end of the first match, in bytes. */
	public static function first( string $regex, string $text, int $offset = 0 ): ?array {
		$found  = [];
		$result = preg_match( $regex, $text, $found, PREG_OFFSET_CAPTURE, $offset );
		if ( $result === false ) {
			$result = preg_match( self::again( $regex ), $text, $found, PREG_OFFSET_CAPTURE, $offset );
		}
		if ( $result === false ) {
			throw self::error( $regex );
		}

		return $result === 0 ? null : [ $found[0][1], $found[0][1] + strlen( $found[0][0] ) ];
	}

	/**
	 * @param int $group Whose text is wanted.
	 * @return list<array{string, int}> Text and byte offset of each match.
	 */
	public static function all( string $regex, string $text, int $group = 0 ): array {
		$found  = [];
		$result = preg_match_all( $regex, $text, $found, PREG_OFFSET_CAPTURE );
		if ( $result === false ) {
			$result = preg_match_all( self::again( $regex ), $text, $found, PREG_OFFSET_CAPTURE );
		}
		if ( $result === false ) {
			throw self::error( $regex );
		}

		return $found[ $group ] ?? [];
	}

	/**
	 * The text of each match.
	 *
	 * @param int $group Whose text is wanted.
	 * @return list<string>
	 */
	public static function texts( string $regex, string $text, int $group = 0 ): array {
		$found = [];
		if ( preg_match_all( $regex, $text, $found ) === false && preg_match_all( self::again( $regex ), $text, $found ) === false ) {
			throw self::error( $regex );
		}

		return $found[ $group ] ?? [];
	}

	public static function count( string $regex, string $text ): int {
		$result = preg_match_all( $regex, $text );
		if ( $result === false ) {
			throw self::error( $regex );
		}

		return $result;
	}

	/** The compiled program may lack stack where the interpreter does not; every other failure is final. */
	private static function again( string $regex ): string {
		if ( preg_last_error() !== PREG_JIT_STACKLIMIT_ERROR ) {
			throw self::error( $regex );
		}

		return $regex[0] . '(*NO_JIT)' . substr( $regex, 1 );
	}

	private static function error( string $regex ): RegexError {
		return new RegexError( sprintf( '%s in %s', preg_last_error_msg(), substr( $regex, 0, 120 ) ) );
	}
}
