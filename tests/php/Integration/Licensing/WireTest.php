<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Licensing;

use Amicable\Licensing\LicenseServer\Conversation;
use Amicable\Licensing\LicenseServer\LicenseServer;
use Amicable\Licensing\LicenseServer\Seal;
use Amicable\Licensing\LicenseServer\ServerSettings;
use Amicable\Licensing\LicenseServer\Wire;
use Amicable\SystemClock;
use Amicable\Tests\Support\EchoServer;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\TlsServer;

/** The connection to a license server over a real socket with a real certificate: it goes to the address that was judged, and to nothing else. */
final class WireTest extends IntegrationTestCase {

	/** A name that leads nowhere: whoever arrives was sent by the pin. */
	private const HOST = 'licenses.amicable-wire-check.com';

	private TlsServer $server;

	protected function setUp(): void {
		parent::setUp();
		$this->server = new TlsServer( EchoServer::class, self::HOST );
		$this->server->trust();
	}

	protected function tearDown(): void {
		$this->server->stop();
		parent::tearDown();
	}

	public function test_it_reaches_the_judged_address_under_the_name_that_was_asked_and_looks_the_name_up_once(): void {
		$looked = 0;
		$wire   = new Wire(
			static function () use ( &$looked ): array {
				++$looked;

				return [ $looked === 1 ? '127.0.0.1' : '203.0.113.9' ];
			},
			is_public: static fn (): bool => true,
			port: $this->server->port
		);

		$answer = $wire->send( 'PUT', self::HOST, '/licenses/7?a=b', [ 'X-Key' => 'secret' ], '{"status":"disabled"}' );

		self::assertSame( [ 200, [ 'status' => 'disabled' ], null, 1 ], [ $answer->status, $answer->json, $answer->unsent, $looked ] );
		self::assertSame( [ [ 'line' => 'PUT /licenses/7?a=b', 'host' => self::HOST . ":{$this->server->port}", 'key' => 'secret', 'body' => '{"status":"disabled"}' ] ], $this->server->kept()['reached'] );
	}

	public function test_who_cannot_prove_the_name_gets_nothing_and_no_redirect_is_followed(): void {
		$wire = new Wire( static fn (): array => [ '127.0.0.1' ], is_public: static fn (): bool => true, port: $this->server->port );

		self::assertSame( 0, $wire->send( 'GET', 'other.amicable-wire-check.com', '/', [ 'X-Key' => 'secret' ] )->status );
		self::assertSame( [], $this->server->kept()['reached'], 'No header left before the certificate was checked.' );
		self::assertSame( 302, $wire->send( 'GET', self::HOST, '/away', [] )->status );
		self::assertSame( [ 'GET /away' ], array_column( $this->server->kept()['reached'], 'line' ) );
	}

	public function test_a_dead_line_is_silence_and_an_endless_answer_is_none(): void {
		$wire = new Wire( static fn (): array => [ '127.0.0.1' ], is_public: static fn (): bool => true, port: $this->server->port );

		self::assertSame( [ 0, null ], [ $wire->send( 'GET', self::HOST, '/hang-up', [] )->status, $wire->send( 'GET', self::HOST, '/hang-up', [] )->unsent ] );
		self::assertNull( $wire->send( 'GET', self::HOST, '/endless', [] )->json );
	}

	public function test_a_license_of_an_order_is_read_ended_and_read_back(): void {
		$seal     = new Seal();
		$settings = ServerSettings::from_array( [ 'enabled' => true, 'name' => 'Ours', 'host' => self::HOST, 'headers' => [ 'X-Key' => $seal->close( 'secret' ) ], 'end_method' => 'PUT', 'end_path' => '/licenses/{order_id}', 'end_body' => '{"status":"disabled"}' ] );
		$wire     = new Wire( static fn (): array => [ '127.0.0.1' ], is_public: static fn (): bool => true, port: $this->server->port );
		$ours     = new LicenseServer( $settings, new Conversation( $settings, $wire, $seal, static fn () => null, new SystemClock(), 'of this site' ) );

		self::assertTrue( $ours->license( 'woocommerce-7' )?->is_usable() );
		self::assertSame( [ 'done', 'already' ], [ $ours->disable( 'woocommerce-7' )->outcome->value, $ours->disable( 'woocommerce-7' )->outcome->value ] );
		self::assertFalse( $ours->license( 'woocommerce-7' )?->is_usable() );
		$reached = $this->server->kept()['reached'];
		self::assertSame( [ 'PUT /licenses/7' ], array_values( array_filter( array_column( $reached, 'line' ), static fn ( string $line ): bool => ! str_starts_with( $line, 'GET' ) ) ) );
		self::assertSame( [ 'secret' ], array_values( array_unique( array_column( $reached, 'key' ) ) ) );
	}

	public function test_as_it_stands_in_a_shop_it_does_not_go_to_this_machine(): void {
		$wire = new Wire( static fn (): array => [ '127.0.0.1' ], port: $this->server->port );

		self::assertNotNull( $wire->send( 'GET', self::HOST, '/', [] )->unsent );
		self::assertSame( [], $this->server->kept()['reached'] );
	}
}
