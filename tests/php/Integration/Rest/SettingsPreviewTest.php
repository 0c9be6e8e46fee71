<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Rest;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Settings\WordRules;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;

/** Whom other thresholds would show, before anybody saves them. */
final class SettingsPreviewTest extends IntegrationTestCase {

	use AssertsShapes;

	private const DOCS = [ 'watch' => 8, 'flag' => 15, 'days' => 14, 'answered_percent' => 80, 'known' => 10 ];

	private const COST = [ 'watch_millionths' => 1_000_000, 'flag_millionths' => 2_000_000, 'tickets' => 3, 'minutes' => 60 ];

	private static int $customer = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->as_role( 'administrator' );
	}

	public function test_everybody_is_counted_once_on_the_level_that_would_show(): void {
		$this->asks( 'seven', 7 );
		$this->asks( 'eight', 8 );
		$this->asks( 'some', 15, 7, 3 );
		$this->asks( 'most', 15, 8, 2 );

		self::assertSame( [ 'watch' => 2, 'flag' => 1 ], $this->preview()['docs_questions'] );
		self::assertSame( [ 'watch' => 0, 'flag' => 2 ], $this->preview( [ 'watch' => 15, 'answered_percent' => 70 ] )['docs_questions'] );
	}

	public function test_any_window_and_any_line_is_counted(): void {
		$this->asks( 'quick', 3, 3, 0, 1 );
		$this->asks( 'slow', 8, 8, 0, 144 );

		self::assertSame( [ 'watch' => 0, 'flag' => 0 ], $this->preview()['docs_questions'], 'Eight within 43 days are not many within 14.' );
		self::assertSame( [ 'watch' => 1, 'flag' => 0 ], $this->preview( [ 'days' => 60 ] )['docs_questions'] );
		self::assertSame( [ 'watch' => 1, 'flag' => 1 ], $this->preview( [ 'days' => 90, 'watch' => 1, 'flag' => 8, 'known' => 8 ] )['docs_questions'] );
		self::assertSame( [ 'watch' => 0, 'flag' => 1 ], $this->preview( [ 'days' => 1, 'watch' => 3, 'flag' => 3, 'known' => 3 ] )['docs_questions'] );
	}

	public function test_cost_is_compared_with_paid_and_with_gross_and_has_its_floors(): void {
		$support = [ 'tickets' => 3, 'seconds' => 3600 ];
		$this->account( $this->money( 1000, 1000, 1000 ) + $support );
		$this->account( $this->money( 1001, 1000, 1000 ) + $support );
		$this->account( $this->money( 2001, 1000, 1000 ) + $support );
		$this->account( $this->money( 2001, 1000, 2001 ) + $support );
		$this->account( $this->money( 9000, 1000, 1000 ) + [ 'tickets' => 2, 'seconds' => 3600 ] );
		$this->account( $this->money( 9000, 1000, 1000 ) + [ 'tickets' => 3, 'seconds' => 3599 ] );

		self::assertSame( [ 'watch' => 1, 'flag' => 1 ], $this->preview()['cost_over_paid'] );
		self::assertSame( [ 'watch' => 2, 'flag' => 2 ], $this->preview( [], [ 'tickets' => 1, 'minutes' => 0, 'flag_millionths' => 3_000_000 ] )['cost_over_paid'] );
	}

	public function test_words_are_judged_by_the_rules_themselves_over_what_was_found(): void {
		$desk  = new Desk();
		$desk->sale( 'maya@example.com', 7900, 60 );
		$write = static function ( string $id, int $days_ago, string $text, string $email ) use ( $desk ): void {
			Desk::graph()->ticket_writer()->write( Desk::SOURCE, [ $desk->ticket( $id, $days_ago * 86400, [ 'requester' => [ 'email' => $email ], 'messages' => [ $desk->says( 'customer', $id, $days_ago * 86400, $text ) ] ] ) ] );
		};
		$write( 'T-1', 2, 'You are idiots, all of you.', 'maya@example.com' );
		$write( 'T-2', 50, 'You are idiots, all of you.', 'noor@example.com' );
		$write( 'T-3', 3, 'Refund me today or I leave a one star review.', 'noor@example.com' );

		$now = $this->preview();
		self::assertSame( [ [ 'watch' => 1, 'flag' => 1 ], [ 'watch' => 0, 'flag' => 1 ] ], [ $now['hostile_messages'], $now['threat_with_demand'] ] );
		$other = $this->preview( [], [], [ 'hostile_messages' => [ 'days' => 30 ], 'threat_with_demand' => [ 'messages' => 2 ] ] );
		self::assertSame( [ [ 'watch' => 0, 'flag' => 1 ], [ 'watch' => 0, 'flag' => 0 ] ], [ $other['hostile_messages'], $other['threat_with_demand'] ] );
		$refused = $this->rest( 'POST', '/settings/preview', $this->body( [], [], [ 'hostile_messages' => [ 'mild_days' => 9 ] ] ) );
		self::assertSame( [ 400, 'patterns.hostile_messages.mild_days' ], [ $refused->get_status(), array_key_first( $refused->get_data()['data']['params'] ) ] );
	}

	public function test_nothing_is_saved_and_a_watch_after_the_flag_is_named(): void {
		$before = $this->rest( 'GET', '/settings' )->get_data();
		$answer = $this->rest( 'POST', '/settings/preview', $this->body( [ 'watch' => 20 ] ) );

		self::assertSame( [ 400, 'patterns.docs_questions.watch' ], [ $answer->get_status(), array_key_first( $answer->get_data()['data']['params'] ) ] );
		self::assert_shape( 'settings.preview', $this->preview( [ 'flag' => 16 ] ) );
		self::assertEquals( $before, $this->rest( 'GET', '/settings' )->get_data() );
	}

	/**
	 * @param array<string, int> $docs
	 * @param array<string, int> $cost
	 * @param array<string, array<string, int>> $words
	 * @return array<string, array{watch: int, flag: int}|null>
	 */
	private function preview( array $docs = [], array $cost = [], array $words = [] ): array {
		$answer = $this->rest( 'POST', '/settings/preview', $this->body( $docs, $cost, $words ) );
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return $this->json( $answer );
	}

	/**
	 * @param array<string, int> $docs
	 * @param array<string, int> $cost
	 * @param array<string, array<string, int>> $words
	 * @return array<string, mixed>
	 */
	private function body( array $docs = [], array $cost = [], array $words = [] ): array {
		return [ 'patterns' => [ 'docs_questions' => $docs + self::DOCS, 'cost_over_paid' => $cost + self::COST ] + array_replace_recursive( WordRules::DEFAULTS, $words ) ];
	}

	/** @return array<string, int> */
	private function money( int $cost, int $paid, int $gross ): array {
		return [ 'support_cost' => $cost, 'paid_base' => $paid, 'gross_base' => $gross, 'ratio' => intdiv( $cost * 1_000_000, $paid ) ];
	}

	/** Somebody who bought long ago asks so often; the docs answer some of it, others they do not, and of the rest nobody knows. */
	private function asks( string $who, int $times, int $answered = 0, int $not = 0, int $hours_apart = 2 ): void {
		$desk = new Desk();
		$desk->sale( "$who@example.com", 1_000_000, 300, ++self::$customer );
		$tag  = static fn ( int $at ): array => match ( true ) {
			$at <= $answered        => [ 'in-docs' ],
			$at <= $answered + $not => [ 'not-in-docs' ],
			default                 => [],
		};
		$answers = Desk::graph()->ticket_writer()->write( Desk::SOURCE, array_map( static fn ( int $at ): array => $desk->ticket( "$who-$at", 86400 + $at * $hours_apart * 3600, [ 'requester' => [ 'email' => "$who@example.com" ], 'tags' => $tag( $at ) ] ), range( 1, $times ) ) );
		self::assertSame( [], array_merge( ...array_map( static fn ( object $answer ): array => $answer->errors, $answers ) ) );
	}

	/** @param array<string, int> $columns */
	private function account( array $columns ): void {
		Plugin::instance()->graph( Mode::Live )->database()->insert( 'accounts', $columns + [ 'customer_id' => ++self::$customer, 'as_of' => '2026-02-04 00:00:00', 'updated_at' => '2026-02-04 00:00:00' ] );
	}
}
