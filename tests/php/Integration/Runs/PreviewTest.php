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
use Amicable\Values\Money;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** What the plan said before anything moved, against what the bank and the books say afterwards, for customers of every mixture. */
#[Group( 'faults' )]
final class PreviewTest extends RunsTestCase {

	/** Each slice begins with an empty shop: the sample shop is looked through from end to end, so that a full one would only take longer. */
	private const SLICES = 40;

	private const OF_EACH = 250;

	private const FEW = 40;

	/** Currencies without, with two and with three decimals. */
	private const CURRENCIES = [ 'USD', 'EUR', 'JPY', 'KRW', 'KWD', 'TRY' ];

	private const GATEWAYS = [ 'toy', 'toy', 'toy_nolookup', 'toy_manual', 'toy_decline', 'toy_lost', 'toy_timeout' ];

	private const DISPUTES = [ 'none', 'none', 'none', 'none', 'none', 'none', 'won', 'open', 'lost' ];

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

	/** @return iterable<string, array{int}> */
	public static function slices(): iterable {
		foreach ( Tally::share( Tally::is_whole() ? self::SLICES : 1 ) as $slice ) {
			yield "slice $slice" => [ Tally::is_whole() ? self::OF_EACH : self::FEW ];
		}
	}

	#[DataProvider( 'slices' )]
	public function test_what_the_plan_promises_is_what_is_paid_to_the_minor_unit( int $customers ): void {
		$seed = random_int( 1, 1_000_000 );
		mt_srand( $seed );
		$this->tally = new Tally( 'preview' );
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
		$email  = bin2hex( random_bytes( 6 ) ) . '@example.com';
		$orders = array_map( fn (): OrderRef => $this->any_order( $email ), range( 1, mt_rand( 1, 5 ) ) );
		$all    = $this->plan( $this->customer_of( $orders[0] ), Kind::PartWays, Scope::all() );
		// What was asked of nobody yet: the books as they stand, so that only what this run pays is counted.
		$before = array_map( $this->paid_out( ... ), $orders );
		$run    = $this->carry_out( $all, $orders[0], $what );
		foreach ( $orders as $index => $order ) {
			$this->compare( $run, self::refund_of( $all, $order ), $order, $before[ $index ], $what );
		}
	}

	private function any_order( string $email ): OrderRef {
		$total = mt_rand( 1, 20_000_000 );
		$paid  = mt_rand( 0, 9 ) > 0;
		$order = $this->order(
			[
				'email'    => $email,
				'total'    => $total,
				'currency' => self::CURRENCIES[ array_rand( self::CURRENCIES ) ],
				'gateway'  => self::GATEWAYS[ array_rand( self::GATEWAYS ) ],
				'dispute'  => self::DISPUTES[ array_rand( self::DISPUTES ) ],
				'status'   => $paid ? 'completed' : 'pending',
				'paid'     => $paid,
			],
		);
		if ( $paid && $total > 1 && mt_rand( 0, 2 ) === 0 ) {
			$this->graph->sample_store()->refund_by_hand( $order->id, new Money( mt_rand( 1, $total - 1 ), $this->remaining( $order )->currency ), 'Given back earlier' );
		}

		return $order;
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

	private function compare( ?Run $run, PlanItem $item, OrderRef $order, int $before, string $what ): void {
		$what    = "$what, {$order->key()}";
		$gateway = (string) ( $this->graph->sample_shop()->orders( [ $order->id ] )[0]['gateway'] ?? '' );
		$paid    = $this->paid_out( $order ) - $before;
		$owed    = $item->will && $item->method === Method::Gateway && $gateway !== 'toy_decline';
		$this->tally->order( count( $this->payouts( $order ) ), $owed );
		self::assertSame( $owed ? $item->amount?->minor : 0, $paid, "$what: the bank paid something else than the plan said." );
		if ( $run === null || ! $item->will ) {
			return;
		}
		$left = $this->remaining( $order );
		self::assertSame( $gateway === 'toy_decline' && $item->method === Method::Gateway ? $item->amount?->minor : 0, $left->minor, "$what: the books say something else than the plan." );
		self::assertSame( $left->is_zero() ? StepState::Done : StepState::Failed, $this->state_of_refund( $run, $order ), $what );
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
