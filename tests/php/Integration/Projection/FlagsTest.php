<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Projection;

use Amicable\Patterns\Flag;
use Amicable\Patterns\FlagStep;
use Amicable\Patterns\Level;
use Amicable\Patterns\Slug;
use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;
use WP_REST_Response;

/** Flags open, change and end by rule; what a person says stays until there is something new. */
final class FlagsTest extends IntegrationTestCase {

	private Desk $desk;

	protected function setUp(): void {
		parent::setUp();
		$this->desk = new Desk();
		$this->as_role( 'administrator' );
	}

	public function test_questions_that_the_docs_answer_raise_a_flag_with_its_evidence(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 14 ) );
		self::assertSame( Level::Watch, self::flag( $customer, Slug::DocsQuestions )?->level );
		$this->deliver( ...$this->desk->questions( 15 ) );

		$flag = self::flag( $customer, Slug::DocsQuestions );
		self::assertSame( Level::Flag, $flag?->level );
		self::assertSame( [ 'tickets' => 15, 'days' => 14, 'known' => 15, 'answered' => 15, 'answered_percent' => 100 ], $flag->measured );
		self::assertSame( 2, $flag->version );
		$evidence = Desk::rows( 'evidence' );
		self::assertCount( 15, $evidence );
		self::assertSame( 'Where do I find setting Q-1?', $evidence[0]['quote'] );
		self::assertSame( [ 'docs_tag' ], array_values( array_unique( array_column( $evidence, 'rule' ) ) ) );
	}

	public function test_costs_raise_a_flag_and_a_refund_alone_does_not(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->deliver( ...$this->desk->questions( 4, [ 'minutes' => 38, 'tags' => [] ] ) );
		self::assertNull( self::flag( $customer, Slug::CostOverPaid ), '76 of 79 dollars.' );
		$this->desk->sale( 'maya@example.com', 7900, 60, 1, 7800 );
		self::assertNull( self::flag( $customer, Slug::CostOverPaid ), 'Nothing changed but the refund.' );
		$this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->deliver( ...$this->desk->questions( 5, [ 'minutes' => 38, 'tags' => [] ] ) );
		self::assertSame( Level::Watch, self::flag( $customer, Slug::CostOverPaid )?->level );
		self::assertSame( [ 'ratio_millionths' => 1_202_531, 'tickets' => 5, 'minutes' => 190 ], self::flag( $customer, Slug::CostOverPaid )?->measured );
	}

	public function test_dismissing_mutes_the_tickets_and_not_the_customer(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 15 ) );
		$this->review( $customer, 'docs_questions', [ 'action' => 'dismiss', 'reason' => 'They run an agency', 'version' => 1 ] );
		$flag = self::flag( $customer, Slug::DocsQuestions );
		self::assertSame( [ 'dismissed', 'They run an agency', 2 ], [ $flag?->state->value, $flag?->reason, $flag?->version ] );

		$more = fn ( int $count ): array => array_map( fn ( int $i ): array => $this->desk->ticket( "N-$i", 4000 + $i * 60 ), range( 1, $count ) );
		$this->deliver( ...$more( 7 ) );
		self::assertSame( 'dismissed', self::flag( $customer, Slug::DocsQuestions )?->state->value, 'Seven new ones are not many.' );
		$this->deliver( ...$more( 8 ) );
		$flag = self::flag( $customer, Slug::DocsQuestions );
		self::assertSame( [ 'open', null, Level::Watch, 8 ], [ $flag?->state->value, $flag?->reason, $flag?->level, $flag?->measured['tickets'] ] );
	}

	public function test_an_older_crowd_outside_the_shown_window_does_not_bring_a_dismissed_flag_back(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 100 );
		$old      = array_map( fn ( int $i ): array => $this->desk->ticket( "O-$i", 40 * 86400 + $i * 60 ), range( 1, 9 ) );
		$this->deliver( ...$old, ...$this->desk->questions( 15 ) );
		$this->review( $customer, 'docs_questions', [ 'action' => 'dismiss', 'reason' => 'We know them', 'version' => 1 ] );
		Desk::graph()->projector()->project( $customer );

		self::assertSame( 'dismissed', self::flag( $customer, Slug::DocsQuestions )?->state->value );
	}

	public function test_a_snoozed_flag_comes_back_and_one_that_no_longer_holds_expires(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 8 ) );
		$this->review( $customer, 'docs_questions', [ 'action' => 'snooze', 'until' => $this->desk->ago( -3600 ), 'version' => 1 ] );
		Desk::graph()->projector()->project( $customer );
		self::assertSame( 'snoozed', self::flag( $customer, Slug::DocsQuestions )?->state->value );

		Desk::graph()->database()->write( 'UPDATE ' . Desk::graph()->database()->table( 'flags' ) . " SET until = '2020-01-01 00:00:00'" );
		$this->run_daily();
		self::assertSame( 'open', self::flag( $customer, Slug::DocsQuestions )?->state->value );

		$this->deliver( ...array_map( fn ( array $ticket ): array => [ ...$ticket, 'status' => 'spam', 'updated_at' => $this->desk->ago( 0 ) ], $this->desk->questions( 1 ) ) );
		self::assertSame( 'expired', self::flag( $customer, Slug::DocsQuestions )?->state->value );
	}

	public function test_a_review_needs_a_reason_a_date_and_the_version_that_was_seen(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 8 ) );
		$ask = fn ( array $body, string $pattern = 'docs_questions' ): int => $this->rest( 'POST', "/customers/$customer/flags/$pattern/review", $body )->get_status();

		self::assertSame( 400, $ask( [ 'action' => 'dismiss', 'version' => 1 ] ) );
		self::assertSame( 400, $ask( [ 'action' => 'dismiss', 'reason' => '  ', 'version' => 1 ] ) );
		self::assertSame( 400, $ask( [ 'action' => 'snooze', 'version' => 1 ] ) );
		self::assertSame( 400, $ask( [ 'action' => 'snooze', 'until' => $this->desk->ago( 60 ), 'version' => 1 ] ) );
		self::assertSame( 409, $ask( [ 'action' => 'confirm', 'version' => 2 ] ) );
		self::assertSame( 404, $ask( [ 'action' => 'confirm', 'version' => 1 ], 'cost_over_paid' ) );
		self::assertSame( 404, $ask( [ 'action' => 'confirm', 'version' => 1 ], 'wilful' ) );
		self::assertSame( 200, $ask( [ 'action' => 'confirm', 'version' => 1 ] ) );
		self::assertSame( 409, $ask( [ 'action' => 'confirm', 'version' => 1 ] ), 'Somebody confirmed it meanwhile.' );
		self::assertSame( 'confirmed', self::flag( $customer, Slug::DocsQuestions )?->state->value );
		self::assertContains( 'flag_confirmed', array_column( Desk::rows( 'log' ), 'what' ) );
	}

	public function test_a_rebuild_changes_no_flag_and_no_ticket(): void {
		$this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->deliver( ...$this->desk->questions( 17, [ 'minutes' => 22 ] ) );
		$this->deliver( ...array_map( fn ( int $i ): array => $this->desk->ticket( "X-$i", 5000 + $i, [ 'requester' => [ 'email' => 'noor@example.com' ] ] ), range( 1, 9 ) ) );
		$before = [ Desk::rows( 'flags' ), Desk::rows( 'evidence' ), Desk::rows( 'tickets' ) ];

		Desk::graph()->database()->write( 'DELETE FROM ' . Desk::graph()->database()->table( 'accounts' ) );
		Desk::graph()->projector()->rebuild( 0, 1000 );
		Desk::graph()->ticket_standings()->recount_range( 0, 1000 );

		self::assertNotSame( [], $before[0] );
		self::assertSame( $before, [ Desk::rows( 'flags' ), Desk::rows( 'evidence' ), Desk::rows( 'tickets' ) ] );
	}

	public function test_rebuilt_from_nothing_but_facts_they_say_the_same(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->deliver( ...$this->desk->questions( 17, [ 'minutes' => 22 ] ) );
		$told   = static fn (): array => array_map( static fn ( Flag $flag ): array => [ $flag->pattern, $flag->level, $flag->state, $flag->measured, $flag->threshold, $flag->mitigators, $flag->since->getTimestamp() ], Desk::graph()->flags()->of( $customer ) );
		$before = $told();
		foreach ( [ 'flags', 'evidence', 'accounts' ] as $table ) {
			Desk::graph()->database()->write( 'DELETE FROM ' . Desk::graph()->database()->table( $table ) );
		}
		Desk::graph()->projector()->rebuild( 0, 1000 );

		self::assertCount( 2, $before );
		self::assertEquals( $before, $told() );
	}

	public function test_flags_follow_a_merge_and_come_back_from_it(): void {
		$one   = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$other = $this->desk->sale( 'maya@work.example', 1_000_000, 60, 2 );
		$this->deliver( ...$this->desk->questions( 15, [ 'requester' => [ 'email' => 'maya@work.example' ] ] ) );
		$this->review( $other, 'docs_questions', [ 'action' => 'dismiss', 'reason' => 'An agency', 'version' => 1 ] );
		$version = (int) ( array_column( Desk::rows( 'customers' ), 'version', 'id' )[ $one ] ?? 0 );

		self::assertLessThan( 300, $this->rest( 'POST', "/customers/$one/merge", [ 'customer_id' => $other, 'version' => $version ] )->get_status() );
		$this->run_jobs();

		self::assertNull( self::flag( $one, Slug::DocsQuestions ), 'What was dismissed stays dismissed.' );
		self::assertContains( self::flag( $other, Slug::DocsQuestions )?->state->value, [ 'dismissed', 'expired' ] );
	}

	public function test_a_flag_goes_with_the_tickets_to_whom_they_belong_after_a_merge(): void {
		$one   = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$other = $this->desk->sale( 'maya@work.example', 1_000_000, 60, 2 );
		$this->deliver( ...$this->desk->questions( 15, [ 'requester' => [ 'email' => 'maya@work.example' ] ] ) );
		$version = (int) ( array_column( Desk::rows( 'customers' ), 'version', 'id' )[ $one ] ?? 0 );
		$this->rest( 'POST', "/customers/$one/merge", [ 'customer_id' => $other, 'version' => $version ] );
		$this->run_jobs();

		self::assertSame( [ 'open', 'expired' ], [ self::flag( $one, Slug::DocsQuestions )?->state->value, self::flag( $other, Slug::DocsQuestions )?->state->value ] );
		self::assertCount( 1, self::flag( $one, Slug::DocsQuestions )->history->steps ?? [], 'It began here.' );
		self::assertCount( 2, self::flag( $other, Slug::DocsQuestions )->history->steps ?? [] );
	}

	public function test_other_numbers_in_the_settings_judge_everybody_anew(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 5 ) );
		self::assertNull( self::flag( $customer, Slug::DocsQuestions ) );
		$settings = Desk::graph()->settings();
		$settings->save( $settings->current()->with( [ 'patterns' => [ 'docs_questions' => [ 'watch' => 5 ] ] ] ), $settings->current()->version );
		$this->run_jobs();

		self::assertSame( Level::Watch, self::flag( $customer, Slug::DocsQuestions )?->level );
	}

	public function test_who_asked_to_be_left_out_is_judged_by_nothing(): void {
		$customer = $this->desk->sale( 'maya@example.com', 7900, 60 );
		$this->deliver( ...$this->desk->questions( 17, [ 'minutes' => 22 ] ) );
		Desk::graph()->database()->write( 'UPDATE ' . Desk::graph()->database()->table( 'customers' ) . " SET excluded_at = '2026-01-01 00:00:00'" );
		Desk::graph()->projector()->project( $customer );

		self::assertSame( [ 'expired', 'expired' ], array_column( Desk::rows( 'flags' ), 'state' ) );
	}

	public function test_what_a_flag_was_before_stays_known(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 14 ) );
		$this->deliver( ...$this->desk->questions( 15 ) );
		Desk::graph()->projector()->project( $customer );
		$this->review( $customer, 'docs_questions', [ 'action' => 'dismiss', 'reason' => 'They run an agency', 'version' => 2 ] );
		$this->deliver( ...array_map( fn ( int $i ): array => $this->desk->ticket( "N-$i", 4000 + $i * 60 ), range( 1, 8 ) ) );

		$steps = array_column( (array) $this->rest( 'GET', "/customers/$customer" )->get_data()['flags'], 'history', 'pattern' )['docs_questions'];
		self::assertSame( [ [ 'watch', 'open', null ], [ 'flag', 'open', null ], [ 'flag', 'dismissed', 'They run an agency' ], [ 'watch', 'open', null ] ], array_map( static fn ( array $step ): array => [ $step['level'], $step['state'], $step['reason'] ], $steps ) );
		self::assertSame( Desk::graph()->flags()->find( $customer, Slug::DocsQuestions )?->history->steps[3]->at->format( DATE_RFC3339 ), gmdate( DATE_RFC3339, (int) strtotime( (string) $steps[3]['at'] ) ) );
	}

	public function test_a_flag_of_an_older_version_begins_its_history_with_the_next_change(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 14 ) );
		Desk::graph()->database()->write( 'UPDATE ' . Desk::graph()->database()->table( 'flags' ) . ' SET history = NULL' );
		self::assertSame( [], self::flag( $customer, Slug::DocsQuestions )?->history->steps );
		$this->deliver( ...$this->desk->questions( 15 ) );

		self::assertSame( [ Level::Flag ], array_column( self::flag( $customer, Slug::DocsQuestions )->history->steps ?? [], 'level' ) );
	}

	public function test_words_of_a_dismissal_age_out_of_the_history_of_a_flag_that_came_back(): void {
		$customer = $this->dismissed_and_back();
		self::assertContains( 'They run an agency', self::words( $customer ), 'Not old enough.' );
		$flags = Desk::graph()->database()->table( 'flags' );
		$year  = (int) gmdate( 'Y' );
		Desk::graph()->database()->write( "UPDATE $flags SET history = REPLACE( history, '\"at\":\"$year-', '\"at\":\"" . ( $year - 2 ) . "-' )" );
		$this->run_daily();

		self::assertSame( [ null, null, null ], self::words( $customer ) );
		self::assertStringNotContainsString( 'agency', (string) wp_json_encode( Desk::rows( 'flags' ) ) );
	}

	public function test_words_of_a_dismissal_do_not_outlive_a_flag_that_ended(): void {
		$customer = $this->dismissed_and_back();
		Desk::graph()->database()->write( 'UPDATE ' . Desk::graph()->database()->table( 'customers' ) . " SET excluded_at = '2026-01-01 00:00:00'" );
		Desk::graph()->projector()->project( $customer );

		self::assertSame( [ 'open', 'dismissed', 'open', 'expired' ], array_map( static fn ( FlagStep $step ): string => $step->state->value, self::flag( $customer, Slug::DocsQuestions )->history->steps ?? [] ) );
		self::assertStringNotContainsString( 'agency', (string) wp_json_encode( Desk::rows( 'flags' ) ) );
	}

	public function test_a_second_dismissal_leaves_only_its_own_words(): void {
		$customer = $this->dismissed_and_back();
		$this->review( $customer, 'docs_questions', [ 'action' => 'dismiss', 'reason' => 'Our docs were down', 'version' => 3 ] );

		self::assertSame( [ null, null, null, 'Our docs were down' ], self::words( $customer ), 'It goes with the row a year from now, and so would theirs.' );
	}

	public function test_a_flag_of_an_older_version_gets_no_step_while_only_its_numbers_change(): void {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 9 ) );
		Desk::graph()->database()->write( 'UPDATE ' . Desk::graph()->database()->table( 'flags' ) . ' SET history = NULL' );
		$this->deliver( ...$this->desk->questions( 10 ) );

		self::assertSame( 10, self::flag( $customer, Slug::DocsQuestions )?->measured['tickets'] );
		self::assertSame( [], self::flag( $customer, Slug::DocsQuestions )->history->steps );
	}

	public function test_a_snooze_and_a_rebuild_keep_the_history(): void {
		$customer = $this->dismissed_and_back();
		$this->review( $customer, 'docs_questions', [ 'action' => 'snooze', 'until' => $this->desk->ago( -3600 ), 'version' => 3 ] );
		$before = Desk::rows( 'flags' );
		Desk::graph()->projector()->rebuild( 0, 1000 );
		$this->run_daily();

		self::assertSame( $before, Desk::rows( 'flags' ) );
		self::assertSame( [ null, 'They run an agency', null, null ], self::words( $customer ) );
	}

	private function dismissed_and_back(): int {
		$customer = $this->desk->sale( 'maya@example.com', 1_000_000, 60 );
		$this->deliver( ...$this->desk->questions( 15 ) );
		$this->review( $customer, 'docs_questions', [ 'action' => 'dismiss', 'reason' => 'They run an agency', 'version' => 1 ] );
		$this->deliver( ...array_map( fn ( int $i ): array => $this->desk->ticket( "N-$i", 4000 + $i * 60 ), range( 1, 8 ) ) );

		return $customer;
	}

	/** @return list<string|null> Step by step. */
	private static function words( int $customer ): array {
		return array_map( static fn ( FlagStep $step ): ?string => $step->reason, self::flag( $customer, Slug::DocsQuestions )->history->steps ?? [] );
	}

	private function run_daily(): void {
		foreach ( Desk::graph()->work() as $job ) {
			$job->name() === 'refresh_flags' ? $job->run( [] ) : null;
		}
	}

	/** @param array<string, mixed> $body */
	private function review( int $customer, string $pattern, array $body ): WP_REST_Response {
		$response = $this->rest( 'POST', "/customers/$customer/flags/$pattern/review", $body );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );

		return $response;
	}

	/** @param array<string, mixed> ...$tickets */
	private function deliver( array ...$tickets ): void {
		foreach ( Desk::graph()->ticket_writer()->write( Desk::SOURCE, array_values( $tickets ) ) as $result ) {
			self::assertSame( [], $result->errors );
		}
	}

	private static function flag( int $customer, Slug $pattern ): ?Flag {
		return Desk::graph()->flags()->find( $customer, $pattern );
	}
}
