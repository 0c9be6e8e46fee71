<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;

/** Reads the raw body of a request: size, encoding, depth, JSON. Says which field is unreadable where it can. */
final class Body {

	private const MAX_BYTES = 2 * 1024 * 1024;

	private const MAX_DEPTH = 16;

	/** Noncharacters stand where bytes were broken: no honest text holds one. */
	private const MENDED = 0xFFFF;

	/**
	 * @param bool $mend Leave broken UTF-8 to the handler, marked by U+FFFF.
	 * @throws AmicableException 413 or 400.
	 */
	public static function read( string $raw, bool $mend = false ): mixed {
		if ( strlen( $raw ) > self::MAX_BYTES ) {
			throw new AmicableException( 'amicable_too_large', __( 'This is more than 2 MiB. Send it in several parts.', 'amicable' ), 413, [ 'body' => __( 'Too large.', 'amicable' ) ] );
		}
		$value = json_decode( $mend ? self::mended( $raw ) : $raw, false, self::MAX_DEPTH );
		if ( json_last_error() === JSON_ERROR_NONE ) {
			return $value;
		}

		throw self::refusal( $raw, json_last_error() );
	}

	private static function mended( string $raw ): string {
		if ( mb_check_encoding( $raw, 'UTF-8' ) ) {
			return $raw;
		}
		$before = mb_substitute_character();
		mb_substitute_character( self::MENDED );
		$mended = mb_scrub( $raw, 'UTF-8' );
		mb_substitute_character( $before );

		return $mended;
	}

	private static function refusal( string $raw, int $error ): AmicableException {
		return match ( $error ) {
			JSON_ERROR_UTF8  => Schema::refusal( [ self::unreadable_field( $raw ) => __( 'This is not readable text (UTF-8).', 'amicable' ) ] ),
			JSON_ERROR_DEPTH => Schema::refusal( [ 'body' => __( 'This is nested too deeply.', 'amicable' ) ] ),
			default          => Schema::refusal( [ 'body' => __( 'This is not valid JSON.', 'amicable' ) ] ),
		};
	}

	/** Path of the first text with broken bytes. A replacement character that was really sent can only make the name less exact. */
	private static function unreadable_field( string $raw ): string {
		$value = json_decode( $raw, true, self::MAX_DEPTH, JSON_INVALID_UTF8_SUBSTITUTE );

		return is_array( $value ) ? self::first_broken( $value, [] ) ?? 'body' : 'body';
	}

	/**
	 * @param array<array-key, mixed> $value
	 * @param list<string>            $path
	 */
	private static function first_broken( array $value, array $path ): ?string {
		foreach ( $value as $field => $item ) {
			$here  = [ ...$path, (string) $field ];
			$found = match ( true ) {
				is_array( $item )                                          => self::first_broken( $item, $here ),
				is_string( $item ) && str_contains( $item, "\u{FFFD}" )    => implode( '.', $here ),
				default                                                    => null,
			};
			if ( $found !== null ) {
				return $found;
			}
		}

		return null;
	}
}
