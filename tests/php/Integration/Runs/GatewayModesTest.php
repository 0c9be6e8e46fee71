<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Offboarding\StepState;
use Amicable\Storage\LooseEnds;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\Tally;
use Amicable\Values\Money;
use PHPUnit\Framework\Attributes\Group;

/** Every way in which a toy gateway ends × what had happened to the order before. Nothing is paid twice, nothing is called done unproven. */
#[Group( 'faults' )]
final class GatewayModesTest extends RunsTestCase {

	private const CASES = [ 'full', 'partly_refunded', 'second_attempt' ];

	/**
	 * How a gateway ends: without a key and a record, and with both.
	 *
	 * Each with how the step ends, and whether the customer is paid by it.
	 */
	private const GATEWAYS = [
		'toy_nolookup'   => [ StepState::Done, true ],
		'toy'            => [ StepState::Done, true ],
		'toy_manual'     => [ StepState::Manual, false ],
		'toy_decline'    => [ StepState::Failed, false ],
		'toy_silent'     => [ StepState::Unknown, false ],
		'toy_silent_key' => [ StepState::Unknown, false ],
		'toy_broken'     => [ StepState::Unknown, false ],
		'toy_broken_key' => [ StepState::Unknown, false ],
		'toy_timeout'    => [ StepState::Unknown, true ],
		'toy_lost'       => [ StepState::Unknown, true ],
		'toy_exception'  => [ StepState::Unknown, true ],
		'toy_error'      => [ StepState::Unknown, true ],
		'toy_error_key'  => [ StepState::Unknown, true ],
		'toy_early'      => [ StepState::Done, true ],
		'toy_early_key'  => [ StepState::Done, true ],
		'toy_twice'      => [ StepState::Done, true ],
		'toy_twice_key'  => [ StepState::Done, true ],
	];

	/** They say that they paid, and paid nothing or less. Whoever can be asked is not believed; of the other, the receipt says whose word it is. */
	private const LIARS = [
		'toy_liar'     => [ StepState::Done, 0 ],
		'toy_liar_key' => [ StepState::Unknown, 0 ],
		'toy_less'     => [ StepState::Done, 1000 ],
		'toy_less_key' => [ StepState::Unknown, 1000 ],
	];

	public function test_no_way_of_failing_pays_twice_or_is_called_done_without_proof(): void {
		$tally = new Tally( 'gateway_modes' );
		try {
			foreach ( $this->cases() as [ $gateway, $case ] ) {
				$tally->begin();
				isset( self::GATEWAYS[ $gateway ] ) ? $this->walk( $tally, $gateway, $case, ...self::GATEWAYS[ $gateway ] ) : $this->lie( $tally, $gateway, $case, ...self::LIARS[ $gateway ] );
				$tally->pass();
			}
			foreach ( [ 'toy_nolookup', 'toy' ] as $gateway ) {
				foreach ( self::CASES as $case ) {
					$tally->begin();
					$this->fail_later( $tally, $gateway, $case );
					$tally->pass();
				}
			}
		} finally {
			$tally->report();
		}
	}

	/** @return iterable<array{string, string}> In `npm test`, each gateway in one case, and each case of some gateway. */
	private function cases(): iterable {
		foreach ( array_keys( self::GATEWAYS + self::LIARS ) as $place => $gateway ) {
			foreach ( Tally::is_whole() ? self::CASES : [ self::CASES[ $place % 3 ] ] as $case ) {
				yield [ $gateway, $case ];
			}
		}
	}

	private function walk( Tally $tally, string $gateway, string $case, StepState $ends, bool $owed ): void {
		$order  = $this->order_at( $gateway, $case );
		$wanted = $this->remaining( $order )->minor;
		$run    = $this->drive( $this->start_refund( $order )->id );
		self::assertSame( $ends, $this->state_of_refund( $run, $order ), "$gateway, $case" );
		$this->is_shown( $run->id, $order, $ends );
		if ( $case === 'second_attempt' && $run->state === RunState::NeedsAttention && $ends !== StepState::Manual ) {
			$this->house->control->resume( $run, $this->admin );
			$run = $this->drive( $run->id );
		}
		if ( $this->state_of_refund( $run, $order ) === StepState::Unknown ) {
			$tally->unknown();
			$this->settle_by_the_bank( $run );
			$this->drive( $run->id );
		}
		$tally->order( count( $this->payouts( $order ) ), $owed );
		self::assertSame( $owed ? $wanted : 0, $this->paid_out( $order ), "$gateway, $case: paid another sum." );
		self::assertSame( $owed ? 0 : $wanted, $this->remaining( $order )->minor, "$gateway, $case: the books." );
	}

