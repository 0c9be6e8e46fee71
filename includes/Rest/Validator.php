<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use stdClass;
use WP_Error;

/**
 * Judges one JSON value by one schema and names every field that is wrong.
 *
 * WordPress's own validator stops at the first error, takes "5" for 5, a CSV string for a list and a list for an object; so types, required
 * and unknown fields are judged here, and only limits, enums, patterns and formats are left to it.
 */
final class Validator {

	/** From here on a maximum is none that somebody chose. */
	private const NO_LIMIT = 10 ** 12;

	private const LIMITS = [ 'minItems', 'maxItems', 'uniqueItems' ];

	/**
	 * @param mixed                $value  As `json_decode` gives it with objects as stdClass.
	 * @param array<string, mixed> $schema
	 * @return array<string, string> Field path => translated sentence.
	 */
	public function errors( mixed $value, array $schema, string $path = '' ): array {
		$choices = $this->choices( $schema );
		if ( $choices !== [] ) {
			return $this->nearest( $value, $choices, $path );
		}
		$type = is_string( $schema['type'] ?? null ) ? $schema['type'] : 'string';
		if ( ! self::is( $type, $value ) ) {
			return [ self::name( $path ) => self::expected( $type ) ];
		}

		return match ( true ) {
			$value instanceof stdClass => $this->in_object( $value, $schema, $path ),
			is_array( $value )         => $this->in_list( array_values( $value ), $schema, $path ),
			default                    => self::by_wordpress( $value, $schema, $path ),
		};
	}

	/**
	 * @param array<string, mixed> $schema
	 * @return list<array<string, mixed>>
	 */
	private function choices( array $schema ): array {
		$choices = $schema['anyOf'] ?? $schema['oneOf'] ?? [];
		if ( is_array( $schema['type'] ?? null ) ) {
			$choices = array_map( static fn ( mixed $type ): array => [ 'type' => $type ] + $schema, $schema['type'] );
		}

		return is_array( $choices ) ? array_values( array_filter( $choices, is_array( ... ) ) ) : [];
	}

	/**
	 * The errors of the alternative that comes closest: a wrong field inside the right kind of thing says more than "none of these".
	 *
	 * @param non-empty-list<array<string, mixed>> $choices
	 * @return array<string, string>
	 */
	private function nearest( mixed $value, array $choices, string $path ): array {
		$nearest = null;
		$rank    = PHP_INT_MAX;
		foreach ( $choices as $choice ) {
			$errors = $this->errors( $value, $choice, $path );
			$worse  = count( $errors ) + ( isset( $errors[ self::name( $path ) ] ) ? 1000 : 0 ) + ( ( $choice['type'] ?? '' ) === 'null' ? 1000 : 0 );
			if ( $errors === [] ) {
				return [];
			}
			if ( $worse < $rank ) {
				[ $nearest, $rank ] = [ $errors, $worse ];
			}
		}

		return $nearest ?? [];
	}

	/**
	 * @param array<string, mixed> $schema
	 * @return array<string, string>
	 */
	private function in_object( stdClass $value, array $schema, string $path ): array {
		$errors     = [];
		$properties = is_array( $schema['properties'] ?? null ) ? $schema['properties'] : [];
		$others     = $schema['additionalProperties'] ?? true;
		foreach ( is_array( $schema['required'] ?? null ) ? $schema['required'] : [] as $field ) {
			if ( is_string( $field ) && ! property_exists( $value, $field ) ) {
				$errors[ self::at( $path, $field ) ] = __( 'This is missing.', 'amicable' );
			}
		}
		foreach ( get_object_vars( $value ) as $field => $item ) {
			$of      = $properties[ $field ] ?? $others;
			$where   = self::at( $path, (string) $field );
			$errors += match ( true ) {
				is_array( $of ) => $this->errors( $item, $of, $where ),
				$of === false   => [ $where => __( 'No such field is known here.', 'amicable' ) ],
				default         => [],
			};
		}

		return $errors;
	}

