<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use LogicException;
use WP_Error;

/** The shapes of REST as `src/data/…/schema.ts` states them; the JSON files here are generated from there. */
final class Schema {

	public function __construct(
		private readonly string $folder = __DIR__ . '/schemas',
		private readonly Validator $validator = new Validator(),
	) {
	}

	/**
	 * What is wrong with a body; nothing when it is right.
	 *
	 * @param mixed $body As `json_decode` gives it; arrays are taken for what they would be in JSON.
	 * @return array<string, string> Field path (`messages.0.text`) => translated sentence.
	 */
	public function errors( string $name, mixed $body ): array {
		return $this->validator->errors( json_decode( (string) wp_json_encode( $body ), false ), $this->get( $name ) );
	}

	/**
	 * The body as our code may use it: judged as a whole, then sanitized, objects as arrays.
	 *
	 * @throws AmicableException 400 naming every field.
	 */
	public function accept( string $name, mixed $body ): mixed {
		$schema = $this->get( $name );
		$errors = $this->validator->errors( $body, $schema );
		if ( $errors !== [] ) {
			throw self::refusal( $errors );
		}
		$clean = rest_sanitize_value_from_schema( Validator::plain( $body ), $schema, 'body' );
		if ( $clean instanceof WP_Error ) {
			throw self::refusal( [ 'body' => $clean->get_error_message() ] );
		}

		return $clean;
	}

	/**
	 * Query parameters, judged one by one; what nobody declared is refused, since a filter that is silently ignored shows too much.
	 *
	 * @param array<array-key, mixed>             $given
	 * @param array<string, array<string, mixed>> $declared
	 * @return array<string, mixed> With defaults filled in.
	 * @throws AmicableException 400 naming every parameter.
	 */
	public function accept_query( array $given, array $declared ): array {
		$errors = [];
		$clean  = array_filter( array_map( static fn ( array $schema ): mixed => $schema['default'] ?? null, $declared ), static fn ( mixed $value ): bool => $value !== null );
		foreach ( $given as $name => $value ) {
			$name   = (string) $name;
			$schema = $declared[ $name ] ?? null;
			if ( $schema === null && ( str_starts_with( $name, '_' ) || $name === 'rest_route' ) ) {
				continue; // Words of WordPress itself: _locale, _fields, _wpnonce …
			}
			$sane    = $schema === null ? __( 'No such parameter is known here.', 'amicable' ) : self::query_error( $name, $value, $schema );
			$errors += $sane === null ? [] : [ $name => $sane ];
			if ( $sane === null && $schema !== null ) {
				$clean[ $name ] = rest_sanitize_value_from_schema( $value, $schema, $name );
			}
		}
		foreach ( $declared as $name => $schema ) {
			if ( ( $schema['required'] ?? false ) === true && ! array_key_exists( $name, $clean ) && ! isset( $errors[ $name ] ) ) {
				$errors[ $name ] = __( 'This is missing.', 'amicable' );
			}
		}
		if ( $errors !== [] ) {
			throw self::refusal( $errors );
		}

		return $clean;
	}

	/**
	 * @return array<string, mixed>
	 * @throws LogicException When no such file was generated.
	 */
	public function get( string $name ): array {
		$file = "$this->folder/$name.json";
		$text = preg_match( '/^[a-z_]+\.[a-z_]+$/D', $name ) === 1 && is_readable( $file ) ? file_get_contents( $file ) : false;
		$json = $text === false ? null : json_decode( $text, true );
		if ( ! is_array( $json ) ) {
			throw new LogicException( "No schema $name: run npm run generate." );
		}

		return $json;
	}

	/** @param non-empty-array<string, string> $errors */
	public static function refusal( array $errors ): AmicableException {
		/* translators: %s: comma-separated names of fields. */
		$message = sprintf( __( 'Please check: %s.', 'amicable' ), implode( ', ', array_keys( $errors ) ) );

		return new AmicableException( 'amicable_invalid', $message, 400, $errors );
	}

	/** @param array<string, mixed> $schema */
	private static function query_error( string $name, mixed $value, array $schema ): ?string {
		if ( is_string( $value ) && ! mb_check_encoding( $value, 'UTF-8' ) ) {
			return __( 'This is not readable text (UTF-8).', 'amicable' );
		}
		$verdict = rest_validate_value_from_schema( $value, $schema, $name );

		return $verdict instanceof WP_Error ? $verdict->get_error_message() : null;
	}
}
