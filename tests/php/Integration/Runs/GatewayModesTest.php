<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\RunState;
use Amicable\Offboarding\StepState;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\Tally;
use Amicable\Values\Money;
use PHPUnit\Framework\Attributes\Group;

/** Every way in which a toy gateway ends × what had happened to the order before. Nothing is paid twice, nothing is called done unproven. */
#[Group( 'faults' )]
final class GatewayModesTest extends RunsTestCase {

	/** How a gateway ends, and whether the order is owed a payout by it. */
	private const GATEWAYS = [
		'toy'           => [ StepState::Done, true ],
		'toy_nolookup'  => [ StepState::Done, true ],
		'toy_manual'    => [ StepState::Manual, false ],
		'toy_decline'   => [ StepState::Failed, false ],
		'toy_lost'      => [ StepState::Unknown, true ],
		'toy_timeout'   => [ StepState::Unknown, true ],
		'toy_exception' => [ StepState::Unknown, true ],
		'toy_error'     => [ StepState::Unknown, true ],
	];

	public function test_no_way_of_failing_pays_twice_or_is_called_done_without_proof(): void {
		$tally = new Tally( 'gateway_modes' );
		try {
			foreach ( self::GATEWAYS as $gateway => [ $ends, $owed ] ) {
				foreach ( [ 'full', 'partly_refunded', 'second_attempt' ] as $case ) {
					$tally->begin();
					$this->walk( $tally, $gateway, $case, $ends, $owed );
					$tally->pass();
				}
			}
		} finally {
			$tally->report();
		}
	}

	private function walk( Tally $tally, string $gateway, string $case, StepState $ends, bool $owed ): void {
		$order = $this->order( [ 'gateway' => $gateway, 'email' => bin2hex( random_bytes( 6 ) ) . '@example.com' ] );
		if ( $case === 'partly_refunded' ) {
			$this->graph->sample_store()->refund_by_hand( $order->id, new Money( 900, 'USD' ), 'Given back earlier' );
		}
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
