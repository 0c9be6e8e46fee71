<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Projection;

use Amicable\HelpDesks\Intake\MessageClassifier;
use Amicable\Jobs\Job;
use Amicable\Jobs\Sweepable;
use Amicable\Patterns\Flag;
use Amicable\Patterns\Level;
use Amicable\Patterns\Slug;
use Amicable\Tests\Support\AssertsShapes;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;
use RuntimeException;

/** From what a customer wrote to what a person decides: read at once, quoted exactly, judged, forgotten in time. */
final class WordsTest extends IntegrationTestCase {

	use AssertsShapes;

	private const INSULT = 'Hello. You are idiots, all of you.';

	private const THREAT = 'My lawyer will contact you.';

	private const RIGHT = 'Please delete all personal data you hold about me.';

	private Desk $desk;

	protected function setUp(): void {
		parent::setUp();
		$this->desk = new Desk();
		$this->as_role( 'administrator' );
	}

	public function test_what_was_written_is_found_with_its_words_and_flagged_at_once(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->write( 'T-1', self::INSULT, self::THREAT, 'Where is the setting?' );

		$found = Desk::rows( 'findings' );
		self::assertSame( [ 'abuse', 'legal_threat' ], array_column( $found, 'label' ) );
		self::assertSame( mb_substr( self::INSULT, (int) $found[0]['start_at'], (int) $found[0]['end_at'] - (int) $found[0]['start_at'] ), $found[0]['quote'] );
		self::assertSame( [ Level::Flag, Level::Flag ], [ self::flag( $customer, Slug::HostileMessages )?->level, self::flag( $customer, Slug::LegalStep )?->level ] );

		$detail = $this->json( $this->rest( 'GET', "/customers/$customer" ) );
		$legal  = array_column( $detail['flags'], null, 'pattern' )['legal_step'];
		self::assertSame( [ 'quote' => $found[1]['quote'], 'why' => 'A lawyer is or will be involved.', 'read_as' => null, 'harsh' => false ], $legal['evidence'][0]['said'][0] );
		self::assertTrue( array_column( $detail['flags'], null, 'pattern' )['hostile_messages']['evidence'][0]['said'][0]['harsh'] );
		self::assertSame( [ 'messages' => 3, 'not_read' => 0 ], $detail['reading'] );
	}

	public function test_an_unread_language_is_not_clean(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->write( 'T-1', 'Guten Tag, das ist nicht gut und ich bin mit der Antwort nicht zufrieden.', 'Where is the setting for this?' );

		self::assertSame( [ 'messages' => 2, 'not_read' => 1 ], $this->json( $this->rest( 'GET', "/customers/$customer" ) )['reading'] );
	}

	public function test_a_classifier_of_somebody_else_gives_a_hint_and_nothing_more(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$job      = $this->job( 'ask_for_hints' );
		self::assertSame( [], $job instanceof Sweepable ? $job->due() : null ); // Off: nobody is asked.
		$classifier = new class() implements MessageClassifier {
			/** @var list<string> */
			public array $shown = [];

			public function name(): string {
				return 'Acme Tone';
			}

			public function hint( string $words, string $languages ): ?string {
				$this->shown[] = "$languages: $words";

				return count( $this->shown ) === 1 ? throw new RuntimeException( 'no answer' ) : '<b>upset</b>';
			}
		};
		add_filter( 'amicable_message_hint', static fn (): MessageClassifier => $classifier );
		$this->write( 'T-0', 'Written before anybody was to be asked.' );
		self::assertSame( [], $job instanceof Sweepable ? $job->due() : null );

		$this->write( 'T-1', 'Where is the setting?', 'My lawyer will contact you. maya@example.com 555-0142' );
		$before = [ Desk::rows( 'findings' ), Desk::rows( 'evidence' ), Desk::rows( 'flags' ), Desk::rows( 'accounts' ) ];
		self::assertSame( [], $classifier->shown ); // Not while it is taken in.
		self::assertSame( [ [] ], $job instanceof Sweepable ? $job->due() : null );
		self::assertSame( [ null, null, null ], [ $job->run( [] ), $job->run( [] ), $job->run( [] ) ] ); // The first run ends with what was thrown.

		self::assertSame( [ 'en: Where is the setting?', 'en: My lawyer will contact you. …' ], $classifier->shown );
		self::assertSame( $before, [ Desk::rows( 'findings' ), Desk::rows( 'evidence' ), Desk::rows( 'flags' ), Desk::rows( 'accounts' ) ] );
		self::assertSame( [ [ 'from' => 'Acme Tone', 'text' => 'upset' ] ], $this->json( $this->rest( 'GET', '/review' ) )['flags'][0]['hints'] );
		self::assertSame( $customer, $this->json( $this->rest( 'GET', '/review' ) )['flags'][0]['customer_id'] );
		remove_all_filters( 'amicable_message_hint' );
	}

