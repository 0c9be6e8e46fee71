<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Licensing;

use Amicable\AmicableException;
use Amicable\Licensing\KeepsBefore;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\LicenseServer\LicenseServer;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Stores\Keys;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\FakeLicenseServer;
use Amicable\Tests\Support\IntegrationTestCase;

/** A license server of the shop's own: its settings, and what is made of everything it may answer. */
final class LicenseServerTest extends IntegrationTestCase {

	use AssertsShapes;

	private const SETTINGS = [
		'version'       => 1,
		'enabled'       => true,
		'name'          => 'Our keys',
		'store'         => 'woocommerce',
		'host'          => FakeLicenseServer::HOST,
		'headers'       => [ [ 'name' => 'Authorization', 'value' => 'Bearer very-secret' ] ],
		'read_path'     => '/licenses/{order_id}',
		'status_path'   => 'data.status',
		'ended'         => [ 'disabled' ],
		'ends_at_path'  => 'data.expires_at',
		'end_method'    => 'PUT',
		'end_path'      => '/licenses/{order_id}',
		'end_body'      => '{"status":"disabled"}',
		'success_path'  => 'ok',
		'success_value' => 'true',
		'back_method'   => 'PUT',
		'back_path'     => '/licenses/{order_id}',
		'back_body'     => '{"status":"active"}',
	];

	private FakeLicenseServer $server;

	protected function setUp(): void {
		parent::setUp();
		$this->server = new FakeLicenseServer( $this->web );
		$this->as_role( 'administrator' );
	}

	public function test_it_is_there_only_when_switched_on_and_never_tells_its_secret(): void {
		self::assertNull( $this->manager() );

		$answer = $this->rest( 'PUT', '/license-server', self::SETTINGS );

		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		self::assert_shape( 'license_server.settings', $this->json( $answer ) );
		self::assertSame( [ 'Authorization' ], $answer->get_data()['headers'] );
		self::assertNotNull( $this->manager() );
		foreach ( [ $answer->get_data(), $this->rest( 'GET', '/license-server' )->get_data(), get_option( 'amicable_license_server' ) ] as $text ) {
			self::assertStringNotContainsString( 'very-secret', (string) wp_json_encode( $text ) );
		}
		self::assertSame( 409, $this->rest( 'PUT', '/license-server', self::SETTINGS )->get_status(), 'Somebody saved meanwhile.' );
		self::assertSame( 409, $this->rest( 'PUT', '/license-server', self::SETTINGS, [ 'X-Amicable-Mode' => 'practice' ] )->get_status() );
	}

	public function test_what_cannot_be_meant_is_named_and_a_secret_stays_with_its_server(): void {
		$this->rest( 'PUT', '/license-server', self::SETTINGS );
		$kept  = [ [ 'name' => 'Authorization', 'value' => null ] ];
		$wrong = [
			'host'            => [ 'host' => '127.0.0.1', 'headers' => self::SETTINGS['headers'] ],
			'headers.0.value' => [ 'host' => 'other.shop.com', 'headers' => $kept ],
			'headers.0.name'  => [ 'headers' => [ [ 'name' => 'Host', 'value' => 'x' ] ] ],
			'read_path'       => [ 'read_path' => '/licenses' ],
			'end_path'        => [ 'end_path' => '//evil.com/{order_id}' ],
			'end_body'        => [ 'end_body' => '{"who":{email}}' ],
			'ended'           => [ 'ended' => [] ],
			'back_path'       => [ 'back_path' => 'https://evil.com/{order_id}' ],
			'back_body'       => [ 'back_body' => '{' ],
			'success_value'   => [ 'success_value' => '' ],
			'name'            => [ 'name' => ' ' ],
		];
		foreach ( $wrong as $field => $change ) {
			$answer = $this->rest( 'PUT', '/license-server', [ ...self::SETTINGS, 'version' => 2, 'headers' => $kept, ...$change ] );
			self::assertSame( [ 400, [ $field ] ], [ $answer->get_status(), array_keys( (array) $answer->get_data()['data']['params'] ) ] );
		}
		self::assertSame( 200, $this->rest( 'PUT', '/license-server', [ ...self::SETTINGS, 'version' => 2, 'headers' => $kept ] )->get_status() );
		$this->server->licenses[7] = 'active';
		self::assertSame( 'usable', $this->try( 7 )['state'], 'The kept secret still opens the door.' );
	}

