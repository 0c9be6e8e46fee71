<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Cases\Stage;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\Step;
use Amicable\Runs\Run;
use Amicable\Runs\StartOptions;
use Amicable\Storage\CaseQuery;
use Amicable\Storage\DatabaseError;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\Killed;
use Amicable\Tests\Support\Processes;
use Amicable\Tests\Support\Tally;
use Closure;
use TypeError;

/** A whole parting that is cut off at each of its points, and the bank that judges it. */
abstract class KillTestCase extends RunsTestCase {

	private int $approver;

	private int $made = 0;

	protected Tally $tally;

	protected function setUp(): void {
		parent::setUp();
		$this->approver = $this->admin;
		$this->admin    = $this->as_role( 'administrator' )->ID;
	}

	/**
	 * @param Closure(): Closure   $spring
	 * @param Closure(): void|null $mend   What makes the site whole again before somebody goes on.
	 */
	protected function cut_everywhere( string $how, Closure $spring, bool $in_a_process = false, ?Closure $mend = null ): void {
		$points      = $this->points();
		$this->tally = new Tally( $how );
		self::assertContains( 'refund.acted', $points );
		try {
			foreach ( self::turn( $points ) as $at => $point ) {
				$this->tally->begin();
				$orders = $this->scenario();
				$this->trap->set( $at, $spring() );
				if ( $in_a_process ) {
					self::assertSame( [ null ], Processes::at_once( [ fn () => $this->part( $orders ) ] ), "$point was not reached." );
				} else {
					$this->cut( fn () => $this->part( $orders ) );
				}
				$this->trap->set( PHP_INT_MAX, static fn () => null );
				$mend?->__invoke();
				$this->judge( $orders, "$how at $point ($at)", $mend !== null );
			}
		} finally {
			$this->tally->report();
		}
		self::assertTrue( $this->house->log->verify()['intact'], "$how: the log is broken." );
	}

	/**
	 * `npm run faults` takes each point; `npm test` those around money, and every fourth of the rest from a random start.
	 *
	 * @param list<string> $points
	 * @return array<int, string>
	 */
	private static function turn( array $points ): array {
		$first = random_int( 0, 3 );

		return Tally::is_whole() ? $points : array_filter( $points, static fn ( string $point, int $at ): bool => $at % 4 === $first || str_starts_with( $point, 'refund.' ), ARRAY_FILTER_USE_BOTH );
	}

	/** @return list<string> Every point of an undisturbed parting, from the code as it is. */
	private function points(): array {
		$this->tally = new Tally( 'undisturbed' );
		$orders      = $this->scenario();
		$this->trap->set( PHP_INT_MAX, static fn () => null );
		$this->part( $orders );
		$points = $this->trap->passed;
		$this->judge( $orders, 'undisturbed' );
		foreach ( $this->house->effects->kinds() as $kind ) {
			foreach ( [ 'before', 'claimed', 'acted', 'recorded' ] as $place ) {
				self::assertContains( "$kind->value.$place", $points );
			}
		}

		return $points;
	}

	/** @return non-empty-list<OrderRef> Three orders on three gateways, a license in use, a subscription, a download. */
	protected function scenario(): array {
		$email  = 'buyer' . ++$this->made . '@example.com';
		$orders = [
			$this->order( [ 'email' => $email ] ),
			$this->order( [ 'email' => $email, 'gateway' => 'toy_nolookup' ] ),
			$this->order( [ 'email' => $email, 'gateway' => 'toy', 'currency' => 'KRW', 'total' => 65000 ] ),
		];
		$this->license( $orders[0] );
		$this->subscription( $orders[0] );
		$this->graph->sample()->access->add_download( $orders[1]->id, 'harborline.zip' );

		return $orders;
	}

