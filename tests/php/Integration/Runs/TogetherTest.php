<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Assembly;
use Amicable\Runs\Run;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\Processes;
use Amicable\Tests\Support\Tally;
use Amicable\Tests\Support\Trap;
use Amicable\Values\Money;
use Closure;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\Attributes\TestWith;

/** Several at once: real processes with connections of their own, and workers that outlive their lease. */
final class TogetherTest extends RunsTestCase {

	private const MANY   = 32;
	private const ROUNDS = 20;

	#[Group( 'faults' )]
	public function test_thirty_two_starts_with_one_key_make_one_run_and_one_payout_an_order(): void {
		$this->rounds(
			'starts_one_key',
			function ( array $body, int $round ): void {
				$answers  = $this->at_once( self::MANY, fn (): array => $this->post( $body, "one-key-for-all-of-round-$round" ) );
				$statuses = array_count_values( array_column( $answers, 'status' ) );
				self::assertSame( [], array_diff( array_keys( $statuses ), [ 202, 409 ] ), (string) json_encode( $answers ) );
				self::assertCount( 1, array_unique( array_filter( array_column( $answers, 'id' ) ) ) );
			},
		);
	}

	#[Group( 'faults' )]
	public function test_thirty_two_starts_with_a_key_each_make_one_run(): void {
		$this->rounds(
			'starts_many_keys',
			function ( array $body, int $round ): void {
				$answers  = $this->at_once( self::MANY, fn ( int $index ): array => $this->post( $body, "key-number-$index-of-round-$round" ) );
				$statuses = array_count_values( array_column( $answers, 'status' ) );
				self::assertSame( 1, $statuses[202] ?? 0, (string) json_encode( $answers ) );
				self::assertSame( self::MANY - 1, $statuses[409] ?? 0, (string) json_encode( $answers ) );
			},
		);
	}

	public function test_a_repeated_key_answers_the_same_run_as_it_is_now(): void {
		$order = $this->order();
		$body  = $this->body( $order );
		$first = $this->post( $body, 'a-key-to-repeat' );
		$this->drive( (int) $first['id'] );
		$again = $this->post( $body, 'a-key-to-repeat' );

		self::assertSame( [ 202, $first['id'], 'completed' ], [ $again['status'], $again['id'], $again['state'] ] );
		self::assertSame( 422, $this->post( [ 'reason' => 'Another body' ] + $body, 'a-key-to-repeat' )['status'] );
		self::assertCount( 1, $this->payouts( $order ) );
	}

	/** One worker stands still at the very moment of paying, longer than its lease. Another one takes the step over. */
	#[TestWith( [ 'toy', StepState::Done ] )]
	#[TestWith( [ 'toy_nolookup', StepState::Unknown ] )]
	public function test_a_worker_that_outlives_its_lease_cannot_pay_again( string $gateway, StepState $taken_over ): void {
		$order = $this->order( [ 'gateway' => $gateway ] );
		$run   = $this->start_refund( $order );
		$other = new Assembly( $this->graph, new Trap() );
		$seen  = null;
		$this->while_paying(
			function () use ( $other, $run, $order, &$seen ): void {
				$this->clock->forward( 301 );
				$other->runner->advance( $run->id );
				$seen = $this->state_of_refund( $run, $order );
			},
			fn () => $this->house->runner->advance( $run->id ),
		);

		self::assertSame( $taken_over, $seen );
		self::assertCount( 1, $this->payouts( $order ) );
		// What the slow one found out counts where nobody knew.
		self::assertSame( StepState::Done, $this->state_of_refund( $run, $order ) );
		self::assertSame( RunState::Completed, $this->drive( $run->id )->state );
		self::assertCount( 1, $this->payouts( $order ) );
	}

	public function test_a_worker_that_lost_its_lease_before_paying_does_not_pay(): void {
		$order = $this->order( [ 'gateway' => 'toy_nolookup' ] );
		$run   = $this->start_refund( $order );
		$other = new Assembly( $this->graph, new Trap() );
		$this->trap->set(
			1,
			function ( string $point ) use ( $other, $run ): void {
				self::assertSame( 'refund.claimed', $point );
				$this->clock->forward( 301 );
				$other->runner->advance( $run->id );
			},
		);
		$this->house->runner->advance( $run->id );

		self::assertCount( 1, $this->payouts( $order ), 'The one who took over paid, since nothing had been asked for.' );
		self::assertSame( StepState::Done, $this->state_of_refund( $run, $order ) );
	}

