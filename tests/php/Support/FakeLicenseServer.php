<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use WP_Error;

/** A license server behind the HTTP edge: it keeps licenses, obeys, and misbehaves as it is told. */
final class FakeLicenseServer {

	public const HOST = 'licenses.shop.com';

	/** @var array<int, string> Order => status. */
	public array $licenses = [];

	/** @var array<string, int> Idempotency key => how often it came. */
	public array $keys = [];

	/** What happens when a license is to be ended: 'obeys', or one of the ways to fail. */
	public string $ending = 'obeys';

	public bool $is_readable = true;

	public string $address = '93.184.216.34';

	public function __construct( public readonly Web $web ) {
		$web->on( 'https://' . self::HOST . '/', $this->answer( ... ) );
		add_filter( 'amicable_license_server_addresses', fn (): array => $this->address === '' ? [] : [ $this->address ] );
	}

	/** @return list<string> Methods and paths that reached it. */
	public function asked(): array {
		return array_map( static fn ( array $request ): string => "{$request['args']['method']} " . substr( $request['url'], strlen( 'https://' . self::HOST ) ), $this->web->requests );
	}

	/**
	 * @param array<string, mixed> $args
	 * @return array<string, mixed>|WP_Error
	 */
	private function answer( string $url, array $args ): array|WP_Error {
		$order = (int) preg_replace( '/\D/', '', (string) strrchr( $url, '/' ) );
		if ( $args['headers']['Authorization'] !== 'Bearer very-secret' ) {
			return Web::json( [ 'error' => 'who are you' ], 401 );
		}
		if ( $args['method'] === 'GET' ) {
			return $this->read( $order );
		}
		$key                = (string) $args['headers']['Idempotency-Key'];
		$this->keys[ $key ] = ( $this->keys[ $key ] ?? 0 ) + 1;
		if ( in_array( $this->ending, [ 'obeys', 'silent after', 'breaks after' ], true ) ) {
			$this->licenses[ $order ] = (string) json_decode( $args['body'], true )['status'];
		}

		return match ( $this->ending ) {
			'silent before', 'silent after' => new WP_Error( 'http_request_failed', 'cURL error 28: Operation timed out' ),
			'breaks before', 'breaks after' => Web::json( [], 500 ),
			'refuses'                       => Web::json( [], 422 ),
			'sends away'                    => [ 'headers' => [ 'location' => 'http://169.254.169.254/latest' ], ...Web::json( [], 302 ) ],
			'says no'                       => Web::json( [ 'ok' => false ] ),
			default                         => Web::json( [ 'ok' => true ] ),
		};
	}

	/** @return array<string, mixed>|WP_Error */
	private function read( int $order ): array|WP_Error {
		return match ( true ) {
			! $this->is_readable                 => new WP_Error( 'http_request_failed', 'cURL error 28: Operation timed out' ),
			! isset( $this->licenses[ $order ] ) => Web::json( [], 404 ),
			default                              => Web::json( [ 'data' => [ 'status' => $this->licenses[ $order ], 'expires_at' => '2030-01-31' ] ] ),
		};
	}
}
