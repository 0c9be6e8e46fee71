<?php
declare( strict_types=1 );

namespace Amicable\Licensing\LicenseServer;

/** Places in an address or a body that an order fills, and values found again in an answer. */
final class Template {

	public const NAMES = [ 'order_id', 'order_number', 'email' ];

	/** @param array<string, string> $values */
	public static function path( string $template, array $values ): string {
		return self::fill( $template, array_map( rawurlencode( ... ), $values ) );
	}

	/**
	 * Values stand inside quotes there, so they are written as JSON writes text.
	 *
	 * @param array<string, string> $values
	 */
	public static function body( string $template, array $values ): string {
		return self::fill( $template, array_map( static fn ( string $value ): string => substr( (string) json_encode( $value ), 1, -1 ), $values ) );
	}

	/** Whether more than the number of the order's record has to be known. */
	public static function needs_order( string ...$templates ): bool {
		return preg_match( '/\{(?:order_number|email)\}/', implode( ' ', $templates ) ) === 1;
	}

	/** @return list<string> Places that nothing fills. */
	public static function unknown( string $template ): array {
		preg_match_all( '/\{([a-z_]+)\}/', $template, $found );

		return array_values( array_diff( array_unique( $found[1] ), self::NAMES ) );
	}

	/** "data.licenses.0.status" in a decoded answer, as text; null where there is none. */
	public static function value( mixed $json, string $path ): ?string {
		foreach ( explode( '.', $path ) as $step ) {
			if ( ! is_array( $json ) || ! array_key_exists( $step, $json ) ) {
				return null;
			}
			$json = $json[ $step ];
		}

		return match ( true ) {
			is_bool( $json )                  => $json ? 'true' : 'false',
			is_int( $json ), is_float( $json ) => (string) $json,
			is_string( $json )                => $json,
			default                           => null,
		};
	}

	/** @param array<string, string> $values */
	private static function fill( string $template, array $values ): string {
		$places = [];
		foreach ( $values as $name => $value ) {
			$places[ '{' . $name . '}' ] = $value;
		}

		return strtr( $template, $places );
	}
}
