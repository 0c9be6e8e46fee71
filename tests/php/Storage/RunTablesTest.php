<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Cases\CaseState;
use Amicable\Cases\Stage;
use Amicable\Graph;
use Amicable\Mode;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Method;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Assembly;
use Amicable\Storage\CaseQuery;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\MovableClock;
use Amicable\Values\Money;
use wpdb;

/** The compare-and-set writes that runs rest on, the same on every database we support. */
final class RunTablesTest extends IntegrationTestCase {

	private MovableClock $clock;

	private Graph $graph;

	private Assembly $house;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		assert( $wpdb instanceof wpdb );
		$this->clock = new MovableClock();
		$this->graph = new Graph( Mode::Practice, '', $wpdb, $this->clock );
		$this->graph->migrations()->run();
		$this->house = new Assembly( $this->graph );
	}

	public function test_claims_are_taken_all_or_none(): void {
		$claims = $this->house->claims;

		self::assertTrue( $claims->take( 1, [ 'order:sample:2', 'order:sample:1' ] ) );
		self::assertFalse( $claims->take( 2, [ 'order:sample:3', 'order:sample:2' ] ) );
		self::assertSame( 0, $claims->count( 2 ), 'The one that was free is not kept.' );
		self::assertSame( [ 'order:sample:1' => 1 ], $claims->holders( [ 'order:sample:1', 'order:sample:3' ] ) );
		$claims->release( 1 );
		self::assertTrue( $claims->take( 2, [ 'order:sample:3', 'order:sample:2', 'order:sample:2' ] ) );
	}

	public function test_a_run_begins_once_and_only_with_all_its_claims(): void {
		$runs = $this->house->runs;
		$id   = $this->draft();
		self::assertNull( $runs->find( $id ), 'A draft is not there for anybody else.' );
		self::assertFalse( $runs->begin( $id, RunState::Running, [], 1 ) );
		$this->house->claims->take( $id, [ 'order:sample:1' ] );
		self::assertTrue( $runs->begin( $id, RunState::Running, [], 1 ) );
		self::assertFalse( $runs->begin( $id, RunState::Running, [], 1 ) );
		$runs->discard( $id );
		self::assertSame( RunState::Running, $runs->find( $id )?->state );
	}

	public function test_of_two_that_change_a_run_one_gets_it(): void {
		$run = $this->house->runs->find( $this->begun() );
		self::assertNotNull( $run );

		self::assertSame( RunState::Paused, $this->house->runs->change( $run, RunState::Paused )?->state );
		self::assertNull( $this->house->runs->change( $run, RunState::NeedsAttention ) );
		self::assertNull( $this->house->runs->change( $run, RunState::Stopped ), 'No such way from running.' );
	}

	public function test_a_step_is_taken_asked_and_finished_by_one(): void {
		$steps = $this->house->steps;
		$step  = $this->step();
		$mine  = $steps->claim( $step, 'mine', [ 'remaining' => 4900 ] );
		self::assertNotNull( $mine );
		self::assertSame( [ StepState::Running, 1, [ 'remaining' => 4900 ], null ], [ $mine->state, $mine->attempts, $mine->before, $mine->asked_at() ] );
		self::assertNull( $steps->claim( $step, 'yours', [] ) );
		self::assertNull( $steps->ask( $mine, 'yours', [] ) );
		$asked = $steps->ask( $mine, 'mine', [ Step::REPEATED => true ] );
		self::assertNotNull( $asked?->asked_at() );
		self::assertSame( [ 'sample:1' ], $asked->order_keys() );
		self::assertFalse( $steps->finish( $asked, 'yours', StepState::Failed, null, null ) );
		self::assertTrue( $steps->finish( $asked, 'mine', StepState::Done, "re_\u{1F4B8}1", "Paid \xB1", [ 'on_word' => true ] ) );
		self::assertFalse( $steps->finish( $asked, 'mine', StepState::Failed, null, null ) );
		$done = $this->step();
		self::assertSame( [ StepState::Done, 're_????1', true ], [ $done->state, $done->receipt, $done->evidence['on_word'] ?? null ] );
		self::assertNull( $steps->claim( $done, 'again', [] ) );
	}

	public function test_what_was_remembered_first_is_never_overwritten(): void {
		$first = $this->house->steps->claim( $this->step(), 'one', [ 'refunds' => [] ] );
		self::assertNotNull( $first );
		$this->clock->forward( 301 );
		$second = $this->house->steps->claim( $first, 'two', [ 'refunds' => [ 9 ] ] );

		self::assertSame( [ [ 'refunds' => [] ], 2 ], [ $second?->before, $second?->attempts ] );
	}

	public function test_no_step_is_taken_while_its_run_rests_or_without_its_claim(): void {
		$step = $this->step();
		$run  = $this->house->runs->find( $step->run_id );
		self::assertNotNull( $run );
		$paused = $this->house->runs->change( $run, RunState::Paused );
		self::assertNotNull( $paused );
		self::assertNull( $this->house->steps->claim( $step, 'mine', [] ) );
		$this->house->runs->change( $paused, RunState::Running );
		$this->house->claims->release( $run->id );
		self::assertNull( $this->house->steps->claim( $step, 'mine', [] ) );
		$this->house->claims->take( $run->id, [ 'order:sample:1' ] );
		self::assertNotNull( $this->house->steps->claim( $step, 'mine', [] ) );
	}

	public function test_late_evidence_changes_no_outcome(): void {
		$steps = $this->house->steps;
		$slow  = $steps->claim( $this->step(), 'slow', [] );
		self::assertNotNull( $slow );
		$this->clock->forward( 301 );
		$quick = $steps->claim( $slow, 'quick', [] );
		self::assertNotNull( $quick );
		self::assertTrue( $steps->finish( $quick, 'quick', StepState::Unknown, null, 'Nobody knows' ) );
		$steps->add_late_evidence( $slow, 'done', 're_1' );
		$now = $this->step();

		self::assertSame( [ StepState::Unknown, true, 'Nobody knows' ], [ $now->state, $now->was_paid_after_all(), $now->message ] );
	}

	public function test_only_what_has_not_begun_is_stopped(): void {
		$step = $this->step();
		$this->house->steps->claim( $step, 'mine', [] );
		$this->house->steps->skip_pending( $step->run_id, 'Stopped' );

		self::assertSame( [ StepState::Running, StepState::Skipped ], array_map( static fn ( Step $each ): StepState => $each->state, $this->house->steps->of( $step->run_id ) ) );
	}

	public function test_a_sweep_clears_what_dead_starters_left_and_nothing_else(): void {
		$begun = $this->begun();
		$dead  = $this->draft();
		$this->house->claims->take( $dead, [ 'order:sample:7' ] );
		$this->house->job->due();
		self::assertSame( 1, $this->house->claims->count( $dead ), 'It may only be slow.' );
		$this->clock->forward( 601 );

		self::assertSame( [ [ 'run_id' => $begun ] ], $this->house->job->due() );
		self::assertSame( [ 0, 1 ], [ $this->house->claims->count( $dead ), $this->house->claims->count( $begun ) ] );
		self::assertCount( 2, $this->house->steps->of( $begun ) );
	}

	public function test_a_customer_has_one_open_case(): void {
		$cases = $this->house->cases;
		$first = $cases->open( 7, 1, null, null );
		self::assertNotNull( $first );
		self::assertNull( $cases->open( 7, 1, null, null ) );
		$case = $cases->find( $first );
		self::assertNotNull( $case );
		self::assertTrue( $cases->move( $case, new CaseState( Stage::Recovered ) ) );
		self::assertFalse( $cases->move( $case, new CaseState( Stage::Lapsed ) ), 'Somebody saw an older version.' );
		$second = $cases->open( 7, 1, 1, new OrderRef( 'sample', 4 ) );
		self::assertSame( [ $second, 1 ], [ $cases->open_of( 7 )?->id, $cases->count( new CaseQuery( Stage::Open, 7 ) ) ] );
		$ended = $cases->find( $first );
		self::assertNotNull( $ended );
		self::assertFalse( $cases->move( $ended, new CaseState( Stage::Open ) ), 'There is an open one by now.' );
	}

	public function test_the_log_is_one_chain(): void {
		for ( $line = 1; $line <= 5; $line++ ) {
			$this->house->log->append( 'case_moved', 'case', 1, null, 1, [ 'to' => 'open', 'reason' => "Üçüncü 셋째 $line" ] );
		}

		self::assertSame( [ true, 5, null ], array_values( $this->house->log->verify() ) );
		self::assertSame( 'Üçüncü 셋째 5', $this->house->log->of( 'case', 1 )[4]['payload']['reason'] ?? null );
	}

	public function test_a_block_is_found_by_any_of_its_keys_until_it_ends(): void {
		$blocks = $this->house->blocks;
		$keys   = [ [ 'email', str_repeat( 'a', 64 ) ], [ 'user', str_repeat( 'b', 64 ) ] ];
		$blocks->block( 7, $keys, 'Fraud', 1, null, $this->clock->now()->modify( '+1 day' ) );
		$blocks->block( 7, $keys, 'Fraud again', 1, 3, $this->clock->now()->modify( '+2 days' ) );

		self::assertEqualsCanonicalizing( $keys, $blocks->hits( [ ...$keys, [ 'email', str_repeat( 'b', 64 ) ] ] ) );
		self::assertSame( [], $blocks->hits( [] ) );
		$this->clock->forward( 2 * 86400 + 1 );
		self::assertSame( [], $blocks->hits( $keys ) );
	}

	public function test_a_whole_run_goes_through(): void {
		$now = gmdate( 'Y-m-d H:i:s' );
		$id  = $this->graph->sample()->rows->add_order(
			[
				'number'         => 'S-1',
				'email'          => 'buyer@example.com',
				'name'           => 'Sample Buyer',
				'status'         => 'completed',
				'currency'       => 'USD',
				'total'          => 4900,
				'gateway'        => 'toy',
				'transaction_id' => 'T1',
				'dispute'        => 'none',
				'kind'           => 'sale',
				'created_at'     => $now,
				'paid_at'        => $now,
			],
		);
		$ref = new OrderRef( 'sample', $id );
		$this->graph->projector()->order_changed( $ref );
		$plan = $this->house->plans->make( (int) $this->graph->order_facts()->customer_of( $ref ), Kind::Refund, Scope::orders( $ref ) );
		$run  = $this->house->starter->start( $plan->customer_id, $plan->kind, $plan->scope, $plan->hash( $this->clock->now()->getTimestamp() ), 1, $plan->totals()->all(), null, '', 1 );
		for ( $turn = 0; $turn < 10 && ! $run->state->has_ended(); $turn++ ) {
			$run = $this->house->runner->advance( $run->id );
		}

		self::assertSame( RunState::Completed, $run->state );
		self::assertCount( 1, $this->graph->sample()->bank->payouts( 'T1' ) );
		self::assertSame( 0, $this->house->claims->count( $run->id ) );
	}

	private function draft(): int {
		return $this->house->runs->draft( 7, null, Kind::Refund, Scope::orders( new OrderRef( 'sample', 1 ) ), str_repeat( 'a', 64 ), '', 1 );
	}

	private function begun(): int {
		$id = $this->draft();
		$this->house->claims->take( $id, [ 'order:sample:1' ] );
		$this->house->steps->add( $id, [ $this->row( StepKind::Refund, '1' ), $this->row( StepKind::Note, '1' ) ] );
		$this->house->runs->begin( $id, RunState::Running, [], 1 );

		return $id;
	}

	private function step(): Step {
		$open = $this->house->runs->open_of( 7 )[0] ?? null;
		$step = $this->house->steps->find( $open->id ?? $this->begun(), 'refund:sample:1' );
		self::assertNotNull( $step );

		return $step;
	}

	/** @return array{key: string, kind: StepKind, store: string, target: string, label: string, state: StepState, amount: Money|null, method: Method|null, orders: list<string>, message: string|null, provider_key: string|null} */
	private function row( StepKind $kind, string $target ): array {
		return [
			'key'          => "$kind->value:sample:$target",
			'kind'         => $kind,
			'store'        => 'sample',
			'target'       => $target,
			'label'        => "S-$target",
			'state'        => StepState::Pending,
			'amount'       => $kind->moves_money() ? new Money( 4900, 'USD' ) : null,
			'method'       => $kind->moves_money() ? Method::Gateway : null,
			'orders'       => [ "sample:$target" ],
			'message'      => null,
			'provider_key' => $kind->moves_money() ? str_repeat( 'c', 64 ) : null,
		];
	}
}
