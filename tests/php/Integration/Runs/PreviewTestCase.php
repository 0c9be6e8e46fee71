<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Method;
use Amicable\Offboarding\Plan;
use Amicable\Offboarding\PlanItem;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Run;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\Tally;

/** What the plan said before anything moved, against what the bank and the books say afterwards. */
abstract class PreviewTestCase extends RunsTestCase {

	private int $approver;

	private Tally $tally;

	protected function setUp(): void {
		parent::setUp();
		$this->approver = $this->admin;
		$this->admin    = $this->as_role( 'administrator' )->ID;
	}

	/** What customers are worth has no say in what is paid back. */
	protected function counts(): bool {
		return false;
	}

	abstract protected function any_order( string $email ): OrderRef;

	/** Whether the order's gateway pays what it is asked for. */
	abstract protected function pays( OrderRef $order ): bool;

	/** Whether the shop books a refund before it asks the gateway: then one that is declined is left to a person, who pays it by hand. */
	protected function books_first(): bool {
		return false;
	}

	protected function compare_all( string $name, int $customers ): void {
		$seed = random_int( 1, 1_000_000 );
		mt_srand( $seed );
		$this->tally = new Tally( $name );
		try {
			for ( $customer = 0; $customer < $customers; $customer++ ) {
				$this->tally->begin();
				$this->walk( "customer $customer of seed $seed" );
				$this->tally->pass();
			}
		} finally {
			$this->tally->report();
		}
	}

	private function walk( string $what ): void {
		// A day lets only so much through, but always the first.
		$this->clock->forward( DAY_IN_SECONDS );
		$email  = bin2hex( random_bytes( 6 ) ) . '@example.com';
		$orders = array_map( fn (): OrderRef => $this->any_order( $email ), range( 1, mt_rand( 1, 5 ) ) );
		$all    = $this->plan( $this->customer_of( $orders[0] ), Kind::PartWays, Scope::all() );
		// What was asked of nobody yet: the books as they stand, so that only what this run pays is counted.
		$before = array_map( $this->paid_out( ... ), $orders );
		$left   = array_map( fn ( OrderRef $order ): int => $this->remaining( $order )->minor, $orders );
		$run    = $this->carry_out( $all, $orders[0], $what );
		foreach ( $orders as $index => $order ) {
			$this->compare( $run, self::refund_of( $all, $order ), $order, $before[ $index ], $left[ $index ], $what );
		}
	}

	private function carry_out( Plan $plan, OrderRef $first, string $what ): ?Run {
		if ( ! $plan->has_work() ) {
			self::assertSame( [], $plan->refunds(), $what );

			return null;
		}
		[ $case ] = $this->house->desk->open( $plan->customer_id, $this->admin, $this->admin, $first );
		$run      = $this->start( $plan, $case->id, 'Agreed by phone' );
		$this->house->control->approve( $run, $this->approver );
		for ( $round = 0; $round < 6; $round++ ) {
			$run = $this->drive( $run->id );
			if ( $run->state !== RunState::NeedsAttention ) {
				break;
			}
			$this->person( $run );
			$run = $this->house->runner->get( $run->id );
			if ( $run->state === RunState::NeedsAttention ) {
				break;
			}
		}

		return $run;
	}

	/** Looks into the bank for what is unknown, and pays by hand what the plan left to a person. */
	private function person( Run $run ): void {
		foreach ( $this->house->steps->of( $run->id ) as $step ) {
			if ( $step->state->can_be_settled() ) {
				$order = new OrderRef( $step->store, (int) $step->target );
				$paid  = $step->state === StepState::Manual || $this->paid_out( $order ) > 0;
				if ( $step->state === StepState::Unknown ) {
					$this->tally->unknown();
				}
				$this->house->control->settle( $this->house->runner->get( $run->id ), $step->key, $paid ? 'paid' : 'not_paid', 'Looked at the bank', $this->admin );
			}
		}
	}

	private function compare( ?Run $run, PlanItem $item, OrderRef $order, int $before, int $left_before, string $what ): void {
		$what = "$what, {$order->key()}";
		$pays = $item->method !== Method::Gateway || $this->pays( $order );
		$owed = $item->will && $item->method === Method::Gateway && $pays;
		$this->tally->order( count( $this->payouts( $order ) ), $owed );
		self::assertSame( $owed ? $item->amount?->minor : 0, $this->paid_out( $order ) - $before, "$what: the bank paid something else than the plan said." );
		$left = $this->remaining( $order )->minor;
		$booked = $pays || $this->books_first();
		self::assertSame( $item->will && $booked ? 0 : $left_before, $left, "$what: the books say something else than the plan." );
		if ( $run === null || !$item->will ) {
			return;
		}

		self::assertSame( $item->amount?->minor, $left_before, "$what: the plan is not what was left." );
		self::assertContains( $this->state_of_refund( $run, $order ), $booked ? [ StepState::Done ] : [ StepState::Failed, StepState::Unknown, StepState::Pending ], $what );
	}

	private static function refund_of( Plan $plan, OrderRef $order ): PlanItem {
		foreach ( $plan->items as $item ) {
			if ( $item->kind === StepKind::Refund && $item->target === (string) $order->id ) {
				return $item;
			}
		}
		self::fail( "The plan is silent about {$order->key()}." );
	}
}