	public function test_trying_reads_and_changes_nothing(): void {
		$this->rest( 'PUT', '/license-server', self::SETTINGS );
		$this->server->licenses = [ 7 => 'active', 8 => 'disabled' ];

		self::assertSame( [ 'state' => 'usable', 'status' => 'active', 'ends_at' => '2030-01-31T00:00:00Z', 'why' => null ], $this->try( 7 ) );
		self::assertSame( [ 'ended', 'missing' ], [ $this->try( 8 )['state'], $this->try( 9 )['state'] ] );
		self::assertSame( [ 'GET /licenses/7', 'GET /licenses/8', 'GET /licenses/9' ], $this->server->asked() );
	}

	public function test_licenses_are_found_by_order_ended_and_read_back(): void {
		$manager                = $this->on();
		$this->server->licenses = [ 7 => 'active', 8 => 'disabled' ];
		$refs                   = [ new OrderRef( 'woocommerce', 7 ), new OrderRef( 'woocommerce', 8 ), new OrderRef( 'woocommerce', 9 ), new OrderRef( 'edd', 7 ) ];

		$found = $manager->licenses_of( $refs, new Keys( [], [] ) );

		self::assertSame( [ [ 'woocommerce-7', 'active', '2030-01-31' ], [ 'woocommerce-8', 'disabled', '2030-01-31' ] ], array_map( static fn ( $license ): array => [ $license->id, $license->status, $license->expires_at?->format( 'Y-m-d' ) ], $found ) );
		self::assertSame( [ 'license:license_server:woocommerce-7' ], $this->open( $manager, $refs ) );

		self::assertSame( 'done', $manager->disable( 'woocommerce-7' )->outcome->value );
		self::assertSame( 'already', $manager->disable( 'woocommerce-7' )->outcome->value );
		self::assertSame( [ 'already', 'already' ], [ $manager->disable( 'woocommerce-9' )->outcome->value, $manager->disable( 'nonsense' )->outcome->value ] );
		self::assertSame( [ 7 => 'disabled', 8 => 'disabled' ], $this->server->licenses );
		self::assertSame( [], $this->open( $manager, $refs ) );
		self::assertCount( 1, $this->server->keys );
	}

	public function test_nothing_is_believed_and_nothing_is_guessed(): void {
		$manager  = $this->on();
		$expected = [
			'silent after'  => 'done',
			'breaks after'  => 'done',
			'silent before' => 'unknown',
			'breaks before' => 'unknown',
			'lies'          => 'unknown',
			'refuses'       => 'refused',
			'says no'       => 'refused',
			'sends away'    => 'refused',
		];
		foreach ( $expected as $ending => $outcome ) {
			$this->server->licenses[7] = 'active';
			$this->server->ending      = $ending;
			self::assertSame( $outcome, $manager->disable( 'woocommerce-7' )->outcome->value, $ending );
		}
		self::assertSame( 8, array_sum( $this->server->keys ) );
		self::assertCount( 1, $this->server->keys, 'The same key every time.' );
		self::assertSame( [], array_filter( array_column( $this->web->requests, 'url' ), static fn ( string $url ): bool => ! str_starts_with( $url, 'https://licenses.shop.com/' ) ), 'No redirect was followed.' );
		self::assertSame( [ 0 ], array_values( array_unique( array_map( static fn ( array $request ): int => $request['args']['redirection'], $this->web->requests ) ) ) );
	}

