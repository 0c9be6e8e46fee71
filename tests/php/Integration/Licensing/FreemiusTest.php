<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Licensing;

use Amicable\AmicableException;
use Amicable\Licensing\Freemius\Freemius;
use Amicable\Licensing\Freemius\FreemiusApi;
use Amicable\Licensing\Freemius\FreemiusSettings;
use Amicable\Licensing\Freemius\Product;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\LicenseServer\Seal;
use Amicable\Licensing\LicenseServer\Wire;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\SystemClock;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\FakeFreemius;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\TlsServer;
use WP_REST_Response;

/** Freemius over a real socket: a stand-in made after its documentation, in a process of its own. */
final class FreemiusTest extends IntegrationTestCase {

	use AssertsShapes;

	private const ROBIN = [ 'robin@example.com' ];

	private TlsServer $server;

	protected function setUp(): void {
		parent::setUp();
		$this->server = new TlsServer( FakeFreemius::class, FreemiusApi::HOST );
		$this->server->trust();
	}

	protected function tearDown(): void {
		$this->server->stop();
		parent::tearDown();
	}

	public function test_licenses_are_found_by_email_in_each_product_and_by_their_whole_key(): void {
		$this->shelf( installs: 60 );

		$found = $this->freemius()->licenses_of( [], new Keys( [], self::ROBIN ) );

		self::assertSame( [ '12-501', '12-502', '13-601' ], array_column( $found, 'id' ) );
		self::assertSame( [ 'active', 'expired', 'active' ], array_column( $found, 'status' ) );
		self::assertSame( [ false, false, true ], array_column( $found, 'lifetime' ) );
		self::assertSame( [ '…-501', 'Forms', 60 ], [ $found[0]->masked, $found[0]->product, count( $found[0]->activations ) ] );
		self::assertSame( [ '12-501' ], array_column( $this->freemius()->search( 'sk_0123456789-of-license-501' ), 'id' ) );
		self::assertSame( [], $this->freemius()->search( 'sk_0123456789-of-license' ), 'A part of a key is nobody\'s.' );
		self::assertSame( [], $this->freemius()->licenses_of( [ new OrderRef( 'woocommerce', 7 ) ], new Keys( [], [] ) ), 'They hang on no order.' );
	}

	public function test_a_license_ends_with_its_subscription_and_everything_is_read_back(): void {
		$this->shelf( installs: 2 );
		$freemius = $this->freemius();
		$keys     = new Keys( [], self::ROBIN );

		self::assertSame( 'done', $freemius->deactivate( '12-501', '9001' )->outcome->value );
		self::assertSame( 'already', $freemius->deactivate( '12-501', '9001' )->outcome->value );
		self::assertSame( [ '9000' ], array_column( $freemius->license( '12-501' )->activations ?? [], 'id' ) );
		foreach ( [ '12-501', '13-601' ] as $id ) {
			self::assertSame( 'done', $freemius->disable( $id )->outcome->value );
			self::assertSame( 'already', $freemius->disable( $id )->outcome->value );
			self::assertFalse( $freemius->license( $id )?->is_usable() );
		}
		self::assertSame( [ 'license:freemius:12-501' ], $this->open( $freemius, $keys ), 'A site is still there.' );
		$freemius->deactivate( '12-501', '9000' );
		self::assertSame( [], $this->open( $freemius, $keys ) );

		$kept = $this->server->kept();
		self::assertSame( [ null, [ 'DELETE /v1/products/12/licenses/501/subscription.json', 'DELETE /v1/products/12/licenses/501.json' ] ], [ $kept['subscriptions']['501']['next_payment'], array_values( array_filter( $kept['asked'], static fn ( string $line ): bool => str_starts_with( $line, 'DELETE /v1/products/12/licenses' ) ) ) ], 'Each once, renewals first, and nothing was deleted for good.' );
		self::assertSame( [ 'already', 'already', 'already' ], [ $freemius->disable( '12-999' )->outcome->value, $freemius->disable( '99-1' )->outcome->value, $freemius->disable( 'nonsense' )->outcome->value ] );
	}

	public function test_nothing_is_believed_and_nothing_is_guessed(): void {
		$expected = [
			[ 'DELETE licenses/501', 'hangs up after', 'done' ],
			[ 'DELETE licenses/501', 'breaks after', 'done' ],
			[ 'DELETE licenses/501', 'hangs up before', 'unknown' ],
			[ 'DELETE licenses/501', 'breaks before', 'unknown' ],
			[ 'DELETE licenses/501', 'lies', 'unknown' ],
			[ 'DELETE licenses/501/subscription', 'lies', 'unknown' ],
			[ 'DELETE licenses/501/subscription', 'hangs up after', 'done' ],
			[ 'GET licenses/501', 'hangs up before', 'refused' ],
			[ 'GET licenses/501/subscription', 'breaks before', 'refused' ],
		];
		foreach ( $expected as [ $request, $failing, $outcome ] ) {
			$this->shelf( failing: [ $request => $failing ] );
			self::assertSame( $outcome, $this->freemius()->disable( '12-501' )->outcome->value, "$request $failing" );
		}
		$this->shelf( tokens: [ '12' => 'another', '13' => 'token-13' ] );
		self::assertSame( [ 'refused', true ], [ $this->freemius()->disable( '12-501' )->outcome->value, $this->freemius()->license( '12-501' )?->is_usable() ] );
	}