	public function test_what_our_people_and_programs_wrote_is_nobodys_finding(): void {
		$this->desk->sale( 'maya@example.com', 7900, 60 );
		$says = fn ( string $kind, int $id ): array => $this->desk->says( $kind, "M-$id", 600 - $id, self::INSULT );
		$this->deliver( $this->desk->ticket( 'T-1', 700, [ 'messages' => [ $this->desk->says( 'customer', 'M-0', 700 ), $says( 'agent', 1 ), $says( 'note', 2 ), $says( 'auto', 3 ), $says( 'ai', 4 ) ] ] ) );

		self::assertSame( [], Desk::rows( 'findings' ) );
	}

	public function test_dismissing_mutes_the_message_and_the_next_one_in_the_same_ticket_counts(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->write( 'T-1', self::THREAT );
		$answer = $this->rest( 'POST', "/customers/$customer/flags/legal_step/review", [ 'action' => 'dismiss', 'reason' => 'A quote from a film', 'version' => 1 ] );
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		self::assertSame( 'dismissed', self::flag( $customer, Slug::LegalStep )?->state->value );
		Desk::graph()->projector()->project( $customer );
		self::assertSame( 'dismissed', self::flag( $customer, Slug::LegalStep )?->state->value );

		$this->write( 'T-1', self::THREAT, 'I will sue you.' );
		self::assertSame( 'open', self::flag( $customer, Slug::LegalStep )?->state->value );
	}

	public function test_a_message_that_was_changed_is_read_anew_and_an_older_delivery_is_not_heard(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$told     = fn ( string $text, int $updated ): array => $this->desk->ticket( 'T-1', 900, [ 'updated_at' => $this->desk->ago( $updated ), 'messages' => [ $this->desk->says( 'customer', 'M-1', 900, $text ) ] ] );
		$this->deliver( $told( self::INSULT, 500 ) );
		$this->deliver( $told( 'I am sorry for my tone yesterday.', 300 ) );
		self::assertSame( [ 'apology' ], array_column( Desk::rows( 'findings' ), 'label' ) );
		$this->deliver( $told( self::THREAT, 400 ) );
		self::assertSame( [ 'apology' ], array_column( Desk::rows( 'findings' ), 'label' ) );
		self::assertSame( 'expired', self::flag( $customer, Slug::HostileMessages )?->state->value );
	}

	public function test_what_was_said_goes_with_the_ticket_to_whom_it_belongs_after_a_merge(): void {
		$one   = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$other = $this->desk->sale( 'maya@work.example', 7900, 60, 2 );
		$this->deliver( $this->desk->ticket( 'T-1', 900, [ 'requester' => [ 'email' => 'maya@work.example' ], 'messages' => [ $this->desk->says( 'customer', 'M-1', 900, self::THREAT ) ] ] ) );
		$version = (int) array_column( Desk::rows( 'customers' ), 'version', 'id' )[ $one ];
		$this->rest( 'POST', "/customers/$one/merge", [ 'customer_id' => $other, 'version' => $version ] );
		$this->run_jobs();

		self::assertSame( [ (string) $one ], array_column( Desk::rows( 'findings' ), 'customer_id' ) );
		self::assertSame( [ 'open', 'expired' ], [ self::flag( $one, Slug::LegalStep )?->state->value, self::flag( $other, Slug::LegalStep )?->state->value ] );
	}