	public function test_a_worker_with_an_old_look_cannot_begin_what_another_one_is_at(): void {
		$order = $this->order( [ 'gateway' => 'toy_nolookup' ] );
		$run   = $this->start_refund( $order );
		$slow  = $this->step( $run, "refund:{$order->key()}" );
		$quick = $this->house->steps->claim( $slow, 'quick', [] );

		self::assertNotNull( $quick );
		self::assertNull( $this->house->steps->claim( $slow, 'slow', [] ) );
		self::assertNotNull( $this->house->steps->ask( $quick, 'quick', [] ) );
		self::assertNull( $this->house->steps->ask( $quick, 'slow', [] ) );
		$this->clock->forward( 300 );
		self::assertNull( $this->house->steps->ask( $quick, 'quick', [] ), 'Its lease is over.' );
	}

	/** Some shops write the refund first and ask the gateway afterwards; a worker died in between. */
	public function test_a_refund_in_the_books_alone_is_no_payout(): void {
		$order = $this->order( [ 'gateway' => 'toy_lost', 'total' => 4900 ] );
		$run   = $this->start_refund( $order );
		$step  = $this->step( $run, "refund:{$order->key()}" );
		$mine  = $this->house->steps->claim( $step, 'dies', $this->graph->sample()->store->before_refund( $order->id ) );
		self::assertNotNull( $mine );
		self::assertNotNull( $this->house->steps->ask( $mine, 'dies', [] ) );
		$this->graph->sample()->store->refund_by_hand( $order->id, new Money( 4900, 'USD' ), 'Written before the gateway was asked' );

		$run = $this->drive( $run->id );
		self::assertSame( [ StepState::Unknown, RunState::NeedsAttention ], [ $this->state_of_refund( $run, $order ), $run->state ] );
		$this->house->control->settle( $run, $step->key, 'not_paid', 'Nothing at the bank', $this->admin );
		$run = $this->drive( $run->id );
		self::assertSame( StepState::Manual, $this->state_of_refund( $run, $order ) );
		self::assertSame( [], $this->payouts( $order ) );
	}

	public function test_no_record_yet_is_not_no_payout(): void {
		$order = $this->order( [ 'gateway' => 'toy_nolookup' ] );
		$run   = $this->start_refund( $order );
		$step  = $this->step( $run, "refund:{$order->key()}" );
		$mine  = $this->house->steps->claim( $step, 'dies', [] );
		self::assertNotNull( $mine );
		self::assertNotNull( $this->house->steps->ask( $mine, 'dies', [] ) );

		$run = $this->drive( $run->id );
		self::assertSame( StepState::Unknown, $this->state_of_refund( $run, $order ) );
		self::assertSame( [], $this->payouts( $order ) );
	}

	public function test_a_run_that_was_stopped_under_a_slow_worker_does_not_pay(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );
		$this->trap->set(
			0,
			function ( string $point ) use ( $run ): void {
				self::assertSame( 'refund.before', $point );
				$paused = $this->house->control->stop( $run, $this->admin );
				$this->house->control->stop( $paused, $this->admin );
			},
		);
		$this->house->runner->advance( $run->id );

