<?php
declare( strict_types=1 );

namespace Amicable\Runs\Effects;

use Amicable\Licensing\SubscriptionManager;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Effect;
use Amicable\Runs\Run;
use Amicable\Stores\Outcome;
use Amicable\Stores\Result;

/** Stops further charges, at the gateway first. */
final class CancelSubscription implements Effect {

	/** @param list<SubscriptionManager> $managers */
	public function __construct( private readonly array $managers ) {
	}

	public function kind(): StepKind {
		return StepKind::CancelSubscription;
	}

	public function before( Step $step ): array {
		return [];
	}

	public function carry_out( Run $run, Step $step ): Result {
		foreach ( $this->managers as $manager ) {
			if ( $manager->id() === $step->store ) {
				return $this->cancel( $manager, $step );
			}
		}

		return Result::refused( __( 'The plugin that manages this subscription is not active.', 'amicable' ) );
	}

	public function look_up( Run $run, Step $step ): ?Result {
		return null;
	}

	/** The shop may have ended it in an attempt that the provider never heard of; then its word proves nothing. */
	private function cancel( SubscriptionManager $manager, Step $step ): Result {
		$result = $manager->subscription( $step->target ) === null ? Result::already( __( 'This subscription does not exist any more.', 'amicable' ) ) : $manager->cancel( $step->target );

		return $result->outcome === Outcome::Already && $step->was_doubted()
			? Result::unknown( __( 'In the shop the subscription has ended; whether the payment provider knows cannot be read from here. Look there, then say so here.', 'amicable' ) )
			: $result;
	}
}