	public function test_with_other_rules_everything_that_is_still_there_is_read_again(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->write( 'T-1', self::INSULT );
		$database = Desk::graph()->database();
		$database->write( "DELETE FROM {$database->table( 'findings' )}" );
		$database->write( "UPDATE {$database->table( 'messages' )} SET languages = NULL" );
		Desk::graph()->projector()->project( $customer );
		self::assertSame( 'expired', self::flag( $customer, Slug::HostileMessages )?->state->value );

		$job = $this->job( 'read_messages' );
		self::assertNull( $job->run( [] ) );
		self::assertSame( [ 'abuse' ], array_column( Desk::rows( 'findings' ), 'label' ) );
		self::assertSame( 'open', self::flag( $customer, Slug::HostileMessages )?->state->value );
		self::assertSame( 'en', array_column( Desk::rows( 'messages' ), 'languages', 'kind' )['customer'] );

		$before = Desk::rows( 'findings' );
		$database->write( "UPDATE {$database->table( 'imports' )} SET inputs = 'older' WHERE source = 'reading'" );
		self::assertNull( $job->run( [] ) );
		self::assertSame( $before, Desk::rows( 'findings' ), 'Read twice, found once.' );
	}

	public function test_words_are_forgotten_after_twelve_months_and_never_taken_in_later(): void {
		$this->desk->sale( 'maya@example.com', 7900, 600 );
		$year = 366 * 86400;
		$this->deliver( $this->desk->ticket( 'T-1', $year + 90, [ 'messages' => [ $this->desk->says( 'customer', 'M-1', $year + 90, self::THREAT ) ] ] ) );
		self::assertSame( [], Desk::rows( 'findings' ) );

		$this->write( 'T-2', self::THREAT );
		$database = Desk::graph()->database();
		foreach ( [ 'findings', 'evidence' ] as $table ) {
			self::assertCount( 1, Desk::rows( $table ) );
			$database->write( "UPDATE {$database->table( $table )} SET at = '2020-01-01 00:00:00'" );
		}
		$this->job( 'forget_findings' )->run( [] );
		self::assertSame( [ [], [] ], [ Desk::rows( 'findings' ), Desk::rows( 'evidence' ) ] );
	}

	public function test_a_right_is_a_task_with_a_date_and_never_a_flag(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->write( 'T-1', self::RIGHT );
		self::assertSame( [], Desk::graph()->flags()->of( $customer ) );

		$queue = $this->queue();
		self::assertSame( [ $customer, 0 ], [ $queue['rights'][0]['customer_id'], $queue['total'] ] );
		self::assertSame( [ 'right', $customer, 'Maya' ], array_values( array_diff_key( $this->json( $this->rest( 'GET', '/overview' ) )['today'][0], [ 'since' => 1 ] ) ) );
		self::assertSame( 30 * 86400, strtotime( $queue['rights'][0]['due_at'] ) - strtotime( $queue['rights'][0]['at'] ) );
		$after = $this->rest( 'POST', "/review/rights/{$queue['rights'][0]['id']}" );
		self::assertSame( [ 200, [] ], [ $after->get_status(), $after->get_data()['rights'] ] );
		self::assertSame( 404, $this->rest( 'POST', '/review/rights/999' )->get_status() );

		$this->write( 'T-1', self::RIGHT, 'Where is the setting?' );
		self::assertSame( [], $this->queue()['rights'], 'Reading again does not bring it back.' );
	}

	public function test_the_queue_shows_words_first_and_legal_steps_before_all_others(): void {
		$this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->write( 'T-1', self::THREAT );
		$this->write( 'T-2', self::INSULT );
		$queue = $this->queue();

		self::assert_shape( 'review.queue', $this->rest( 'GET', '/review' )->get_data() );
		self::assertSame( [ 'legal_step', 'hostile_messages' ], array_column( array_column( $queue['flags'], 'flag' ), 'pattern' ) );
		self::assertSame( 'Maya', $queue['flags'][0]['name'] );
		self::assertNotSame( '', $queue['flags'][0]['flag']['evidence'][0]['said'][0]['quote'] );
		self::assertSame( [ [ 'language' => 'en', 'messages' => 2 ] ], $queue['reading']['languages'] );
	}

