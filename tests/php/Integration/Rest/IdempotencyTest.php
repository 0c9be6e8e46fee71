<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Rest\Reply;
use Amicable\Rest\Route;
use Amicable\Storage\Database;
use Amicable\Tests\Support\IntegrationTestCase;
use Closure;
use RuntimeException;
use WP_REST_Request;
use WP_REST_Response;

final class IdempotencyTest extends IntegrationTestCase {

	private const KEY = 'b2f1c0de-0000-4000-8000-000000000001';

	private int $acted = 0;

	public function test_the_second_request_answers_with_the_object_as_it_is_now(): void {
		$this->as_role( 'administrator' );
		$first  = $this->send( $this->route() );
		$second = $this->send( $this->route() );

		self::assertSame( [ 201, [ 'made' => 41 ] ], [ $first->get_status(), $first->get_data() ] );
		self::assertSame( [ 201, [ 'reread' => 41 ] ], [ $second->get_status(), $second->get_data() ] );
		self::assertSame( 1, $this->acted );
	}

	public function test_another_body_under_the_same_key_is_refused(): void {
		$this->as_role( 'administrator' );
		$this->send( $this->route() );
		$answer = $this->send( $this->route(), '{"to":"recovered","version":3}' );

		self::assertSame( [ 422, 'amicable_key_reused' ], [ $answer->get_status(), $answer->get_data()['code'] ] );
		self::assertSame( 1, $this->acted );
	}

	public function test_another_person_may_use_the_same_key(): void {
		$this->as_role( 'administrator' );
		$this->send( $this->route() );
		$this->as_role( 'administrator' );

		self::assertSame( [ 'made' => 41 ], $this->send( $this->route() )->get_data() );
		self::assertSame( 2, $this->acted );
	}

	public function test_while_the_first_is_at_work_the_second_is_told_to_come_back(): void {
		$this->as_role( 'administrator' );
		$meanwhile = null;
		$this->send( $this->route( function () use ( &$meanwhile ): Reply {
			$meanwhile ??= $this->send( $this->route() );

			return new Reply( null, 201, [], 41 );
		} ) );

		self::assertInstanceOf( WP_REST_Response::class, $meanwhile );
		self::assertSame( [ 409, 'amicable_key_running', '1' ], [ $meanwhile->get_status(), $meanwhile->get_data()['code'], $meanwhile->get_headers()['Retry-After'] ] );
		self::assertSame( 0, $this->acted );
	}

	public function test_a_refusal_made_nothing_so_the_key_is_free_again(): void {
		$this->as_role( 'administrator' );
		$refused = $this->send( $this->route( static fn (): Reply => throw new AmicableException( 'amicable_stale', 'Moved.', 409 ) ) );

		self::assertSame( 409, $refused->get_status() );
		self::assertSame( [ 'made' => 41 ], $this->send( $this->route() )->get_data() );
	}

	public function test_after_a_surprise_nothing_is_tried_again_under_the_same_key(): void {
		$this->as_role( 'administrator' );
		ini_set( 'error_log', '/dev/null' );
		$this->send( $this->route( static fn (): Reply => throw new RuntimeException( 'The line was cut.' ) ) );
		ini_restore( 'error_log' );
		$answer = $this->send( $this->route() );

		self::assertSame( [ 409, 'amicable_key_unfinished' ], [ $answer->get_status(), $answer->get_data()['code'] ] );
		self::assertSame( 0, $this->acted );
	}

	public function test_a_first_request_that_died_is_not_waited_for_for_ever(): void {
		$this->as_role( 'administrator' );
		$this->send( $this->route() );
		$this->rewrite( 'status = NULL' );
		self::assertSame( 'amicable_key_running', $this->send( $this->route() )->get_data()['code'] );

		$this->rewrite( "created_at = '" . gmdate( 'Y-m-d H:i:s', time() - 400 ) . "'" );
		self::assertSame( 'amicable_key_unfinished', $this->send( $this->route() )->get_data()['code'] );
	}

	public function test_keys_are_forgotten_after_seven_days(): void {
		$this->as_role( 'administrator' );
		$this->send( $this->route() );
		$this->rewrite( "created_at = '" . gmdate( 'Y-m-d H:i:s', time() - 7 * DAY_IN_SECONDS - 60 ) . "'" );

		self::assertSame( [ 'made' => 41 ], $this->send( $this->route() )->get_data() );
	}

	public function test_a_missing_key_is_named(): void {
		$this->as_role( 'administrator' );
		$answer = $this->send( $this->route(), key: '' );

		self::assertSame( 400, $answer->get_status() );
		self::assertArrayHasKey( 'Idempotency-Key', $answer->get_data()['data']['params'] );
		self::assertSame( 0, $this->acted );
	}

	public function test_a_bad_body_uses_up_no_key(): void {
		$this->as_role( 'administrator' );
		self::assertSame( 400, $this->send( $this->route(), '{"to":"warned"}' )->get_status() );
		self::assertSame( [ 'made' => 41 ], $this->send( $this->route() )->get_data() );
	}

	private function route( ?Closure $handle = null ): Route {
		$make = function (): Reply {
			++$this->acted;

			return new Reply( [ 'made' => 41 ], 201, [], 41 );
		};

		return new Route( 'POST', '/cases/(?P<id>\d+)/events', Capability::CASES, $handle ?? $make, body: 'cases.event', reread: static fn ( int $id ): Reply => new Reply( [ 'reread' => $id ] ) );
	}

	private function send( Route $route, string $body = '{"to":"warned","version":3}', string $key = self::KEY ): WP_REST_Response {
		$request = new WP_REST_Request( 'POST', '/amicable/v1/cases/5/events' );
		$request->set_url_params( [ 'id' => '5' ] );
		$request->set_header( 'Idempotency-Key', $key );
		$request->set_body( $body );

		return Plugin::instance()->graph( Mode::Live )->endpoint()->answer( $route, $request );
	}

	private function rewrite( string $set ): void {
		$database = Plugin::instance()->graph( Mode::Live )->database();
		self::assertInstanceOf( Database::class, $database );
		self::assertSame( 1, $database->write( "UPDATE {$database->table( 'idempotency' )} SET $set" ) );
	}
}
