<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use PHPUnit\Framework\TestCase;
use WP_REST_Request;
use WP_REST_Response;
use WP_User;

/**
 * A test inside a booted WordPress.
 *
 * Each one begins with the site as it was installed: tables, options, users, hooks, the request, the current
 * user and the object cache are put back after every test. No mail leaves, and no request goes outside.
 */
abstract class IntegrationTestCase extends TestCase {

	private const NAMESPACE = '/amicable/v1';

	protected Outbox $outbox;

	protected Web $web;

	protected function setUp(): void {
		parent::setUp();
		$this->outbox = new Outbox();
		$this->web    = new Web();
		$this->outbox->open();
		$this->web->close();
	}

	protected function tearDown(): void {
		parent::tearDown();
		Pristine::restore();
	}

	/** Logs in a fresh user of a role; 'anonymous' logs out. */
	protected function as_role( string $role ): WP_User {
		if ( $role === 'anonymous' ) {
			wp_set_current_user( 0 );

			return wp_get_current_user();
		}

		if ( wp_roles()->get_role( $role ) === null ) {
			self::fail( "There is no role {$role}." );
		}

		$name = uniqid( $role . '_', false );
		$id   = wp_insert_user( [
			'user_login' => $name,
			'user_email' => "{$name}@example.org",
			'user_pass'  => wp_generate_password(),
			'role'       => $role,
		] );

		if ( is_wp_error( $id ) ) {
			self::fail( $id->get_error_message() );
		}

		return wp_set_current_user( $id );
	}

	/**
	 * Asks our REST API, or another one when the path names its namespace.
	 *
	 * @param array<array-key, mixed> $body    Query of a GET, JSON body otherwise.
	 * @param array<string, string>   $headers
	 */
	protected function rest( string $method, string $path, array $body = [], array $headers = [] ): WP_REST_Response {
		[ $route, $query ] = explode( '?', $path . '?', 2 );

		if ( preg_match( '#^/[a-z0-9_-]+/v\d#', $route ) !== 1 ) {
			$route = self::NAMESPACE . $route;
		}

		$request = new WP_REST_Request( $method, $route );
		parse_str( rtrim( $query, '?' ), $params );
		$request->set_query_params( $method === 'GET' ? [ ...$params, ...$body ] : $params );

		if ( $method !== 'GET' && ( $body !== [] || $method !== 'DELETE' ) ) {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( $body === [] ? new \stdClass() : $body ) );
		}

		$request->set_headers( array_merge( $request->get_headers(), $headers ) );

		return rest_ensure_response( rest_get_server()->dispatch( $request ) );
	}

	/** What a client would read: objects as arrays, through JSON. */
	protected function json( WP_REST_Response $response ): mixed {
		return json_decode( (string) wp_json_encode( rest_get_server()->response_to_data( $response, false ) ), true, 512, JSON_THROW_ON_ERROR );
	}

	/** Runs our jobs that are due, and those that they start, until none is left. Gives back how many ran. */
	protected function run_jobs( ?int $until = null ): int {
		return ( new JobRunner() )->run( $until );
	}
}
