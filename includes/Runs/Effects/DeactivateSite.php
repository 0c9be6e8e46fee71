<?php
declare( strict_types=1 );

namespace Amicable\Runs\Effects;

use Amicable\Licensing\LicenseManager;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Effect;
use Amicable\Runs\Run;
use Amicable\Stores\Result;

/** Ends the use of a license on one site. */
final class DeactivateSite implements Effect {

	/** @param list<LicenseManager> $managers */
	public function __construct( private readonly array $managers ) {
	}

	public function kind(): StepKind {
		return StepKind::DeactivateSite;
	}

	public function before( Step $step ): array {
		return [];
	}

	public function carry_out( Run $run, Step $step ): Result {
		[ $license_id, $activation_id ] = array_pad( explode( ':', $step->target, 2 ), 2, '' );
		foreach ( $this->managers as $manager ) {
			if ( $manager->id() === $step->store ) {
				return $manager->deactivate( $license_id, $activation_id );
			}
		}

		return Result::refused( __( 'The plugin that manages this license is not active.', 'amicable' ) );
	}

	public function look_up( Run $run, Step $step ): ?Result {
		return null;
	}
}
