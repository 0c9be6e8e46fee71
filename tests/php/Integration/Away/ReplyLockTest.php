<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Away;

use Amicable\Admin\LockNotice;
use Amicable\Graph;
use Amicable\Mode;
use Amicable\Playbook\Field;
use Amicable\Plugin;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\FluentSupport;
use Amicable\Tests\Support\IntegrationTestCase;

/** After the end nobody answers, except where everybody has a right to an answer. */
final class ReplyLockTest extends IntegrationTestCase {

	use AssertsShapes;

	private const EMAIL = 'robin@example.com';

	private Graph $graph;

	private int $customer;

	private int $case;

	protected function setUp(): void {
		parent::setUp();
		$user           = $this->as_role( 'administrator' )->ID;
		$this->graph    = Plugin::instance()->graph( Mode::Live );
		$this->customer = $this->graph->identity()->for_requester( self::EMAIL, 'Robin Vale', null, null )['customer_id'] ?? 0;
		$this->case     = (int) $this->graph->runs()->cases->open( $this->customer, $user, $user, null );
	}

	public function test_it_falls_when_a_person_confirms_litigation_says_why_and_is_lifted_with_a_reason(): void {
		self::assertNull( $this->lock()['lock'], 'A finding locks nothing, and neither does an open case.' );
		$this->move_to_counsel();
		$answer = $this->lock();
		self::assert_shape( 'locks.lock', $answer );
		self::assertSame( [ 'counsel', true, wp_get_current_user()->display_name, 'A letter of a law firm' ], [ $answer['lock']['kind'], $answer['lock']['with_counsel'], $answer['lock']['who'], $answer['lock']['reason'] ] );
		self::assertCount( 6, $answer['passages'] );
		self::assertStringContainsString( '고객지원', $this->json( $this->rest( 'GET', "/customers/$this->customer/lock?language=ko" ) )['passages'][0]['text'] );
		ob_start();
		( new LockNotice() )->render( $answer['lock'], $this->customer );
		self::assertStringContainsString( 'Please do not reply.', (string) ob_get_clean() );
		self::assertSame( $answer['lock'], $this->json( $this->rest( 'GET', "/customers/$this->customer" ) )['lock'] );

		$lift = fn ( array $body ): int => $this->rest( 'POST', "/customers/$this->customer/lock/lift", $body )->get_status();
		self::assertSame( 400, $lift( [ 'version' => $answer['lock']['version'] ] ) );
		self::assertSame( 409, $lift( [ 'version' => $answer['lock']['version'] - 1, 'reason' => 'All is well' ] ) );
		self::assertSame( 200, $lift( [ 'version' => $answer['lock']['version'], 'reason' => 'All is well' ] ) );
		self::assertNull( $this->lock()['lock'] );
		self::assertSame( 'counsel', $this->graph->runs()->desk->find( $this->case )->state->stage->value, 'The case stays where it is.' );
	}

	public function test_a_right_is_answered_all_the_same_and_opens_nothing(): void {
		self::assertSame( 409, $this->rest( 'POST', "/customers/$this->customer/lock/answers", [ 'kind' => 'invoice' ] )->get_status() );
		$this->move_to_counsel();
		self::assertSame( 200, $this->rest( 'POST', "/customers/$this->customer/lock/answers", [ 'kind' => 'invoice' ] )->get_status() );
		self::assertNotNull( $this->lock()['lock'] );
		$row = $this->json( $this->rest( 'GET', "/log?case_id=$this->case&what=lock_answered" ) );
		self::assertSame( [ 1, 'Invoice or tax paper' ], [ count( $row ), $row[0]['details'][0]['value'] ] );
	}

