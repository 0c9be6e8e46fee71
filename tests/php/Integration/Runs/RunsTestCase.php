<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\AmicableException;
use Amicable\Graph;
use Amicable\Mode;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Plan;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Assembly;
use Amicable\Runs\Run;
use Amicable\Runs\StartOptions;
use Amicable\Storage\Database;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\MovableClock;
use Amicable\Tests\Support\Trap;
use Amicable\Values\Money;

/** Runs on the sample shop, whose bank only ever adds lines; or on a real one, whose bank is a file. */
abstract class RunsTestCase extends IntegrationTestCase {

	protected MovableClock $clock;

	protected Trap $trap;

	protected Graph $graph;

	protected Assembly $house;

	protected int $admin;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		// As WordPress itself runs: its database class answers false and connects again, it does not throw.
		mysqli_report( MYSQLI_REPORT_OFF );
		$this->clock = new MovableClock();
		$this->trap  = new Trap();
		$this->graph = new Graph( $this->mode(), '', $wpdb, $this->clock, $this->counts() );
		$this->graph->migrations()->run();
		$this->house = new Assembly( $this->graph, $this->trap );
		$this->admin = $this->as_role( 'administrator' )->ID;
	}

	protected function tearDown(): void {
		mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
		parent::tearDown();
	}

	protected function mode(): Mode {
		return Mode::Practice;
	}

	/** Whether customers' accounts are counted as things happen. */
	protected function counts(): bool {
		return true;
	}

	/** @param array{total?: int, currency?: string, gateway?: string, email?: string, dispute?: string, status?: string, paid?: bool, fee?: int|null} $spec */
	protected function order( array $spec = [] ): OrderRef {
		$now  = Database::time( $this->clock->now() );
		$shop = $this->graph->sample()->rows;
		$id   = $shop->add_order(
			[
				'number'         => 'S-' . wp_rand( 1000, 9999 ),
				'email'          => $spec['email'] ?? 'buyer@example.com',
				'name'           => 'Sample Buyer',
				'status'         => $spec['status'] ?? 'completed',
				'currency'       => $spec['currency'] ?? 'USD',
				'total'          => $spec['total'] ?? 4900,
				'fee'            => $spec['fee'] ?? null,
				'gateway'        => $spec['gateway'] ?? 'toy',
				'transaction_id' => bin2hex( random_bytes( 10 ) ),
				'dispute'        => $spec['dispute'] ?? 'none',
				'kind'           => 'sale',
				'created_at'     => $now,
				'paid_at'        => ( $spec['paid'] ?? true ) ? $now : null,
			],
		);
		$shop->add_line( $id, 1, 'Harborline Forms', $spec['total'] ?? 4900 );
		$ref = new OrderRef( 'sample', $id );
		$this->graph->projector()->order_changed( $ref );

		return $ref;
	}

	protected function license( OrderRef $order, int $sites = 1 ): string {
		$names = array_map( static fn ( int $number ): string => "https://site-$number.example", $sites > 0 ? range( 1, $sites ) : [] );

		return (string) $this->graph->sample()->access->add_license(
			[
				'order_id'    => $order->id,
				'license_key' => strtoupper( bin2hex( random_bytes( 8 ) ) ),
				'product'     => 'Harborline Forms',
				'status'      => 'active',
				'expires_at'  => Database::time( $this->clock->now()->modify( '+200 days' ) ),
			],
			$names,
		);
	}

	protected function subscription( OrderRef $order ): string {
		return (string) $this->graph->sample()->access->add_subscription(
			[
				'order_id'        => $order->id,
				'label'           => 'Harborline Forms, yearly',
				'status'          => 'active',
				'currency'        => 'USD',
				'amount'          => 4900,
				'next_payment_at' => Database::time( $this->clock->now()->modify( '+200 days' ) ),
			],
		);
	}

	protected function customer_of( OrderRef $ref ): int {
		return (int) $this->graph->order_facts()->customer_of( $ref );
	}

	protected function plan( int $customer, Kind $kind, Scope $scope ): Plan {
		return $this->house->plans->make( $customer, $kind, $scope );
	}

	protected function start( Plan $plan, ?int $case_id = null, string $reason = '', ?StartOptions $options = null ): Run {
		return $this->house->starter->start( $plan->customer_id, $plan->kind, $plan->scope, $plan->hash( $this->clock->now()->getTimestamp() ), count( $plan->refunds() ), $plan->totals()->all(), $case_id, $reason, $this->admin, $options ?? new StartOptions() );
	}

	protected function start_refund( OrderRef ...$orders ): Run {
		return $this->start( $this->plan( $this->customer_of( $orders[0] ), Kind::Refund, Scope::orders( ...$orders ) ) );
	}

	/** Lets the run go on until nothing happens without a person, waiting out every lease. */
	protected function drive( int $run_id ): Run {
		for ( $turn = 0; $turn < 1000; $turn++ ) {
			$run  = $this->house->runner->advance( $run_id );
			$next = $this->house->runner->next_at( $run_id );
			if ( $next === null ) {
				return $run;
			}
			$this->clock->forward( max( 0, $next->getTimestamp() - $this->clock->now()->getTimestamp() ) );
		}
		self::fail( 'The run never comes to rest.' );
	}

	/** As a person does who looks into the bank and says what is there. */
	protected function settle_by_the_bank( Run $run ): void {
		foreach ( $this->house->steps->of( $run->id ) as $step ) {
			if ( $step->state->can_be_settled() ) {
				$paid = ! $step->kind->moves_money() || $this->paid_out( new OrderRef( $step->store, (int) $step->target ) ) > 0;
				$this->house->control->settle( $this->house->runner->get( $run->id ), $step->key, $paid ? 'paid' : 'not_paid', 'Looked at the bank', $this->admin );
			}
		}
	}

	/** As a person does who leaves what was open before as it is, by name and with a reason. */
	protected function accept_what_is_open( Run $run ): Run {
		while ( $run->state === RunState::NeedsAttention ) {
			$line = array_values( array_filter( $run->proof['obligations'] ?? [], static fn ( array $line ): bool => $line['state'] === 'open' ) )[0] ?? null;
			self::assertNotNull( $line, 'Nothing is open that could be accepted.' );
			$this->house->control->accept( $run, $line['check'], $line['ref'], 'It was like that before', $this->admin );
			$run = $this->drive( $run->id );
		}

		return $run;
	}

	protected function step( Run $run, string $key ): Step {
		$step = $this->house->steps->find( $run->id, $key );
		self::assertNotNull( $step, "There is no step $key." );

		return $step;
	}

	protected function state_of_refund( Run $run, OrderRef $order ): StepState {
		return $this->step( $run, "refund:{$order->key()}" )->state;
	}

	/** What the bank sent out for an order. */
	protected function paid_out( OrderRef $order ): int {
		return array_sum( array_map( static fn ( array $payout ): int => (int) $payout['amount'], $this->payouts( $order ) ) );
	}

	/** @return list<array<string, string|null>> */
	protected function payouts( OrderRef $order ): array {
		$transaction = (string) ( $this->graph->sample()->rows->orders( [ $order->id ] )[0]['transaction_id'] ?? '' );

		return $this->graph->sample()->bank->payouts( $transaction );
	}

	protected function remaining( OrderRef $order ): Money {
		$read = $this->graph->stores()->order( $order );
		self::assertNotNull( $read );

		return $read->remaining();
	}

	protected function assertRefused( string $code, callable $act ): void {
		try {
			$act();
		} catch ( AmicableException $refusal ) {
			self::assertSame( $code, $refusal->reason, $refusal->getMessage() );
			return;
		}
		self::fail( "This should have been refused with $code." );
	}
}
