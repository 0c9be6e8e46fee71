<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Cases;

use Amicable\HelpDesks\Intake\ForgetFindings;
use Amicable\Letters\Via;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Scope;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Variant;
use Amicable\Runs\Assembly;
use Amicable\Runs\ForgetCases;
use Amicable\Storage\Database;
use Amicable\Storage\EndedCases;
use Amicable\Storage\EvidenceRows;
use Amicable\Tests\Integration\Runs\RunsTestCase;
use Amicable\Tests\Support\ScriptedMailer;

/** Everything ends some day: words go when their time is over, money stays, and the log still holds. */
final class ForgetCasesTest extends RunsTestCase {

	public function test_three_years_after_its_end_a_case_loses_its_words_and_nothing_else(): void {
		$this->house = new Assembly( $this->graph, $this->trap, mailer: new ScriptedMailer() );
		$customer    = $this->customer_of( $this->order() );
		[ $case ]    = $this->house->desk->open( $customer, $this->admin, $this->admin, null );
		$letter      = $this->house->room->desk->begin( $case, 'nudge', 'en', Channel::Letter, new Variant(), $this->admin );
		$this->house->room->sender->send( $case, $letter, Via::Mail, $this->admin, [ 'everybody' ], false );
		$run = $this->start( $this->plan( $customer, Kind::PartWays, Scope::all() ), $case->id, 'Agreed by phone' );
		$this->house->control->approve( $run, $this->as_role( 'administrator' )->ID );
		$this->drive( $run->id );
		[ $open ] = $this->house->desk->open( $this->customer_of( $this->order( [ 'email' => 'other@example.com' ] ) ), $this->admin, $this->admin, null );
		$draft    = $this->house->room->desk->begin( $open, 'nudge', 'en', Channel::Letter, new Variant(), $this->admin );
		$steps    = $this->house->steps->of( $run->id );

		$this->clock->forward( 86400 * 1094 );
		$this->forget();
		self::assertSame( $letter->body, $this->house->room->letters->find( $letter->id )?->body, 'A day early.' );
		self::assertNotSame( 0, $this->payloads( $case->id ) );

		$this->clock->forward( 86400 * 3 );
		$this->forget();
		$gone = $this->house->room->letters->find( $letter->id );
		self::assertNotNull( $gone );
		self::assertSame( [ true, '', '', [] ], [ $gone->is_erased(), $gone->to, $gone->subject, $gone->facts ] );
		self::assertSame( 0, $this->payloads( $case->id ) );
		self::assertSame( [ true, null ], [ $this->house->log->verify()['intact'], $this->house->log->verify()['broken_at'] ] );
		self::assertEquals( $steps, $this->house->steps->of( $run->id ), 'Records of money stay.' );
		self::assertSame( 'closed', $this->house->desk->find( $case->id )->state->stage->value );
		self::assertSame( $draft->body, $this->house->room->letters->find( $draft->id )?->body, 'An open case keeps its words, however old.' );
	}

	public function test_the_ages_are_the_owners_and_what_was_dismissed_goes_with_its_words(): void {
		$this->clock->forward( 0 );
		$database = $this->graph->database();
		$customer = $this->customer_of( $this->order() );
		$flag     = fn ( string $pattern, string $state, string $ago ) => $database->insert( 'flags', [ 'customer_id' => $customer, 'pattern' => $pattern, 'level' => 'flag', 'state' => $state, 'since' => '2026-01-01 00:00:00', 'reviewed_at' => Database::time( $this->clock->now()->modify( $ago ) ), 'updated_at' => '2026-01-01 00:00:00' ] );
		$flag( 'expectations', 'dismissed', '-7 months' );
		$flag( 'legal_step', 'dismissed', '-5 months' );
		$flag( 'hostile_messages', 'confirmed', '-7 months' );
		$settings = $this->graph->settings();
		$left     = fn (): array => array_column( $database->rows( "SELECT pattern FROM {$database->table( 'flags' )} WHERE customer_id = %d ORDER BY pattern", [ $customer ] ), 'pattern' );
		$job      = fn () => ( new ForgetFindings( $this->graph->findings(), new EvidenceRows( $database ), $this->graph->flags(), $settings, $this->clock ) )->run( [] );

		$job();
		self::assertCount( 3, $left() );
		$settings->save( $settings->current()->with( [ 'cases' => [ 'keep_evidence_months' => 6 ] ] ), $settings->current()->version );
		$job();
		self::assertSame( [ 'hostile_messages', 'legal_step' ], $left() );
	}

	private function forget(): void {
		( new ForgetCases( new EndedCases( $this->graph->database() ), $this->graph->settings(), $this->clock ) )->run( [] );
	}

	private function payloads( int $case ): int {
		$database = $this->graph->database();

		return (int) $database->value( "SELECT COUNT(*) FROM {$database->table( 'log_payloads' )} p INNER JOIN {$database->table( 'log' )} l ON l.id = p.log_id WHERE l.object = 'case' AND l.object_id = %d", [ $case ] );
	}
}
