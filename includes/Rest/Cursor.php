<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;

/** A place in a sorted list, as text that nobody has to understand. Bound to the sort it was made for; its content is checked, not trusted. */
final class Cursor {

	private const LONGEST = 1200;

	/** @param array<string, scalar|null> $position */
	public static function encode( array $position ): string {
		return rtrim( strtr( base64_encode( (string) wp_json_encode( $position, JSON_UNESCAPED_UNICODE ) ), '+/', '-_' ), '=' );
	}

	/**
	 * @param array<string, 'int'|'string'|'int|null'|'string|null'|'bool'|'int|string|null'> $shape
	 * @return array<string, scalar|null> Exactly the fields of the shape.
	 * @throws AmicableException 400 naming the parameter.
	 */
	public static function decode( string $cursor, array $shape ): array {
		$json     = strlen( $cursor ) > self::LONGEST ? false : base64_decode( strtr( $cursor, '-_', '+/' ), true );
		$position = $json === false ? null : json_decode( $json, true, 2 );
		if ( ! is_array( $position ) || array_keys( $position ) !== array_keys( $shape ) ) {
			throw self::refusal();
		}
		foreach ( $shape as $field => $types ) {
			if ( ! in_array( get_debug_type( $position[ $field ] ), explode( '|', $types ), true ) ) {
				throw self::refusal();
			}
		}

		return $position;
	}

	public static function refusal(): AmicableException {
		return Schema::refusal( [ 'cursor' => __( 'This place in the list is not known. Start again from the first page.', 'amicable' ) ] );
	}
}
