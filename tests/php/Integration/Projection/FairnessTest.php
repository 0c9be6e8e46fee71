<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Projection;

use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use Amicable\Licensing\LicenseManager;
use Amicable\Patterns\Flag;
use Amicable\Patterns\Level;
use Amicable\Patterns\Mitigator;
use Amicable\Patterns\Slug;
use Amicable\Projection\CountSites;
use Amicable\Projection\RefreshFlags;
use Amicable\Storage\SiteCounts;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Result;
use Amicable\SystemClock;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;
use RuntimeException;

/** Whoever asks for forty sites, in a language that the docs are not in, about an article that nobody understands, or with our word that it may take longer, is not counted like anybody else. */
final class FairnessTest extends IntegrationTestCase {

	private Desk $desk;

	protected function setUp(): void {
		parent::setUp();
		$this->desk = new Desk();
		$this->as_role( 'administrator' );
	}

	public function test_an_answer_in_a_language_that_they_do_not_write_does_not_count_and_says_so(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...array_map( fn ( array $ticket ): array => [ ...$ticket, 'messages' => [ $this->desk->says( 'customer', "{$ticket['external_id']}-1", 86400, '설정은 어디에 있나요? 찾을 수가 없습니다.' ) ] ], $this->desk->questions( 15 ) ) );

		$flag = self::flag( $customer );
		self::assertSame( [ Level::Watch, 15, 0 ], [ $flag?->level, $flag?->measured['known'], $flag?->measured['answered'] ] );
		self::assertSame( [ 'docs_language:ko:en' ], array_values( array_unique( array_column( Desk::rows( 'evidence' ), 'rule' ) ) ) );
		self::assertSame( 'The docs answer it, but they are in English, and the question was in Korean: not counted.', $this->rest( 'GET', "/customers/$customer" )->get_data()['flags'][0]['evidence'][0]['why'] );
		self::assertSame( [ 'watch' => 1, 'flag' => 0 ], $this->preview() );

