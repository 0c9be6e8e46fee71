<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Licensing\LicenseServer\ServerSettings;
use Amicable\Licensing\LicenseServer\Template;
use Amicable\Licensing\LicenseServer\Wire;

/** What a schema cannot say about a license server: a host that may be asked, places that can be filled, secrets that stay with the host they were given for. */
final class LicenseServerJudge {

	/** Headers that belong to the connection itself, or that we send. */
	private const OURS = [ 'host', 'content-length', 'content-type', 'transfer-encoding', 'connection', 'cookie', 'idempotency-key', 'accept' ];

	private const SAMPLE = [ 'order_id' => '1', 'order_number' => '1', 'email' => 'a@b.co' ];

	/** @var array<string, string> */
	private array $errors = [];

	public function __construct( private readonly Wire $wire ) {
	}

	/**
	 * @param array<array-key, mixed> $body Valid by `license_server.update`.
	 * @throws AmicableException 400 naming the fields.
	 */
	public function judge( array $body, ServerSettings $before ): void {
		$after = ServerSettings::from_array( array_diff_key( $body, [ 'headers' => true ] ) );
		if ( $after->enabled || $after->host !== '' ) {
			$this->says( 'host', $this->wire->objection( $after->host ) );
		}
		$this->says( 'name', $after->enabled && trim( $after->name ) === '' ? __( 'Give this server a name.', 'amicable' ) : null );
		$this->path( 'read_path', $after->read_path );
		$this->path( 'end_path', $after->end_path );
		$this->says( 'end_body', $this->body( $after->end_body ) );
		if ( $after->back_path !== '' ) {
			$this->path( 'back_path', $after->back_path );
		}
		$this->says( 'back_body', $this->body( $after->back_body ) );
		$this->says( 'ended', $after->ended === [] || in_array( '', $after->ended, true ) ? __( 'Name at least one value that means a license has ended.', 'amicable' ) : null );
		$this->says( 'success_value', $after->success_path !== '' && $after->success_value === '' ? __( 'Say what the answer has to hold there.', 'amicable' ) : null );
		$this->headers( is_array( $body['headers'] ?? null ) ? $body['headers'] : [], $after, $before );
		if ( $this->errors !== [] ) {
			throw Schema::refusal( $this->errors );
		}
	}

	private function path( string $field, string $path ): void {
		$this->says(
			$field,
			match ( true ) {
				preg_match( '#^/(?!/)[^\s\\\\\#@"<>]*$#D', $path ) !== 1                            => __( 'This has to be a path on the server and begin with one slash.', 'amicable' ),
				Template::unknown( $path ) !== []                                                   => __( 'Only {order_id}, {order_number} and {email} are filled in.', 'amicable' ),
				Template::path( $path, self::SAMPLE ) === $path && $field === 'read_path'           => __( 'Say where the order stands in it, with {order_id}, {order_number} or {email}.', 'amicable' ),
				default                                                                             => null,
			}
		);
	}

	private function body( string $body ): ?string {
		return match ( true ) {
			$body === ''                                                                => null,
			Template::unknown( $body ) !== []                                           => __( 'Only {order_id}, {order_number} and {email} are filled in.', 'amicable' ),
			json_decode( Template::body( $body, self::SAMPLE ) ) === null                => __( 'This is not JSON. Write {order_number} and {email} inside quotation marks.', 'amicable' ),
			default                                                                     => null,
		};
	}

	/** @param array<array-key, array{name: string, value: string|null}> $headers */
	private function headers( array $headers, ServerSettings $after, ServerSettings $before ): void {
		$seen = [];
		foreach ( array_values( $headers ) as $index => [ 'name' => $name, 'value' => $value ] ) {
			$this->says(
				"headers.$index.name",
				match ( true ) {
					in_array( strtolower( $name ), self::OURS, true ) => __( 'This header is set by the connection itself.', 'amicable' ),
					in_array( strtolower( $name ), $seen, true )      => __( 'This header is there twice.', 'amicable' ),
					default                                           => null,
				}
			);
			$this->says(
				"headers.$index.value",
				match ( true ) {
					$value !== null                           => preg_match( '/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/D', $value ) === 1 ? null : __( 'A header holds one line of plain letters, digits and signs.', 'amicable' ),
					! isset( $before->headers[ $name ] )      => __( 'This is missing.', 'amicable' ),
					$after->host !== $before->host            => __( 'Another server: type this value again, so that no secret is sent to a server it was not given for.', 'amicable' ),
					default                                   => null,
				}
			);
			$seen[] = strtolower( $name );
		}
	}

	private function says( string $field, ?string $error ): void {
		if ( $error !== null ) {
			$this->errors[ $field ] = $error;
		}
	}
}