	/**
	 * @param list<mixed>          $value
	 * @param array<string, mixed> $schema
	 * @return array<string, string>
	 */
	private function in_list( array $value, array $schema, string $path ): array {
		$errors = self::by_wordpress( self::plain( $value ), [ 'type' => 'array' ] + array_intersect_key( $schema, array_flip( self::LIMITS ) ), $path );
		$items  = $schema['items'] ?? null;
		if ( $errors !== [] || ! is_array( $items ) ) {
			return $errors;
		}
		foreach ( $value as $index => $item ) {
			$errors += $this->errors( $item, $items, self::at( $path, (string) $index ) );
		}

		return $errors;
	}

	/**
	 * @param array<string, mixed> $schema
	 * @return array<string, string>
	 */
	private static function by_wordpress( mixed $value, array $schema, string $path ): array {
		$verdict = rest_validate_value_from_schema( $value, $schema, self::name( $path ) );

		return $verdict instanceof WP_Error ? [ self::name( $path ) => self::sentence( $verdict, $schema ) ] : [];
	}

	/**
	 * A pattern and the path of a field are for programs; people read what is wanted.
	 *
	 * @param array<string, mixed> $schema
	 */
	private static function sentence( WP_Error $verdict, array $schema ): string {
		$pattern         = is_string( $schema['pattern'] ?? null ) ? $schema['pattern'] : '';
		[ $least, $most ] = [ $schema['minimum'] ?? null, $schema['maximum'] ?? null ];

		return match ( true ) {
			/* translators: 1: smallest number that is allowed, 2: largest. */
			$verdict->get_error_code() === 'rest_out_of_bounds' && is_int( $least ) && is_int( $most ) && $most < self::NO_LIMIT => sprintf( __( 'This must be from %1$s to %2$s.', 'amicable' ), number_format_i18n( $least ), number_format_i18n( $most ) ),
			$verdict->get_error_code() !== 'rest_invalid_pattern' => $verdict->get_error_message(),
			str_contains( $pattern, 'https' )                     => __( 'This must be an address that begins with https://.', 'amicable' ),
			str_contains( $pattern, '\\d{4}-' )                   => __( 'This must be a time in UTC, such as 2026-03-01T09:30:00Z.', 'amicable' ),
			str_contains( $pattern, '[A-Z]{3}' )                  => __( 'This must be a currency in three letters, such as USD.', 'amicable' ),
			str_contains( $pattern, '@' )                         => __( 'This must be an email address.', 'amicable' ),
			default                                               => __( 'This is not written in the way that is asked for.', 'amicable' ),
		};
	}

	/** The same value with arrays in place of objects, as WordPress's functions want it. */
	public static function plain( mixed $value ): mixed {
		return match ( true ) {
			$value instanceof stdClass => array_map( self::plain( ... ), get_object_vars( $value ) ),
			is_array( $value )         => array_map( self::plain( ... ), $value ),
			default                    => $value,
		};
	}

	private static function is( string $type, mixed $value ): bool {
		return match ( $type ) {
			'object'  => $value instanceof stdClass,
			'array'   => is_array( $value ),
			'string'  => is_string( $value ),
			'integer' => is_int( $value ),
			'number'  => is_int( $value ) || is_float( $value ),
			'boolean' => is_bool( $value ),
			'null'    => $value === null,
			default   => false,
		};
	}

	private static function expected( string $type ): string {
		return match ( $type ) {
			'object'  => __( 'This must be an object with named fields.', 'amicable' ),
			'array'   => __( 'This must be a list.', 'amicable' ),
			'integer' => __( 'This must be a whole number.', 'amicable' ),
			'number'  => __( 'This must be a number.', 'amicable' ),
			'boolean' => __( 'This must be true or false.', 'amicable' ),
			'null'    => __( 'This must be empty.', 'amicable' ),
			default   => __( 'This must be text.', 'amicable' ),
		};
	}

	private static function at( string $path, string $field ): string {
		return $path === '' ? $field : "$path.$field";
	}

	private static function name( string $path ): string {
		return $path === '' ? 'body' : $path;
	}
}
