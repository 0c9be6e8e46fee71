<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\HelpDesks;

use Amicable\HelpDesks\DeskRefusal;
use Amicable\HelpDesks\DeskSilence;
use Amicable\HelpDesks\Remote\Account;
use Amicable\HelpDesks\Remote\RemoteDesks;
use Amicable\HelpDesks\TagDesk;
use Amicable\Licensing\LicenseServer\Seal;
use Amicable\Licensing\LicenseServer\Wire;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\FakeDesks;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\TlsServer;

/** Help desks elsewhere, over a real socket with TLS, as their makers document them. */
final class RemoteDesksTest extends IntegrationTestCase {

	use AssertsShapes;

	private const ZENDESK = [ 'id' => 'zendesk', 'host' => 'shop.zendesk.com', 'user' => 'ada@example.com', 'secret' => 'very-secret' ];

	private const ALL = [
		self::ZENDESK,
		[ 'id' => 'freshdesk', 'host' => 'shop.freshdesk.com', 'user' => '', 'secret' => 'very-secret' ],
		[ 'id' => 'help_scout', 'host' => 'api.helpscout.net', 'user' => 'app', 'secret' => 'very-secret' ],
	];

	/** Desk => ticket, request that answers it, key that signs in. */
	private const WAYS = [
		'zendesk'    => [ '4711', 'PUT /api/v2/tickets/4711.json', 'Basic ' ],
		'freshdesk'  => [ '8', 'POST /api/v2/tickets/8/reply', 'Basic ' ],
		'help_scout' => [ '54', 'POST /v2/conversations/54/reply', 'Bearer of-two-days' ],
	];

	public function test_each_finds_the_newest_open_ticket_and_writes_one_answer_into_it(): void {
		foreach ( self::ALL as $said ) {
			$server = new TlsServer( FakeDesks::class, $said['host'] );
			$server->trust();
			try {
				$this->talk( $this->desk( $said, $server->port ), $server );
			} finally {
				$server->stop();
			}
		}
	}

	public function test_each_keeps_the_other_tags_of_a_ticket_and_leaves_alone_what_is_gone(): void {
		foreach ( self::ALL as $said ) {
			$server = new TlsServer( FakeDesks::class, $said['host'] );
			$server->trust();
			try {
				$this->tag( $this->desk( $said, $server->port ), $server );
			} finally {
				$server->stop();
			}
		}
	}

	private function tag( TagDesk $desk, TlsServer $server ): void {
		[ $ticket ] = self::WAYS[ $desk->id() ];
		$tags       = static fn (): array => $server->kept()['tags'][ $ticket ] ?? [ 'theirs' ];
		self::assertSame( $ticket, $desk->open_tickets( [ 'maya@example.com' ] )[0]->id ?? null );
		$desk->tag( $ticket, 'high-value' );
		$desk->tag( $ticket, 'high-value' );
		self::assertSame( [ 'theirs', 'high-value' ], $tags(), $desk->id() );
		$desk->untag( $ticket, 'high-value' );
		$desk->untag( $ticket, 'high-value' );
		self::assertSame( [ 'theirs' ], $tags(), $desk->id() );

		$desk->tag( '404', 'high-value' );
		self::assertArrayNotHasKey( '404', $server->kept()['tags'] );
		$server->put( [ 'mood' => 'refuses' ] + $server->kept() );
		$this->assert_thrown( DeskRefusal::class, fn () => $desk->tag( $ticket, 'high-value' ) );
		$server->put( [ 'mood' => 'hangs up' ] + $server->kept() );
		$this->assert_thrown( DeskSilence::class, fn () => $desk->tag( $ticket, 'high-value' ) );
	}