	public function test_an_ended_license_is_given_back_by_the_call_that_the_owner_wrote_down_and_nothing_is_guessed(): void {
		$manager = $this->on();
		self::assertInstanceOf( KeepsBefore::class, $manager );
		$before = $manager->before( 'woocommerce-7' );
		self::assertNotSame( [], $before );
		foreach ( [ 'silent after' => 'done', 'silent before' => 'unknown', 'lies' => 'unknown', 'refuses' => 'refused', 'says no' => 'refused' ] as $ending => $outcome ) {
			$this->server->licenses[7] = 'disabled';
			$this->server->ending      = $ending;
			self::assertSame( $outcome, $manager->restore( 'woocommerce-7', $before )->outcome->value, $ending );
		}
		$this->server->ending = 'obeys';
		self::assertSame( 'done', $manager->restore( 'woocommerce-7', $before )->outcome->value );
		self::assertSame( [ 'already', 'manual', 'refused' ], [ $manager->restore( 'woocommerce-7', $before )->outcome->value, $manager->restore( 'woocommerce-9', $before )->outcome->value, $manager->restore( 'woocommerce-7', [] )->outcome->value ] );
		self::assertSame( 'done', $manager->disable( 'woocommerce-7' )->outcome->value );
		self::assertCount( 2, $this->server->keys, 'One for each of the two calls.' );

		$this->rest( 'PUT', '/license-server', [ ...self::SETTINGS, 'version' => 2, 'back_path' => '' ] );
		$without = $this->manager();
		self::assertInstanceOf( KeepsBefore::class, $without );
		self::assertSame( [], $without->before( 'woocommerce-7' ), 'Nothing is offered that nobody wrote down.' );
	}

	public function test_a_silent_server_stops_plans_keeps_the_proof_open_and_is_not_asked_over_and_over(): void {
		$manager                   = $this->on();
		$this->server->licenses    = [ 7 => 'disabled', 8 => 'disabled' ];
		$this->server->is_readable = false;
		$refs                      = [ new OrderRef( 'woocommerce', 7 ), new OrderRef( 'woocommerce', 8 ) ];

		self::assertSame( [ 'license:license_server:woocommerce-7', 'license:license_server:woocommerce-8' ], $this->open( $manager, $refs ) );
		self::assertCount( 1, $this->server->asked() );
		self::assertTrue( $manager->license( 'woocommerce-7' )?->is_usable(), 'Not known to be ended.' );
		self::assertSame( 'unknown', $manager->disable( 'woocommerce-7' )->outcome->value );
		$this->expectException( AmicableException::class );
		$manager->licenses_of( $refs, new Keys( [], [] ) );
	}

	public function test_a_name_that_comes_to_lead_inside_reaches_nobody(): void {
		$manager                = $this->on();
		$this->server->licenses = [ 7 => 'active' ];
		foreach ( [ '127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '' ] as $address ) {
			$this->server->address = $address;
			self::assertSame( 'refused', $manager->disable( 'woocommerce-7' )->outcome->value, $address );
			self::assertSame( 'unreadable', $this->try( 7 )['state'] );
		}
		self::assertSame( [], $this->web->requests );
	}

	public function test_after_the_salts_changed_nothing_is_sent(): void {
		$manager                = $this->on();
		$this->server->licenses = [ 7 => 'active' ];
		add_filter( 'salt', static fn (): string => 'another' );

		self::assertSame( 'refused', $manager->disable( 'woocommerce-7' )->outcome->value );
		self::assertSame( [], $this->web->requests );
	}

	private function on(): LicenseManager {
		self::assertSame( 200, $this->rest( 'PUT', '/license-server', self::SETTINGS )->get_status() );

		return $this->manager() ?? self::fail( 'It is not there.' );
	}

	private function manager(): ?LicenseManager {
		foreach ( Plugin::instance()->graph( Mode::Live )->license_managers() as $manager ) {
			if ( $manager->id() === LicenseServer::ID ) {
				return $manager;
			}
		}

		return null;
	}

	/** @return array<string, mixed> */
	private function try( int $order ): array {
		$answer = $this->rest( 'POST', '/license-server/try', [ 'order_id' => $order ] );
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		self::assert_shape( 'license_server.reading', $this->json( $answer ) );

		return $answer->get_data();
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<string|null>
	 */
	private function open( LicenseManager $manager, array $refs ): array {
		return array_values( array_map( static fn ( Obligation $obligation ): ?string => $obligation->ref, array_filter( $manager->obligations( $refs, new Keys( [], [] ) ), static fn ( Obligation $obligation ): bool => $obligation->open ) ) );
	}
}
