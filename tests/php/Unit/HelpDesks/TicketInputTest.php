<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\HelpDesks;

use Amicable\HelpDesks\FieldError;
use Amicable\HelpDesks\Ticket;
use Amicable\HelpDesks\TicketInput;
use Amicable\HelpDesks\TicketRefused;
use DateTimeImmutable;
use PHPUnit\Framework\TestCase;

final class TicketInputTest extends TestCase {

	private const NOW = '2026-03-10T12:00:00Z';

	public function test_without_a_version_the_newest_message_is_the_version(): void {
		self::assertSame( '2026-03-09T08:00:00+00:00', self::read( [ 'messages' => [ self::message( '1', '2026-03-09T08:00:00Z' ), self::message( '2', '2026-03-08T08:00:00Z' ) ] ] )->updated_at->format( 'c' ) );
		self::assertSame( '2026-03-10T08:00:00+00:00', self::read( [ 'updated_at' => '2026-03-10T08:00:00Z' ] )->updated_at->format( 'c' ) );
		self::assertSame( '2026-03-01T09:00:00+00:00', self::read( [ 'updated_at' => '2020-01-01T00:00:00Z' ] )->updated_at->format( 'c' ), 'Nothing changes before it exists.' );
	}

	public function test_clocks_may_differ_by_ten_minutes(): void {
		self::assertSame( [], self::errors( [ 'updated_at' => '2026-03-10T12:10:00Z' ] ) );
		self::assertSame( [ 'updated_at future' ], self::errors( [ 'updated_at' => '2026-03-10T12:10:01Z' ] ) );
	}

	public function test_every_wrong_field_is_named_at_once(): void {
		self::assertEqualsCanonicalizing(
			[ 'created_at no_time', 'external_id missing', 'requester.email no_email', 'requester.order.id unknown_value', 'messages.0.at missing', 'messages.0.kind unknown_value', 'minutes negative', 'tags.1 unreadable' ],
			self::errors( [
				'created_at'  => '2026-02-29T00:00:00Z',
				'external_id' => '',
				'requester'   => [ 'email' => 'nobody', 'order' => [ 'store' => 'edd', 'id' => 0 ] ],
				'messages'    => [ [ 'external_id' => 'x', 'kind' => 'robot' ] ],
				'minutes'     => -1,
				'tags'        => [ 'ok', "\xFF" ],
			] )
		);
	}

	public function test_broken_text_is_refused_and_a_replacement_character_is_honest_text(): void {
		self::assertSame( [ 'subject unreadable' ], self::errors( [ 'subject' => "a\xE9" ] ) );
		self::assertSame( [ 'subject unreadable' ], self::errors( [ 'subject' => "a\u{FFFF}" ] ) );
		self::assertSame( "a\u{FFFD}", self::read( [ 'subject' => "a\u{FFFD}" ] )->subject );
	}

	public function test_lines_are_one_line_and_ids_stay_as_they_are(): void {
		self::assertSame( 'a b', self::read( [ 'subject' => "a\r\n\tb\0" ] )->subject );
		self::assertSame( 'ab%s/İ', self::read( [ 'external_id' => 'ab%s/İ' ] )->external_id );
		self::assertSame( [ 'external_id unreadable' ], self::errors( [ 'external_id' => "a\nb" ] ) );
		self::assertSame( [ 'external_id unreadable' ], self::errors( [ 'external_id' => ' a' ] ) );
	}

	public function test_tags_are_a_set(): void {
		self::assertSame( [ 'a', 'b', 'ünal' ], self::read( [ 'tags' => [ 'B', ' a ', 'b', '', 'ÜNAL' ] ] )->tags );
		self::assertSame( self::read( [ 'tags' => [ 'a', 'b' ] ] )->fingerprint(), self::read( [ 'tags' => [ 'b', 'a', 'A' ] ] )->fingerprint() );
	}

	public function test_agents_tags_say_why_it_came_about_unless_an_agent_says_so(): void {
		$cause = static fn ( array $tags, ?string $word = null ): ?string => self::read( [ 'tags' => $tags ] + ( $word === null ? [] : [ 'cause' => $word ] ) )->cause?->value;

		self::assertSame( [ 'ours', 'customer', 'expectation', 'onboarding' ], array_map( $cause, [ [ 'our-fault' ], [ 'Customer Mistake' ], [ 'EXPECTATION', 'vip' ], [ 'onboarding' ] ] ) );
		self::assertSame( 'ours', $cause( [ 'customer-mistake', 'our_fault' ] ), 'What is ours never counts against them.' );
		self::assertNull( $cause( [ 'customer-mistake', 'onboarding' ] ) );
		self::assertNull( $cause( [ 'not-our-fault' ] ) );
		self::assertSame( 'nobody', $cause( [ 'our-fault' ], 'nobody' ) );
	}

	public function test_any_difference_is_another_fingerprint(): void {
		$prints = array_map( static fn ( array $over ): string => self::read( $over )->fingerprint(), [ [], [ 'subject' => 'x' ], [ 'status' => 'open' ], [ 'minutes' => 1 ], [ 'agent' => 'ann' ], [ 'requester' => [ 'email' => 'b@example.com' ] ], [ 'messages' => [ self::message( '1', '2026-03-01T09:00:00Z' ) ] ], [ 'url' => 'https://example.com' ] ] );

		self::assertCount( 8, array_unique( $prints ) );
	}

	/** @param array<string, mixed> $over */
	private static function read( array $over ): Ticket {
		return TicketInput::from_array( $over + [
			'external_id' => 'A-1',
			'channel'     => 'email',
			'status'      => 'closed',
			'requester'   => [ 'email' => 'a@example.com' ],
			'created_at'  => '2026-03-01T09:00:00Z',
			'messages'    => [],
		], new DateTimeImmutable( self::NOW ) );
	}

	/**
	 * @param array<string, mixed> $over
	 * @return list<string> Field and code.
	 */
	private static function errors( array $over ): array {
		try {
			self::read( $over );
		} catch ( TicketRefused $refusal ) {
			return array_map( static fn ( FieldError $error ): string => "$error->field $error->code", $refusal->errors );
		}

		return [];
	}

	/** @return array<string, string> */
	private static function message( string $id, string $at ): array {
		return [ 'external_id' => $id, 'kind' => 'customer', 'at' => $at ];
	}
}