	public function test_a_desk_is_told_and_only_what_came_after_the_lock_is_marked(): void {
		$this->graph->runs()->room->fields->save( Field::CounselAddress, 1, [ 'any' => 'letters@counsel.example' ], 1 );
		$this->move_to_counsel();
		$ticket = static fn ( string $id, string $at, string $email = self::EMAIL ): array => [ 'external_id' => $id, 'channel' => 'email', 'status' => 'open', 'requester' => [ 'email' => $email ], 'created_at' => $at, 'updated_at' => $at, 'messages' => [ [ 'external_id' => "$id-1", 'kind' => 'customer', 'at' => $at, 'text' => 'Hello' ] ] ];
		$soon   = gmdate( 'Y-m-d\TH:i:s\Z', time() + 5 );
		$answer = $this->json( $this->rest( 'POST', '/tickets', [ 'source' => 'desk', 'tickets' => [ $ticket( 'old', '2025-01-01T00:00:00Z' ), $ticket( 'new', $soon ), $ticket( 'else', $soon, 'kim@example.com' ) ] ], [ 'Idempotency-Key' => wp_generate_uuid4() ] ) );
		self::assert_shape( 'tickets.results', $answer );
		$lock = [ 'case_id' => $this->case, 'kind' => 'counsel', 'forward_to' => 'letters@counsel.example' ];
		self::assertSame( [ $lock, $lock, null ], array_column( $answer['results'], 'lock' ) );
		$marks = array_column( $this->json( $this->rest( 'GET', "/customers/$this->customer/tickets" ) ), 'lock_case_id', 'external_id' );
		self::assertSame( [ 'new' => $this->case, 'old' => null ], $marks );
		$arrived = $this->lock()['arrived'];
		self::assertSame( [ 1, 'letters@counsel.example' ], [ count( $arrived ), $arrived[0]['to'] ] );
		self::assertStringContainsString( 'arrived from Robin Vale (robin@example.com). It has not been answered.', $arrived[0]['note'] );
		self::assertStringContainsString( 'Hello', $arrived[0]['note'] );
	}

	public function test_fluent_support_mails_nobody_who_is_not_answered_but_everybody_else(): void {
		$desk = new FluentSupport();
		$desk->agent_replies( self::EMAIL );
		self::assertSame( [ self::EMAIL ], $desk->mailed );
		$this->move_to_counsel();
		$desk->agent_replies( self::EMAIL );
		$desk->agent_replies( 'kim@example.com' );
		$desk->customer_opens( self::EMAIL );
		self::assertSame( [ self::EMAIL, 'kim@example.com', 'desk@example.com' ], $desk->mailed, 'The shop itself still hears of a new ticket.' );
		self::assertCount( 2, $this->json( $this->rest( 'GET', '/log?what=reply_held' ) ) );
		self::assertStringContainsString( 'Please do not reply.', $desk->sidebar( self::EMAIL )['amicable']['body_html'] );

		$named = null;
		add_action( 'fluent_support/response_added_by_agent', static function ( object $response, object $ticket ) use ( &$named ): void {
			$named = wp_mail( "Casey <{$ticket->customer->email}>", 'Re: your ticket', 'Text' );
		}, 10, 2 );
		$desk->agent_replies( self::EMAIL );
		self::assertFalse( $named, 'A name before the address changes nothing.' );

		self::assertTrue( wp_mail( self::EMAIL, 'Password', 'Of the shop itself' ), 'What the shop itself sends is no reply.' );
		$this->rest( 'POST', "/customers/$this->customer/lock/answers", [ 'kind' => 'personal_data' ] );
		$desk->agent_replies( self::EMAIL );
		self::assertCount( 4, $desk->mailed, 'What has to be answered leaves.' );
	}

	private function move_to_counsel(): void {
		$version = $this->graph->runs()->desk->find( $this->case )->version;
		self::assertSame( 200, $this->rest( 'POST', "/cases/$this->case/events", [ 'to' => 'counsel', 'version' => $version, 'reason' => 'A letter of a law firm' ] )->get_status() );
	}

	/** @return array<string, mixed> */
	private function lock(): array {
		return $this->json( $this->rest( 'GET', "/customers/$this->customer/lock" ) );
	}
}
