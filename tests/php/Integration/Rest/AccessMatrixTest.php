<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Rest;

use Amicable\Admin\Roles;
use Amicable\Capability;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Rest\Api;
use Amicable\Rest\Route;
use Amicable\Tests\Support\Canary;
use Amicable\Tests\Support\IntegrationTestCase;
use WP_REST_Response;

/** Every route × every role, from the running server; and no amount in any answer to whoever may not see money. */
final class AccessMatrixTest extends IntegrationTestCase {

	private const ROLES = [ 'anonymous', 'subscriber', 'customer', 'amicable_support_agent', 'shop_manager', 'administrator' ];

	protected function setUp(): void {
		parent::setUp();
		add_role( 'customer', 'Customer', [ 'read' => true ] );
		add_role( 'shop_manager', 'Shop manager', [ 'read' => true, 'edit_shop_orders' => true, 'manage_woocommerce' => true ] );
		( new Roles() )->install();
	}

	public function test_every_route_has_its_line_and_every_line_its_route(): void {
		self::assertEqualsCanonicalizing( array_keys( self::matrix() ), array_keys( self::routes() ) );
	}

	public function test_every_role_gets_in_exactly_where_the_table_says(): void {
		$canary = new Canary();
		$checks = 0;
		foreach ( self::ROLES as $role ) {
			$user = $this->as_role( $role )->ID;
			foreach ( self::routes() as $name => $route ) {
				wp_set_current_user( $user );
				$status  = $this->ask( $route, $canary )->get_status();
				$allowed = in_array( $role, self::matrix()[ $name ] ?? [], true );
				if ( $allowed ) {
					self::assertNotContains( $status, [ 401, 403, 500 ], "$role is kept out of $name." );
				} else {
					self::assertSame( $role === 'anonymous' ? 401 : 403, $status, "$role at $name." );
				}
				++$checks;
			}
		}
		self::assertSame( count( self::ROLES ) * count( self::matrix() ), $checks );
	}

	public function test_no_amount_reaches_anybody_without_the_money_capability(): void {
		$canary = new Canary();
		$this->as_role( 'amicable_support_agent' );
		self::assertFalse( current_user_can( Capability::MONEY ) );
		foreach ( self::routes() as $name => $route ) {
			self::assertDoesNotMatchRegularExpression( '/' . Canary::AMOUNT . '\d/', $this->text( $this->ask( $route, $canary ) ), "$name shows an amount." );
		}
	}

	public function test_the_canary_sings_where_money_may_be_seen(): void {
		$canary = new Canary();
		$this->as_role( 'shop_manager' );
		$singing = array_filter( self::routes(), fn ( Route $route ): bool => preg_match( '/' . Canary::AMOUNT . '\d/', $this->text( $this->ask( $route, $canary ) ) ) === 1 );

		foreach ( [ 'GET /overview', 'GET /customers/(?P<id>\d+)/orders', 'GET /customers/(?P<id>\d+)/timeline', 'GET /orders/(?P<store>woocommerce|edd|sample)/(?P<order_id>\d+)/customer' ] as $name ) {
			self::assertArrayHasKey( $name, $singing, "$name has nothing to hide, so hiding it proves nothing." );
		}
	}

	public function test_a_user_id_in_the_body_or_the_query_opens_nothing(): void {
		$canary = new Canary();
		$this->as_role( 'subscriber' );

		self::assertSame( 403, $this->rest( 'GET', "/customers/$canary->customer/orders?user_id=1&_method=GET" )->get_status() );
	}

	/** @return array<string, list<string>> */
	private static function matrix(): array {
		return require dirname( __DIR__ ) . '/access-matrix.php';
	}

	/** @return array<string, Route> What the running server registered, with our own description of it; reading before writing, which recounts. */
	private static function routes(): array {
		$api      = new Api( Plugin::instance()->graph( ... ), new \Amicable\CurrentMode() );
		$declared = [];
		foreach ( $api->routes( Mode::Live ) as $route ) {
			$declared[ "$route->method $route->path" ] = $route;
		}
		$running = [];
		foreach ( rest_get_server()->get_routes( Api::NAMESPACE ) as $path => $handlers ) {
			foreach ( $path === '/' . Api::NAMESPACE ? [] : $handlers as $handler ) {
				foreach ( array_keys( $handler['methods'] ) as $method ) {
					$name             = $method . ' ' . substr( $path, strlen( '/' . Api::NAMESPACE ) );
					$running[ $name ] = $declared[ $name ] ?? self::fail( "$name was not registered through Api." );
				}
			}
		}

		ksort( $running );

		return $running;
	}

	private function ask( Route $route, Canary $canary ): WP_REST_Response {
		$path = strtr( $route->path, [ '(?P<store>woocommerce|edd|sample)' => 'sample', '(?P<order_id>\d+)' => '501' ] );
		$path = preg_replace( [ '/\(\?P<(id|customer_id)>[^()]*\)/', '/\(\?P<pattern>[^()]*(\([^()]*\))?[^()]*\)/', '/\(\?P<\w+>[^()]*\)/' ], [ (string) $canary->customer, 'docs_questions', '1' ], $path );

		return $this->rest( $route->method, (string) $path, $route->body === null ? [] : self::example( $route->body ), $route->reread === null ? [] : [ 'Idempotency-Key' => wp_generate_uuid4() ] );
	}

	/** @return array<string, mixed> A body that the schema accepts. */
	private static function example( string $schema ): array {
		$file  = dirname( __DIR__, 3 ) . '/fixtures/verdicts/' . strtok( $schema, '.' ) . '.json';
		$cases = json_decode( (string) file_get_contents( $file ), true, 512, JSON_THROW_ON_ERROR )[ $schema ];

		foreach ( $cases as $case ) {
			if ( $case['accepted'] ) {
				return $case['body'];
			}
		}
		self::fail( "$schema has no valid example." );
	}

	private function text( WP_REST_Response $response ): string {
		return (string) wp_json_encode( [ $response->get_data(), $response->get_headers() ] );
	}
}
