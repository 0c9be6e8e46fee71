<?php
declare( strict_types=1 );

namespace Amicable\Runs\Effects;

use Amicable\Licensing\KeepsBefore;
use Amicable\Licensing\LicenseManager;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Effect;
use Amicable\Runs\Run;
use Amicable\Stores\Outcome;
use Amicable\Stores\Result;

/** Makes a key useless, and looks again whether it is. */
final class DisableLicense implements Effect {

	/** @param list<LicenseManager> $managers */
	public function __construct( private readonly array $managers ) {
	}

	public function kind(): StepKind {
		return StepKind::DisableLicense;
	}

	/** Where the shop's own refund has ended it already, what stood there at the start is all that is known. */
	public function before( Step $step ): array {
		foreach ( $this->managers as $manager ) {
			if ( $manager->id() === $step->store && $manager instanceof KeepsBefore ) {
				return $manager->license( $step->target )?->is_usable() === true || $step->was() === [] ? $manager->before( $step->target ) : $step->was();
			}
		}

		return [];
	}

	public function carry_out( Run $run, Step $step ): Result {
		foreach ( $this->managers as $manager ) {
			if ( $manager->id() === $step->store ) {
				return $this->disable( $manager, $step->target );
			}
		}

		return Result::refused( __( 'The plugin that manages this license is not active.', 'amicable' ) );
	}

	public function look_up( Run $run, Step $step ): ?Result {
		return null;
	}

	private function disable( LicenseManager $manager, string $id ): Result {
		$result = $manager->disable( $id );
		$after  = $result->outcome === Outcome::Done ? $manager->license( $id ) : null;

		return $after !== null && $after->is_usable() ? Result::refused( __( 'The license system answered yes, but the license can still be used.', 'amicable' ) ) : $result;
	}
}