		$place = [ 'url' => 'https://docs.example.com', 'languages' => [ 'en', 'ko' ] ];
		$saved = $this->rest( 'PUT', '/settings', [ 'version' => Desk::graph()->settings()->current()->version, 'docs_urls' => [ $place['url'] ], 'docs_languages' => [ $place ] ] );
		self::assertSame( [ [ $place ], 'en' ], [ $saved->get_data()['docs_languages'], $saved->get_data()['site_language'] ] );
		$this->run_jobs();
		self::assertSame( [ Level::Flag, 15 ], [ self::flag( $customer )?->level, self::flag( $customer )?->measured['answered'] ] );
		self::assertSame( [ 'watch' => 0, 'flag' => 1 ], $this->preview() );
	}

	public function test_an_agency_is_counted_by_its_sites_and_the_preview_by_the_same_rule(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 15 ) );
		self::assertSame( [ Level::Flag, [ 'watch' => 0, 'flag' => 1 ] ], [ self::flag( $customer )?->level, $this->preview() ] );
		$job = self::job( 6 );
		self::assertSame( [ [] ], $job->due() );
		self::assertNull( $job->run( [] ) );
		self::assertSame( [], $job->due(), 'Known for today.' );

		$flag = self::flag( $customer );
		self::assertSame( [ Level::Watch, 10, 18 ], [ $flag?->level, $flag?->threshold['watch'], $flag?->threshold['flag'] ] );
		self::assertContainsEquals( new Mitigator( 'agency', [ 'sites' => 6 ] ), $flag->mitigators ?? [] );
		self::assertSame( [ 'watch' => 1, 'flag' => 0 ], $this->preview() );
		self::assertSame( [ 'days' => 14, 'watch' => 10, 'flag' => 18 ], $this->rest( 'GET', "/customers/$customer" )->get_data()['rhythm'] );

		$this->desk->sale( 'maya@example.com', 1_000_000, 50, 2 );
		self::assertSame( [ [] ], $job->due(), 'Whoever bought again may have more.' );
		self::job( null )->run( [] );
		self::assertSame( [ Level::Watch, [] ], [ self::flag( $customer )?->level, $job->due() ], 'What cannot be read leaves what was known.' );
		Desk::graph()->database()->write( 'UPDATE ' . Desk::graph()->database()->table( 'site_counts' ) . " SET read_at = '2020-01-01 00:00:00'" );
		self::job( 40 )->run( [] );
		self::assertSame( [ 'expired', [ 'watch' => 0, 'flag' => 0 ] ], [ self::flag( $customer )?->state->value, $this->preview() ] );
	}

	public function test_questions_count_until_many_others_are_sent_to_the_same_article(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->have_docs();
		$this->deliver( ...$this->sent( 'maya', 'exports', ...range( 1, 15 ) ), ...$this->others( 8, 3 ) );
		self::assertSame( [ Level::Flag, [ 'watch' => 0, 'flag' => 1 ] ], [ self::flag( $customer )?->level, $this->preview() ], 'Nine people, of whom Maya is one.' );

		$this->deliver( ...$this->sent( 'ida', 'exports', 12 ) );
		self::assertSame( [ 'watch' => 0, 'flag' => 0 ], $this->preview() );
		( new RefreshFlags( Desk::graph()->flags(), Desk::graph()->projector() ) )->run( [] );
		self::assertSame( 'expired', self::flag( $customer )?->state->value );
		self::assertSame( [ 'watch' => 0, 'flag' => 1 ], $this->preview( [ 'docs_gaps' => [ 'people' => 11, 'days' => 30 ] ] ) );
		self::assertSame( [ 'watch' => 0, 'flag' => 1 ], $this->preview( [ 'docs_gaps' => [ 'people' => 10, 'days' => 7 ] ] ), 'Within a week there were but nine.' );

		$this->set_patterns( [ 'docs_gaps' => [ 'people' => 11, 'days' => 30 ] ] );
		$this->run_jobs();
		self::assertSame( [ 'open', Level::Flag ], [ self::flag( $customer )?->state->value, self::flag( $customer )?->level ], 'The settings decide, and everybody is judged anew.' );
	}

	public function test_what_was_left_out_stands_beside_what_is_left(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->have_docs();
		$this->deliver( ...$this->others( 9, 3 ), ...$this->sent( 'maya', 'exports', 2, 3, 4 ), ...$this->sent( 'maya', 'imports', ...range( 5, 12 ) ) );

		self::assertSame( [ Level::Watch, 8 ], [ self::flag( $customer )?->level, self::flag( $customer )?->measured['tickets'] ] );
		self::assertContains( '3 questions are left out: each was answered with an article that was unclear to many.', array_column( $this->rest( 'GET', "/customers/$customer" )->get_data()['flags'][0]['mitigators'], 'label' ) );
		self::assertCount( 8, Desk::rows( 'evidence' ), 'And is no evidence.' );
	}

	public function test_what_counts_is_how_the_article_was_when_it_was_sent(): void {
		$closed = $this->desk->sale( 'maya@example.com', 1_000_000, 400 );
		$before = $this->desk->sale( 'noor@example.com', 1_000_000, 400, 2 );
		$this->have_docs();
		$this->deliver( ...$this->others( 9, 50 ), ...$this->sent( 'maya', 'exports', ...array_fill( 0, 8, 49 ) ), ...$this->sent( 'noor', 'exports', ...array_fill( 0, 8, 82 ) ) );

		self::assertSame( [], $this->rest( 'GET', '/review' )->get_data()['docs_gaps'], 'It is clear today.' );
		self::assertNull( self::flag( $closed ), 'It was unclear when Maya was sent there.' );
		self::assertSame( Level::Watch, self::flag( $before )?->level, 'Noor was sent there when nobody else had to be.' );
		self::assertSame( [ 'watch' => 1, 'flag' => 0 ], $this->preview() );
	}

	public function test_a_rule_of_the_owners_own_leaves_them_out_as_far_back_as_it_looks(): void {
		$this->desk->sale( 'maya@example.com', 1_000_000, 400 );
		$this->desk->sale( 'noor@example.com', 1_000_000, 400, 2 );
		$this->have_docs();
		$this->deliver( ...$this->others( 9, 300 ), ...$this->sent( 'maya', 'exports', ...array_fill( 0, 4, 295 ) ), ...$this->sent( 'noor', 'imports', ...array_fill( 0, 4, 295 ) ) );
		$rule = [ 'id' => 1, 'name' => 'Asks', 'match' => 'all', 'silent' => false, 'level' => 'watch', 'conditions' => [ [ 'field' => 'tickets', 'is' => 'least', 'number' => 4, 'days' => 365 ] ] ];

		self::assertSame( 1, $this->ask( '/settings/rules/try', [ 'rule' => $rule, 'after' => 0 ] )['watch'], 'Noor, not Maya.' );
	}

	public function test_an_article_of_which_half_came_before_and_half_after_is_found(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 400 );
		$this->have_docs();
		$this->deliver( ...$this->sent( 'maya', 'exports', ...array_fill( 0, 8, 40 ) ), ...array_merge( ...array_map( fn ( int $person ): array => $this->sent( "p$person", 'exports', $person % 2 === 0 ? 54 : 26 ), range( 1, 9 ) ) ) );
		self::assertNull( self::flag( $customer ), 'Ten people within 28 days, but six at most until Maya and from Maya on.' );

		$this->set_patterns( [ 'docs_gaps' => [ 'people' => 10, 'days' => 28 ] ] );
		$this->run_jobs();
		self::assertSame( Level::Watch, self::flag( $customer )?->level, 'Those of the first day are out when the last come.' );
	}

	public function test_texts_that_are_forgotten_early_hide_no_article(): void {
		$this->have_docs();
		$this->deliver( ...$this->others( 10, 20 ) );
		Desk::graph()->database()->write( 'UPDATE ' . Desk::graph()->database()->table( 'messages' ) . ' SET text = NULL, keep_until = NULL' );

		self::assertSame( [ [ 'url' => 'https://docs.example/exports', 'customers' => 10, 'messages' => 10, 'days' => 30 ] ], $this->rest( 'GET', '/review' )->get_data()['docs_gaps'] );
		$this->set_patterns( [ 'docs_gaps' => [ 'people' => 10, 'days' => 19 ] ] );
		self::assertSame( [], $this->rest( 'GET', '/review' )->get_data()['docs_gaps'] );
	}

	public function test_extra_time_is_agreed_without_a_reason_and_stands_beside_the_flag(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 8 ) );
		$said   = fn ( bool $agreed, int $version ): array => (array) $this->rest( 'POST', "/customers/$customer/extra-time", [ 'agreed' => $agreed, 'version' => $version ] )->get_data();
		$before = $this->rest( 'GET', "/customers/$customer" )->get_data();
		self::assertNull( $before['extra_time_since'] );

		$agreed = $said( true, $before['version'] );
		self::assertNotNull( $agreed['extra_time_since'] );
		self::assertContains( 'Extra time is agreed with them.', array_column( $agreed['flags'][0]['mitigators'], 'label' ) );
		self::assertSame( 'amicable_stale', $said( false, $before['version'] )['code'] );
		$ended = $said( false, $agreed['version'] );
		self::assertSame( [ null, [] ], [ $ended['extra_time_since'], array_intersect( [ 'Extra time is agreed with them.' ], array_column( $ended['flags'][0]['mitigators'], 'label' ) ) ] );
		self::assertSame( [ 'customer.extra_time', 'customer.usual_time' ], array_values( array_intersect( array_column( Desk::rows( 'log' ), 'what' ), [ 'customer.extra_time', 'customer.usual_time' ] ) ) );
	}

	public function test_a_promise_of_ours_that_was_not_kept_stands_beside_the_flag(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 8 ) );
		$case  = $this->ask( '/cases', [ 'customer_id' => $customer ] )['id'];
		$entry = fn ( array $entry ): array => $this->ask( "/cases/$case/entries", $entry + [ 'version' => $this->rest( 'GET', "/cases/$case/chance" )->get_data()['version'], 'note' => 'A corrected release', 'due_at' => gmdate( 'Y-m-d\TH:i:s\Z', time() + 3600 ) ] );
		$first = $entry( [ 'kind' => 'promise' ] );
		$entry( [ 'kind' => 'move', 'what' => 'fix' ] );
		self::assertNull( self::missed( $customer ), 'Its day is still to come.' );

		$settle = fn ( string $state ): array => $this->ask( "/cases/$case/entries/{$first['entries'][0]['id']}/settle", [ 'version' => $this->rest( 'GET', "/cases/$case/chance" )->get_data()['version'], 'state' => $state ] );
		$settle( 'broken' );
		self::assertSame( 1, self::missed( $customer ), 'It was said to be broken.' );
		self::assertContains( 'We did not keep 1 promise that a case recorded: a reason to be upset.', array_column( $this->rest( 'GET', "/customers/$customer" )->get_data()['flags'][0]['mitigators'], 'label' ) );

		$entries = Desk::graph()->database()->table( 'case_entries' );
		Desk::graph()->database()->write( "UPDATE $entries SET due_at = '2020-01-01 00:00:00' WHERE what = 'fix'" );
		( new RefreshFlags( Desk::graph()->flags(), Desk::graph()->projector() ) )->run( [] );
		self::assertSame( 2, self::missed( $customer ), 'And the day of another went by.' );

		Desk::graph()->database()->write( "UPDATE $entries SET state = 'kept', settled_at = UTC_TIMESTAMP() WHERE what = 'fix'" );
		Desk::graph()->database()->write( "UPDATE $entries SET settled_at = '2020-01-01 00:00:00' WHERE state = 'broken'" );
		( new RefreshFlags( Desk::graph()->flags(), Desk::graph()->projector() ) )->run( [] );
		self::assertNull( self::missed( $customer ), 'What was kept in the end, and what is long ago, speaks no more.' );
	}

	/** How many promises stand beside the flag. */
	private static function missed( int $customer ): ?int {
		return array_column( self::flag( $customer )->mitigators ?? [], 'figures', 'key' )['missed_promises']['promises'] ?? null;
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<string, mixed>
	 */
	private function ask( string $path, array $body ): array {
		$answer = $this->rest( 'POST', $path, $body );
		self::assertLessThan( 300, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return $this->json( $answer );
	}

	/**
	 * @param array<string, array<string, int>> $patterns
	 * @return array{watch: int, flag: int}
	 */
	private function preview( array $patterns = [] ): array {
		return $this->rest( 'POST', '/settings/preview', [ 'patterns' => $patterns + $this->rest( 'GET', '/settings' )->get_data()['patterns'] ] )->get_data()['docs_questions'];
	}

	/** @param array<string, array<string, int>> $patterns */
	private function set_patterns( array $patterns ): void {
		self::assertSame( 200, $this->rest( 'PUT', '/settings', [ 'version' => Desk::graph()->settings()->current()->version, 'patterns' => $patterns ] )->get_status() );
	}

	private function have_docs(): void {
		$settings = Desk::graph()->settings();
		$settings->save( $settings->current()->with( [ 'docs_urls' => [ 'https://docs.example' ] ] ), $settings->current()->version );
	}

	/** @return list<array<string, mixed>> One question of each of so many other people, answered with the exports article. */
	private function others( int $people, int $days_ago ): array {
		return array_merge( ...array_map( fn ( int $person ): array => $this->sent( "p$person", 'exports', $days_ago ), range( 1, $people ) ) );
	}

	/** @return list<array<string, mixed>> Questions so many days ago, an hour apart, each answered with this article. */
	private function sent( string $who, string $article, int ...$days_ago ): array {
		$ask = function ( int $at, int $days ) use ( $who, $article ): array {
			$ago = $days * 86400 + ( 20 - $at ) * 60;
			$id  = "$who-$article-$at-$days";

			return $this->desk->ticket( $id, $ago, [ 'requester' => [ 'email' => "$who@example.com" ], 'messages' => [ $this->desk->says( 'customer', "$id-1", $ago, "Where do I find setting $id?" ), $this->desk->says( 'agent', "$id-2", $ago - 30, "Look: https://docs.example/$article" ) ] ] );
		};

		return array_map( $ask, array_keys( array_values( $days_ago ) ), array_values( $days_ago ) );
	}

	/** @param array<string, mixed> ...$tickets */
	private function deliver( array ...$tickets ): void {
		foreach ( Desk::graph()->ticket_writer()->write( Desk::SOURCE, array_values( $tickets ) ) as $result ) {
			self::assertSame( [], $result->errors );
		}
	}

	private static function flag( int $customer ): ?Flag {
		return Desk::graph()->flags()->find( $customer, Slug::DocsQuestions );
	}

	/** @param int|null $sites Null: the license system is broken. */
	private static function job( ?int $sites ): CountSites {
		$graph = Desk::graph();

		return new CountSites( static fn (): array => [ self::system( $sites ) ], new SiteCounts( $graph->database(), new SystemClock() ), $graph->order_facts(), $graph->keyring(), $graph->projector(), $graph->settings() );
	}

	private static function system( ?int $sites ): LicenseManager {
		return new class( $sites ) implements LicenseManager {

			public function __construct( private readonly ?int $sites ) {
			}

			public function id(): string {
				return 'scripted';
			}

			public function label(): string {
				return 'Scripted Keys';
			}

			/** @param list<OrderRef> $orders */
			public function licenses_of( array $orders, Keys $keys ): array {
				$used = array_map( static fn ( int $number ): Activation => new Activation( (string) $number, "https://site$number.example" ), range( 1, $this->sites ?? throw new RuntimeException( 'Its table is gone.' ) ) );

				return [ new License( 'scripted', '1', '…', 'Forms', $orders, 'active', null, true, $used ) ];
			}

			public function license( string $id ): ?License {
				return null;
			}

			public function search( string $text ): array {
				return [];
			}

			public function deactivate( string $license_id, string $activation_id ): Result {
				return Result::already();
			}

			public function disable( string $license_id ): Result {
				return Result::already();
			}

			/** @param list<OrderRef> $orders */
			public function obligations( array $orders, Keys $keys ): array {
				return [];
			}
		};
	}
}