	private function talk( TagDesk $desk, TlsServer $server ): void {
		[ $ticket, $line, $key ] = self::WAYS[ $desk->id() ];
		$found                   = $desk->open_ticket( [ 'maya@example.com' ] );
		self::assertNotNull( $found, $desk->id() );
		self::assertSame( [ $ticket, 'The slider', 'maya@example.com' ], [ $found->id, $found->subject, $found->email ] );
		self::assertStringContainsString( rawurlencode( 'maya@example.com' ), implode( ' ', array_column( $server->kept()['reached'], 'line' ) ) );

		$desk->reply( $found, 'Hi <Maya>, {{this}} stays.', 1 );
		$reached = $server->kept()['reached'];
		$sent    = end( $reached );
		self::assertSame( $line, $sent['line'] );
		self::assertStringStartsWith( $key, $sent['key'] );
		self::assertStringContainsString( 'Hi &lt;Maya&gt;, &#123;&#123;this&#125;&#125; stays.', (string) $sent['body'] );

		foreach ( [ 'refuses' => DeskRefusal::class, 'breaks' => DeskSilence::class, 'hangs up' => DeskSilence::class ] as $mood => $thrown ) {
			$server->put( [ 'reached' => [], 'mood' => $mood ] );
			$this->assert_thrown( $thrown, fn () => $desk->reply( $found, 'Hi', 1 ) );
		}
	}

	public function test_keys_go_in_and_never_out_and_only_hosts_of_the_desk_are_taken(): void {
		$this->as_role( 'administrator' );
		$put    = fn ( int $version, array ...$desks ) => $this->rest( 'PUT', '/help-desks', [ 'version' => $version, 'desks' => $desks, 'tags' => [ 'on' => false, 'high_value' => 'high-value', 'locked' => 'see-amicable' ] ] );
		$answer = $put( 1, self::ZENDESK );

		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		self::assert_shape( 'help_desks.settings', $this->json( $answer ) );
		self::assertSame( [ false, true, false ], array_column( $answer->get_data()['desks'], 'has_secret' ) );
		self::assertStringNotContainsString( 'very-secret', wp_json_encode( $answer->get_data() ) . get_option( 'amicable_help_desks' ) );
		self::assertSame( 409, $put( 1, self::ZENDESK )->get_status() );
		self::assertSame( 200, $put( 2, [ 'secret' => null ] + self::ZENDESK )->get_status(), 'The key that is kept.' );
		foreach ( [ '127.0.0.1', 'evil.com', 'shop.zendesk.com.evil.com', 'shop.freshdesk.com' ] as $host ) {
			self::assertArrayHasKey( 'desks.0.host', (array) $put( 3, [ 'host' => $host ] + self::ZENDESK )->get_data()['data']['params'], $host );
		}
		self::assertArrayHasKey( 'desks.0.secret', (array) $put( 3, [ 'host' => 'other.zendesk.com', 'secret' => null ] + self::ZENDESK )->get_data()['data']['params'] );
		self::assertSame( 200, $put( 3, [ 'host' => '', 'secret' => null ] + self::ZENDESK )->get_status() );
		self::assertSame( [ false, false, false ], array_column( $this->rest( 'GET', '/help-desks' )->get_data()['desks'], 'has_secret' ) );
	}

	/** @param array{id: string, host: string, user: string, secret: string} $said */
	private function desk( array $said, int $port ): TagDesk {
		$wire = new Wire( static fn (): array => [ '127.0.0.1' ], bytes: 1048576, is_public: static fn (): bool => true, port: $port );
		$desk = ( new RemoteDesks( $wire, new Seal() ) )->desk( $said['id'], new Account( $said['host'], $said['user'], ( new Seal() )->close( $said['secret'] ) ) );
		self::assertInstanceOf( TagDesk::class, $desk );

		return $desk;
	}

	/** @param class-string $type */
	private function assert_thrown( string $type, callable $act ): void {
		try {
			$act();
		} catch ( \RuntimeException $thrown ) {
			self::assertInstanceOf( $type, $thrown, $thrown->getMessage() );
			return;
		}
		self::fail( "No $type." );
	}
}
