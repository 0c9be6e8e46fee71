<?php
declare( strict_types=1 );

namespace Amicable\Runs\Undoing;

use Amicable\Licensing\KeepsBefore;
use Amicable\Licensing\LicenseManager;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Run;
use Amicable\Stores\Result;

/** Makes a license work again as it did; the money stays where it is. */
final class GiveLicense implements Undo {

	/** @param list<LicenseManager> $managers */
	public function __construct( private readonly array $managers ) {
	}

	public function kind(): StepKind {
		return StepKind::DisableLicense;
	}

	public function standing( string $system, string $target ): array {
		return $this->keeper( $system )?->before( $target ) ?? [];
	}

	public function why_not( Run $run, Step $step ): ?string {
		if ( $this->keeper( $step->store ) === null ) {
			return __( 'This license system, if it is still there, gives a license back on its own screens only.', 'amicable' );
		}

		return self::before( $step ) === [] ? __( 'How this license was is not known here, or its system has no way back.', 'amicable' ) : null;
	}

	public function ref( Run $run, Step $step ): string {
		return "license:$step->store:$step->target";
	}

	public function take_back( Run $run, Step $step, string $reason, int $user_id ): Result {
		return $this->keeper( $step->store )?->restore( $step->target, self::before( $step ) ) ?? Result::refused( __( 'The plugin that manages this license is not active.', 'amicable' ) );
	}

	/** @return array<string, mixed> */
	private static function before( Step $step ): array {
		return $step->before === null || $step->before === [] ? $step->was() : $step->before;
	}

	private function keeper( string $system ): ?KeepsBefore {
		foreach ( $this->managers as $manager ) {
			if ( $manager->id() === $system && $manager instanceof KeepsBefore ) {
				return $manager;
			}
		}

		return null;
	}
}