	public function test_an_article_that_ten_different_people_were_sent_to_wants_work(): void {
		$settings = Desk::graph()->settings();
		$settings->save( $settings->current()->with( [ 'docs_urls' => [ 'https://docs.example' ] ] ), $settings->current()->version );
		$ask = fn ( int $person, int $days ): array => $this->desk->ticket( "D-$person-$days", $days * 86400, [ 'requester' => [ 'email' => "p$person@example.com" ], 'messages' => [ $this->desk->says( 'customer', 'q', $days * 86400 ), $this->desk->says( 'agent', 'a', $days * 86400 - 60, 'Look: https://docs.example/exports' ) ] ] );
		$this->deliver( ...array_map( static fn ( int $person ): array => $ask( $person, 2 ), range( 1, 9 ) ), ...[ $ask( 9, 3 ), $ask( 10, 40 ) ] );
		self::assertSame( [], $this->queue()['docs_gaps'], 'Nine people, and one long ago.' );
		$this->deliver( $ask( 11, 29 ) );

		self::assertSame( [ [ 'url' => 'https://docs.example/exports', 'customers' => 10, 'messages' => 11, 'days' => 30 ] ], $this->queue()['docs_gaps'] );
		self::assertSame( [], Desk::rows( 'flags' ) );
	}

	public function test_a_rule_that_people_prove_bad_goes_silent_and_is_heeded_again_on_request(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->write( 'T-1', self::INSULT );
		$rule = Desk::rows( 'findings' )[0]['rule'];
		for ( $i = 0; $i < 9; $i++ ) {
			Desk::graph()->rule_votes()->add( [ (string) $rule ], false );
		}
		self::assertSame( [], $this->queue()['silent'] );
		$this->rest( 'POST', "/customers/$customer/flags/hostile_messages/review", [ 'action' => 'dismiss', 'reason' => 'A joke', 'version' => 1 ] );
		self::assertSame( [ [ $rule, 0, 10 ] ], array_map( static fn ( array $one ): array => [ $one['rule'], $one['confirmed'], $one['dismissed'] ], $this->queue()['silent'] ) );

		$this->write( 'T-2', self::INSULT );
		self::assertSame( 'dismissed', self::flag( $customer, Slug::HostileMessages )?->state->value, 'What a silent rule finds does not count.' );
		self::assertSame( [ 200, [] ], [ ( $heeded = $this->rest( 'POST', "/review/rules/$rule" ) )->get_status(), $heeded->get_data()['silent'] ] );
		self::assertSame( 'open', self::flag( $customer, Slug::HostileMessages )?->state->value );
	}

	public function test_who_wishes_it_is_left_out_of_all_patterns_and_figures_stay(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->write( 'T-1', self::THREAT );
		$detail = $this->json( $this->rest( 'GET', "/customers/$customer" ) );
		$out    = $this->rest( 'POST', "/customers/$customer/leave-out", [ 'left_out' => true, 'version' => $detail['version'] ] );

		self::assertSame( 200, $out->get_status(), (string) wp_json_encode( $out->get_data() ) );
		self::assertSame( [ [], 1 ], [ $out->get_data()['flags'], $out->get_data()['orders'] ] );
		self::assertNotNull( $out->get_data()['left_out_since'] );
		self::assertSame( 409, $this->rest( 'POST', "/customers/$customer/leave-out", [ 'left_out' => false, 'version' => $detail['version'] ] )->get_status() );
		$in = $this->rest( 'POST', "/customers/$customer/leave-out", [ 'left_out' => false, 'version' => $out->get_data()['version'] ] );
		self::assertSame( [ 'legal_step', null ], [ $in->get_data()['flags'][0]['pattern'], $in->get_data()['left_out_since'] ] );
	}

	/** One ticket with these messages of the customer, one a minute, delivered as of now. */
	private function write( string $id, string ...$texts ): void {
		$messages = array_map( fn ( string $text, int $i ): array => $this->desk->says( 'customer', "$id-$i", 900 - 60 * $i, $text ), $texts, array_keys( $texts ) );
		$this->deliver( $this->desk->ticket( $id, 900, [ 'updated_at' => $this->desk->ago( 800 - 60 * count( $texts ) ), 'messages' => $messages ] ) );
	}

	/** @param array<string, mixed> ...$tickets */
	private function deliver( array ...$tickets ): void {
		foreach ( Desk::graph()->ticket_writer()->write( Desk::SOURCE, array_values( $tickets ) ) as $result ) {
			self::assertSame( [], $result->errors );
		}
	}

	/** @return array<string, mixed> */
	private function queue(): array {
		return $this->json( $this->rest( 'GET', '/review' ) );
	}

	private function job( string $name ): Job {
		return Desk::graph()->job( $name ) ?? throw new RuntimeException( "No such job: $name" );
	}

	private static function flag( int $customer, Slug $pattern ): ?Flag {
		return Desk::graph()->flags()->find( $customer, $pattern );
	}
}