		self::assertSame( [], $this->payouts( $order ) );
		self::assertSame( StepState::Skipped, $this->state_of_refund( $run, $order ) );
		self::assertSame( RunState::Completed, $this->drive( $this->start_refund( $order )->id )->state );
		self::assertCount( 1, $this->payouts( $order ) );
	}

	public function test_a_run_that_was_only_paused_under_a_slow_worker_does_not_pay_either(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );
		$this->trap->set( 0, fn () => $this->house->control->stop( $run, $this->admin ) );
		$this->house->runner->advance( $run->id );

		self::assertSame( [], $this->payouts( $order ) );
		self::assertSame( StepState::Pending, $this->state_of_refund( $run, $order ) );
	}

	public function test_no_step_begins_without_the_claim_on_its_order(): void {
		$order = $this->order();
		$run   = $this->start_refund( $order );
		$this->house->claims->release( $run->id );
		$this->house->runner->advance( $run->id );

		self::assertSame( [], $this->payouts( $order ) );
	}

	public function test_the_switch_stops_a_run_within_one_step(): void {
		$orders = [ $this->order(), $this->order(), $this->order() ];
		$run    = $this->start_refund( ...$orders );
		$this->house->runner->advance( $run->id );
		$state = Processes::at_once(
			[
				function () use ( $run ): string {
					define( 'AMICABLE_NO_PAYOUTS', true );

					return $this->house->runner->advance( $run->id )->state->value;
				},
			],
		);

		self::assertSame( [ 'paused' ], $state );
		self::assertSame( 1, array_sum( array_map( fn ( OrderRef $order ): int => count( $this->payouts( $order ) ), $orders ) ) );
		$this->house->control->resume( $this->house->runner->get( $run->id ), $this->admin );
		self::assertSame( RunState::Completed, $this->drive( $run->id )->state );
	}

	protected function setUp(): void {
		parent::setUp();
		if ( ! function_exists( 'pcntl_fork' ) || ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'This PHP cannot start processes (pcntl, posix).' );
		}
	}

	/** @param Closure(array<string, mixed>, int): void $start */
	private function rounds( string $name, Closure $start ): void {
		$tally = new Tally( $name );
		try {
			for ( $round = 0; $round < ( Tally::is_whole() ? self::ROUNDS : 1 ); $round++ ) {
				$tally->begin();
				$email  = "together$round@example.com";
				$orders = array_map( fn ( string $gateway ): OrderRef => $this->order( [ 'email' => $email, 'gateway' => $gateway ] ), [ 'toy_nolookup', 'toy', 'toy_nolookup' ] );
				$start( $this->body( ...$orders ), $round );
				$open = $this->house->runs->open_of( $this->customer_of( $orders[0] ) );
				self::assertCount( 1, $open );
				$this->finish_with_many( $open[0], $tally, ...$orders );
				$tally->pass();
			}
		} finally {
			$tally->report();
		}
	}

	/** Many workers at one run, each with a gateway that takes its time. */
	private function finish_with_many( Run $run, Tally $tally, OrderRef ...$orders ): void {
		$answers = $this->at_once(
			8,
			function () use ( $run ): array {
				add_filter(
					'query',
					static function ( string $sql ): string {
						if ( str_contains( $sql, 'shop_payouts' ) && str_starts_with( $sql, 'INSERT' ) ) {
							usleep( 50_000 );
						}

						return $sql;
					},
				);
				$until = microtime( true ) + 60;
				do {
					$state = $this->house->runner->advance( $run->id )->state;
					usleep( 5_000 );
				} while ( $state->is_driven() && microtime( true ) < $until );

				return [ 'state' => $state->value ];
			},
		);
		foreach ( $orders as $order ) {
			$tally->order( count( $this->payouts( $order ) ) );
		}
		foreach ( $answers as $answer ) {
			self::assertSame( [ 'state' => 'completed' ], $answer );
		}
		foreach ( $orders as $order ) {
			self::assertCount( 1, $this->payouts( $order ) );
			self::assertTrue( $this->remaining( $order )->is_zero() );
		}
	}

	/**
	 * @param Closure(int): array<string, mixed> $work
	 * @return list<array<string, mixed>>
	 */
	private function at_once( int $times, Closure $work ): array {
		$works = array_map( static fn ( int $index ): Closure => static fn (): array => $work( $index ), range( 1, $times ) );

		/** @var list<array<string, mixed>> */
		return Processes::at_once( $works );
	}

	/** @return array<string, mixed> */
	private function body( OrderRef ...$orders ): array {
		$plan = $this->plan( $this->customer_of( $orders[0] ), Kind::Refund, Scope::orders( ...$orders ) );

		return [
			'plan_hash'      => $plan->hash( $this->clock->now()->getTimestamp() ),
			'customer_id'    => $plan->customer_id,
			'kind'           => 'refund',
			'scope'          => $plan->scope->to_value(),
			'confirm_orders' => count( $plan->refunds() ),
			'confirm_totals' => $plan->totals()->to_array(),
		];
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<string, mixed>
	 */
	private function post( array $body, string $key ): array {
		wp_set_current_user( $this->admin );
		$answer = $this->rest( 'POST', '/offboardings', $body, [ 'X-Amicable-Mode' => 'practice', 'Idempotency-Key' => $key ] );
		$data   = $this->json( $answer );

		return [
			'status' => $answer->get_status(),
			'id'     => $data['id'] ?? null,
			'state'  => $data['state'] ?? null,
			'code'   => $data['code'] ?? null,
		];
	}

	/**
	 * @param Closure(): void  $meanwhile
	 * @param Closure(): mixed $work
	 */
	private function while_paying( Closure $meanwhile, Closure $work ): void {
		$sprung = false;
		$filter = static function ( string $sql ) use ( $meanwhile, &$sprung ): string {
			if ( ! $sprung && str_contains( $sql, 'shop_payouts' ) && str_starts_with( $sql, 'INSERT' ) ) {
				$sprung = true;
				$meanwhile();
			}

			return $sql;
		};
		add_filter( 'query', $filter );
		$work();
		remove_filter( 'query', $filter );
		self::assertTrue( $sprung );
	}
}