	public function test_what_cannot_be_read_stops_plans_and_keeps_the_proof_open(): void {
		$this->shelf( failing: [ 'GET users/1/licenses' => 'breaks before' ] );
		$keys = new Keys( [], self::ROBIN );

		self::assertSame( [ 'license:freemius' ], $this->open( $this->freemius(), $keys ) );
		self::assertSame( [], $this->freemius()->search( 'https://one.example/a-long-address' ), 'No address of a site is sent.' );
		$this->expectException( AmicableException::class );
		$this->freemius()->licenses_of( [], $keys );
	}

	public function test_the_settings_take_tokens_and_never_tell_them_and_another_product_needs_another_one(): void {
		$this->as_role( 'administrator' );
		$product = static fn ( int $id, ?string $token ): array => [ 'id' => $id, 'name' => "Product $id", 'token' => $token ];
		$save    = fn ( int $version, array $products ): WP_REST_Response => $this->rest( 'PUT', '/freemius', [ 'version' => $version, 'enabled' => true, 'products' => $products ] );
		$refused = static fn ( WP_REST_Response $answer ): array => [ $answer->get_status(), array_keys( (array) ( $answer->get_data()['data']['params'] ?? [] ) ) ];

		self::assertSame( [ 400, [ 'products' ] ], $refused( $save( 1, [] ) ) );
		self::assertSame( [ 400, [ 'products.0.token' ] ], $refused( $save( 1, [ $product( 12, null ) ] ) ) );
		self::assertSame( [ 400, [ 'products.0.id', 'products.1.id', 'products.1.token' ] ], $refused( $save( 1, [ $product( 12, 'token-12' ), $product( 12, 'two words' ) ] ) ) );
		$saved = $save( 1, [ $product( 12, 'very-secret' ) ] );
		self::assertSame( 200, $saved->get_status(), (string) wp_json_encode( $saved->get_data() ) );
		self::assert_shape( 'freemius.settings', $this->json( $saved ) );
		foreach ( [ $saved->get_data(), $this->rest( 'GET', '/freemius' )->get_data(), get_option( 'amicable_freemius' ) ] as $text ) {
			self::assertStringNotContainsString( 'very-secret', (string) wp_json_encode( $text ) );
		}
		self::assertContains( Freemius::ID, array_map( static fn ( LicenseManager $manager ): string => $manager->id(), Plugin::instance()->graph( Mode::Live )->license_managers() ) );
		self::assertSame( 200, $save( 2, [ $product( 12, null ) ] )->get_status(), 'The kept one stays.' );
		self::assertSame( [ 400, [ 'products.0.token' ] ], $refused( $save( 3, [ $product( 13, null ) ] ) ), 'No token goes to a product that it was not given for.' );
		self::assertSame( 409, $save( 1, [ $product( 12, null ) ] )->get_status() );
		$tried = $this->rest( 'POST', '/freemius/try' );
		self::assert_shape( 'freemius.tried', $this->json( $tried ) );
		self::assertSame( [ 12, false ], [ $tried->get_data()['products'][0]['id'], $tried->get_data()['products'][0]['works'] ] );
	}

	/**
	 * Robin has two licenses of one product and one of another; somebody with a longer address has one too.
	 *
	 * @param array<string, string> $failing
	 * @param array<string, string> $tokens
	 */
	private function shelf( int $installs = 0, array $failing = [], array $tokens = [ '12' => 'token-12', '13' => 'token-13' ] ): void {
		$license = static fn ( int $id, int $product, int $user, ?string $ends ): array => [ 'id' => (string) $id, 'plugin_id' => (string) $product, 'user_id' => (string) $user, 'secret_key' => "sk_0123456789-of-license-$id", 'expiration' => $ends, 'is_cancelled' => false, 'is_block_features' => true, 'quota' => 100 ];
		$sites   = [];
		for ( $n = 0; $n < $installs; $n++ ) {
			$sites[ (string) ( 9000 + $n ) ] = [ 'id' => (string) ( 9000 + $n ), 'plugin_id' => '12', 'user_id' => '1', 'license_id' => '501', 'url' => "https://site$n.example" ];
		}
		$this->server->put(
			[
				'tokens'        => $tokens,
				'users'         => [
					[ 'id' => '1', 'plugin_id' => '12', 'email' => 'Robin@Example.com' ],
					[ 'id' => '2', 'plugin_id' => '12', 'email' => 'notrobin@example.com' ],
					[ 'id' => '3', 'plugin_id' => '13', 'email' => 'robin@example.com' ],
				],
				'licenses'      => [
					'501' => $license( 501, 12, 1, '2099-01-31 00:00:00' ),
					'502' => $license( 502, 12, 1, '2020-01-31 00:00:00' ),
					'503' => $license( 503, 12, 2, null ),
					'601' => $license( 601, 13, 3, null ),
				],
				'subscriptions' => [ '501' => [ 'id' => '77', 'license_id' => '501', 'canceled_at' => null, 'next_payment' => '2099-01-31 00:00:00' ] ],
				'installs'      => $sites,
				'failing'       => $failing,
				'asked'         => [],
			]
		);
	}

	private function freemius(): Freemius {
		$seal     = new Seal();
		$products = [ 12 => new Product( 12, 'Forms', $seal->close( 'token-12' ) ), 13 => new Product( 13, 'Tables', $seal->close( 'token-13' ) ) ];
		$wire     = new Wire( static fn (): array => [ '127.0.0.1' ], is_public: static fn (): bool => true, port: $this->server->port );

		return new Freemius( new FreemiusSettings( 1, true, $products ), new FreemiusApi( $wire, $seal, new SystemClock() ) );
	}

	/** @return list<string|null> */
	private function open( Freemius $freemius, Keys $keys ): array {
		return array_column( array_filter( $freemius->obligations( [], $keys ), static fn ( $obligation ): bool => $obligation->open ), 'ref' );
	}
}