	private function lie( Tally $tally, string $gateway, string $case, StepState $ends, int $short ): void {
		$order  = $this->order_at( $gateway, $case );
		$wanted = $this->remaining( $order )->minor;
		$run    = $this->drive( $this->start_refund( $order )->id );
		if ( $case === 'second_attempt' && $run->state === RunState::NeedsAttention ) {
			$this->house->control->resume( $run, $this->admin );
			$run = $this->drive( $run->id );
		}
		$step = $this->step( $run, "refund:{$order->key()}" );
		self::assertSame( $ends, $step->state, "$gateway, $case" );
		self::assertSame( $ends === StepState::Done, $step->evidence['on_word'] ?? false, "$gateway, $case: whose word it is." );
		$this->is_shown( $run->id, $order, $ends );
		self::assertSame( $short === 0 ? 0 : $wanted - $short, $this->paid_out( $order ), "$gateway, $case" );
		$tally->order( count( $this->payouts( $order ) ), $short > 0 );
		if ( $ends === StepState::Unknown ) {
			$tally->unknown();
		}
	}

	/** The bank sends the money back a day after all was well; the shop takes the refund out of its books. */
	private function fail_later( Tally $tally, string $gateway, string $case ): void {
		$order = $this->order_at( $gateway, $case );
		$run   = $this->accept_what_is_open( $this->drive( $this->start_refund( $order )->id ) );
		self::assertSame( [ StepState::Done, null ], [ $this->state_of_refund( $run, $order ), $run->broken_at ], 'The test must be able to fail.' );
		$this->graph->database()->write( "DELETE FROM {$this->graph->database()->table( 'shop_refunds' )} WHERE order_id = %d AND by_gateway = 1", [ $order->id ] );
		$this->graph->sample()->rows->set_status( $order->id, 'completed' );
		$this->clock->forward( DAY_IN_SECONDS );
		$this->house->repeat->run( [ 'run_id' => $run->id ] );
		self::assertNotNull( $this->house->runner->get( $run->id )->broken_at, "$gateway, $case: nobody noticed." );
		$this->graph->loose_end_counter()->recount( [ $run->customer_id ] );
		$ends = array_filter( $this->graph->loose_end_list()->page( LooseEnds::OPEN, null, 99, 0 ), static fn ( array $end ): bool => (int) $end['order_id'] === $order->id && $end['kind'] === 'failed_payout' );
		self::assertCount( 1, $ends, "$gateway, $case" );
		if ( $case === 'second_attempt' ) {
			$this->drive( $this->start( $this->plan( $run->customer_id, Kind::Finish, Scope::loose_ends( (int) array_values( $ends )[0]['id'] ) ) )->id );
		}
		self::assertCount( 1, $this->payouts( $order ), "$gateway, $case: the gateway is not asked again." );
		$tally->order( 1 );
	}

	private function order_at( string $gateway, string $case ): OrderRef {
		$order = $this->order( [ 'gateway' => $gateway, 'email' => bin2hex( random_bytes( 6 ) ) . '@example.com' ] );
		if ( $case === 'partly_refunded' ) {
			$this->graph->sample()->store->refund_by_hand( $order->id, new Money( 900, 'USD' ), 'Given back earlier' );
		}

		return $order;
	}

	/** Whatever is not proven says so, and says what to do. */
	private function is_shown( int $run_id, OrderRef $order, StepState $ends ): void {
		$run  = $this->house->runner->get( $run_id );
		$step = $this->step( $run, "refund:{$order->key()}" );
		if ( $ends === StepState::Done ) {
			self::assertNotNull( $step->receipt );
		} else {
			self::assertNotSame( '', (string) $step->message );
			self::assertSame( RunState::NeedsAttention, $run->state );
		}
	}
}
