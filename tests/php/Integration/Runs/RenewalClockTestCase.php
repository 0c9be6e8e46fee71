<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Offboarding\Kind;
use Amicable\Offboarding\RunState;
use Amicable\Offboarding\Scope;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\Tally;
use DateTimeImmutable;

/** Everybody has left but one. Then more than a year goes by, and whatever renews subscriptions there does its work. */
abstract class RenewalClockTestCase extends RunsTestCase {

	private const LEFT = 20;

	private const LATER = '+13 months';

	private int $approver;

	protected function setUp(): void {
		parent::setUp();
		$this->approver = $this->admin;
		$this->admin    = $this->as_role( 'administrator' )->ID;
	}

	/** @return array{OrderRef, string} An order and the subscription that began with it. */
	abstract protected function a_subscriber( string $email ): array;

	/** @return array<string, int> Subscription => how often it was charged until then. */
	abstract protected function charges_until( DateTimeImmutable $until ): array;

	protected function compare_all( string $name ): void {
		$tally         = new Tally( $name );
		$subscriptions = [];
		try {
			for ( $number = 0; $number < self::LEFT; $number++ ) {
				$tally->begin();
				[ $order, $subscription ] = $this->a_subscriber( "left$number@example.com" );
				$this->part( $order );
				$subscriptions[] = $subscription;
			}
			$stays       = $this->a_subscriber( 'stays@example.com' )[1];
			$charges     = $this->charges_until( ( new DateTimeImmutable() )->modify( self::LATER ) );
			self::assertGreaterThan( 0, $charges[ $stays ] ?? 0, 'Who stays is charged, or nothing is proven here.' );
			foreach ( $subscriptions as $subscription ) {
				$tally->order( $charges[ $subscription ] ?? 0, false );
				self::assertSame( 0, $charges[ $subscription ] ?? 0, "Subscription $subscription was charged after its customer had left." );
				$tally->pass();
			}
		} finally {
			$tally->report();
		}
	}

	private function part( OrderRef $order ): void {
		$this->clock->forward( DAY_IN_SECONDS );
		$this->graph->projector()->order_changed( $order );
		$customer = $this->customer_of( $order );
		[ $case ] = $this->house->desk->open( $customer, $this->admin, $this->admin, $order );
		$run      = $this->start( $this->plan( $customer, Kind::PartWays, Scope::all() ), $case->id, 'Agreed by phone' );
		$this->house->control->approve( $run, $this->approver );
		for ( $round = 0; $round < 4; $round++ ) {
			$run = $this->drive( $run->id );
			if ( $run->state !== RunState::NeedsAttention ) {
				break;
			}
			foreach ( $this->house->steps->of( $run->id ) as $step ) {
				if ( $step->state->can_be_settled() ) {
					$this->house->control->settle( $this->house->runner->get( $run->id ), $step->key, 'paid', 'Transferred', $this->admin );
				}
			}
		}
		self::assertSame( RunState::Completed, $run->state );
	}
}
