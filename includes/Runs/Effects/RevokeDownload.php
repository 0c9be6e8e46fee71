<?php
declare( strict_types=1 );

namespace Amicable\Runs\Effects;

use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Effect;
use Amicable\Runs\Run;
use Amicable\Stores\Result;
use Amicable\Stores\Stores;

/** Closes one download permission; its log stays. */
final class RevokeDownload implements Effect {

	public function __construct( private readonly Stores $stores ) {
	}

	public function kind(): StepKind {
		return StepKind::RevokeDownload;
	}

	public function before( Step $step ): array {
		return [];
	}

	public function carry_out( Run $run, Step $step ): Result {
		return $this->stores->get( $step->store )->revoke_download( $step->target );
	}

	public function look_up( Run $run, Step $step ): ?Result {
		return null;
	}
}
