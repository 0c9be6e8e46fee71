<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Rest\Reply;
use Amicable\Rest\Route;
use Amicable\Tests\Support\IntegrationTestCase;
use Closure;
use PHPUnit\Framework\Attributes\DataProvider;
use RuntimeException;
use WP_REST_Request;
use WP_REST_Response;

final class EndpointTest extends IntegrationTestCase {

	public function test_an_id_in_the_body_does_not_stand_before_the_id_in_the_path(): void {
		$answer = $this->send( $this->route( 'cases.event' ), '{"to":"warned","version":3,"id":9}' );

		self::assertSame( 400, $answer->get_status() );
		self::assertSame( [ 'id' => 'No such field is known here.' ], $answer->get_data()['data']['params'] );
	}

	public function test_an_id_in_the_query_does_not_stand_before_the_id_in_the_path(): void {
		$answer = $this->send( $this->route( query: [ 'id' => [ 'type' => 'integer' ] ] ), '', [ 'id' => '9' ] );

		self::assertSame( 5, $answer->get_data()['id'] );
	}

	public function test_a_body_is_not_read_where_the_route_names_no_schema(): void {
		self::assertNull( $this->send( $this->route(), '{"to":"warned"}' )->get_data()['to'] );
	}

	/** @return iterable<string, array{string, array<string, string>}> */
	public static function bad_bodies(): iterable {
		yield 'nothing at all'              => [ '', [ 'body' => 'This is not valid JSON.' ] ];
		yield 'half a body'                 => [ '{"to":"warned",', [ 'body' => 'This is not valid JSON.' ] ];
		yield 'a list for an object'        => [ '["warned",3]', [ 'body' => 'This must be an object with named fields.' ] ];
		yield 'text for a number'           => [ '{"to":"warned","version":"3"}', [ 'version' => 'This must be a whole number.' ] ];
		yield 'a fraction for a number'     => [ '{"to":"warned","version":3.0}', [ 'version' => 'This must be a whole number.' ] ];
		yield 'a number beyond integers'    => [ '{"to":"warned","version":99999999999999999999}', [ 'version' => 'This must be a whole number.' ] ];
		yield 'every wrong field at once'   => [ '{"version":null,"reason":[1]}', [ 'to' => 'This is missing.', 'version' => 'This must be a whole number.', 'reason' => 'This must be text.' ] ];
		yield 'broken bytes name the field' => [ "{\"to\":\"warned\",\"version\":3,\"reason\":\"caf\xe9\"}", [ 'reason' => 'This is not readable text (UTF-8).' ] ];
		yield 'a well without a bottom'     => [ str_repeat( '[', 40 ) . str_repeat( ']', 40 ), [ 'body' => 'This is nested too deeply.' ] ];
	}

	/** @param array<string, string> $params */
	#[DataProvider( 'bad_bodies' )]
	public function test_a_bad_body_is_refused_field_by_field( string $body, array $params ): void {
		$answer = $this->send( $this->route( 'cases.event' ), $body );

		self::assertSame( 400, $answer->get_status() );
		self::assertSame( 'amicable_invalid', $answer->get_data()['code'] );
		self::assertEquals( $params, $answer->get_data()['data']['params'] );
		foreach ( array_keys( $params ) as $field ) {
			self::assertStringContainsString( $field, $answer->get_data()['message'] );
		}
	}

	public function test_more_than_two_mebibytes_are_too_much(): void {
		$answer = $this->send( $this->route( 'cases.event' ), '{"to":"' . str_repeat( 'x', 2 * 1024 * 1024 ) . '"}' );

		self::assertSame( 413, $answer->get_status() );
	}

	public function test_limits_of_query_parameters_hold(): void {
		$query = [
			'page' => [
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 40,
				'default' => 1,
			],
			'by'   => [
				'type' => 'string',
				'enum' => [ 'name', 'ratio' ],
			],
		];

		self::assertSame( 1, $this->send( $this->route( query: $query ), '' )->get_data()['page'] );
		self::assertSame( 40, $this->send( $this->route( query: $query ), '', [ 'page' => '40' ] )->get_data()['page'] );
		$answer = $this->send( $this->route( query: $query ), '', [ 'page' => '41', 'by' => 'email; DROP', 'unheard' => '1', '_locale' => 'user' ] );
		self::assertSame( 400, $answer->get_status() );
		self::assertSame( [ 'page', 'by', 'unheard' ], array_keys( $answer->get_data()['data']['params'] ) );
	}

	public function test_a_refusal_keeps_its_code_status_and_fields(): void {
		$refuse = static fn (): Reply => throw new AmicableException( 'amicable_gate', 'Not yet.', 422, [ 'to' => 'No.' ], [ 'gate' => 'waiting' ] );
		$answer = $this->send( $this->route( handle: $refuse ), '' );

		self::assertSame( 422, $answer->get_status() );
		self::assertSame( [ 'code' => 'amicable_gate', 'message' => 'Not yet.', 'data' => [ 'status' => 422, 'params' => [ 'to' => 'No.' ], 'gate' => 'waiting' ] ], $answer->get_data() );
	}

	public function test_a_surprise_is_logged_and_says_nothing_of_itself(): void {
		$log = (string) tempnam( sys_get_temp_dir(), 'amicable' );
		ini_set( 'error_log', $log );
		$answer = $this->send( $this->route( handle: static fn (): Reply => throw new RuntimeException( 'secret table wp_x' ) ), '' );
		ini_restore( 'error_log' );

		self::assertSame( 500, $answer->get_status() );
		self::assertStringNotContainsString( 'secret', (string) wp_json_encode( $answer->get_data() ) );
		$line = (string) file_get_contents( $log );
		self::assertStringContainsString( 'RuntimeException at EndpointTest.php', $line );
		self::assertStringNotContainsString( 'secret', $line, 'What an exception says may hold a key or an address.' );
		unlink( $log );
	}

	/** @param array<string, array<string, mixed>> $query */
	private function route( ?string $body = null, array $query = [], ?Closure $handle = null ): Route {
		$echo = static fn ( WP_REST_Request $request ): Reply => new Reply( [ 'id' => (int) $request['id'], 'page' => $request['page'], 'to' => $request['to'] ] );

		return new Route( 'POST', '/echo/(?P<id>\d+)', Capability::VIEW, $handle ?? $echo, body: $body, query: $query );
	}

	/** @param array<string, string> $query */
	private function send( Route $route, string $body, array $query = [] ): WP_REST_Response {
		$request = new WP_REST_Request( 'POST', '/amicable/v1/echo/5' );
		$request->set_url_params( [ 'id' => '5' ] );
		$request->set_query_params( $query );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( $body );

		return Plugin::instance()->graph( Mode::Live )->endpoint()->answer( $route, $request );
	}
}