	/** @param non-empty-list<OrderRef> $orders */
	protected function part( array $orders ): void {
		$customer = $this->customer_of( $orders[0] );
		[ $case ] = $this->house->desk->open( $customer, $this->admin, $this->admin, $orders[0] );
		$run      = $this->start( $this->plan( $customer, Kind::PartWays, Scope::all() ), $case->id, 'Agreed by phone', options: new StartOptions( receipt: true ) );
		$this->house->control->approve( $run, $this->approver );
		$this->drive( $run->id );
	}

	private function cut( Closure $work ): void {
		try {
			$work();
		} catch ( Killed | TypeError | DatabaseError ) {
			return;
		}
	}

	/**
	 * @param non-empty-list<OrderRef> $orders
	 * @param bool                     $tries_again Whether a person has what failed for good tried again.
	 */
	protected function judge( array $orders, string $what, bool $tries_again = false ): void {
		$run = $this->recover( $orders, $tries_again );
		foreach ( $orders as $order ) {
			$this->tally->order( count( $this->payouts( $order ) ) );
		}
		self::assertSame( RunState::Completed, $run->state, $what );
		foreach ( $orders as $order ) {
			self::assertCount( 1, $this->payouts( $order ), "$what: {$order->key()} was paid back another number of times than once." );
			self::assertNotNull( $this->step( $run, "refund:{$order->key()}" )->asked_at(), "$what: {$order->key()} was paid without an intent." );
			self::assertTrue( $this->remaining( $order )->is_zero(), "$what: the shop does not know that {$order->key()} was paid back." );
		}
		self::assertSame( [], $this->house->claims->holders( array_map( static fn ( OrderRef $order ): string => "order:{$order->key()}", $orders ) ), "$what: a claim was left." );
		self::assertSame( Stage::Closed, $this->house->cases->find( (int) $run->case_id )?->state->stage, $what );
		$this->tally->pass();
	}

	/**
	 * Another worker, after the lease; and a person, where only a person can know.
	 *
	 * @param non-empty-list<OrderRef> $orders
	 */
	private function recover( array $orders, bool $tries_again ): Run {
		$this->clock->forward( 601 );
		$this->house->job->due();
		$run = $this->newest( $orders ) ?? $this->begin_again( $orders );
		if ( $run->state === RunState::AwaitingApproval ) {
			$this->house->control->approve( $run, $this->approver );
		}
		for ( $round = 0; $round < 5; $round++ ) {
			$run = $this->drive( $run->id );
			if ( $run->state !== RunState::NeedsAttention ) {
				break;
			}
			// Of a mail, too, nobody knows whether it was sent; but no money hangs on it.
			if ( array_filter( $this->house->steps->of( $run->id ), static fn ( Step $step ): bool => $step->kind->moves_money() && $step->state->can_be_settled() ) !== [] ) {
				$this->tally->unknown();
			}
			$this->settle_by_the_bank( $run );
			if ( $tries_again && $this->house->runner->get( $run->id )->state === RunState::NeedsAttention ) {
				$this->house->control->resume( $this->house->runner->get( $run->id ), $this->admin );
			}
		}
		$this->house->runner->advance( $run->id );

		return $run;
	}

	/** @param non-empty-list<OrderRef> $orders */
	private function newest( array $orders ): ?Run {
		$customer = $this->customer_of( $orders[0] );
		$case     = $this->house->cases->page( new CaseQuery( customer_id: $customer ), 1, 0 )[0] ?? null;

		return $case === null ? null : ( $this->house->runs->of_case( $case->id )[0] ?? null );
	}

	/** @param non-empty-list<OrderRef> $orders */
	private function begin_again( array $orders ): Run {
		$customer = $this->customer_of( $orders[0] );
		[ $case ] = $this->house->desk->open( $customer, $this->admin, $this->admin, $orders[0] );

		return $this->start( $this->plan( $customer, Kind::PartWays, Scope::all() ), $case->id, 'Agreed by phone', options: new StartOptions( receipt: true ) );
	}

	protected static function need_processes(): void {
		if ( ! function_exists( 'pcntl_fork' ) || ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'This PHP cannot start processes (pcntl, posix).' );
		}
	}
}
