<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Offboarding\Step;
use Amicable\Storage\Steps;
use Throwable;

/**
 * Lets go of a step when its worker ends in the middle, by an exception or by a fatal error, so that nobody has to wait for the lease.
 * Not once money was asked for: what we gave up hearing may still be under way, and the provider's record not yet written.
 */
final class Watch {

	private ?Step $step = null;

	private string $token = '';

	private bool $is_registered = false;

	public function __construct( private readonly Steps $steps ) {
	}

	public function over( Step $step, string $token ): void {
		$this->step  = $step;
		$this->token = $token;
		if ( $this->is_registered ) {
			return;
		}

		register_shutdown_function( $this->end( ... ) );
		$this->is_registered = true;
	}

	public function keep_lease(): void {
		$this->step = null;
	}

	/** Does nothing to a step whose outcome is written: its token is gone. */
	public function end(): void {
		$step       = $this->step;
		$this->step = null;
		if ( $step === null ) {
			return;
		}
		try {
			$this->steps->let_go( $step, $this->token );
		} catch ( Throwable ) {
			// Without a database the lease runs out by itself.
			return;
		}
	}
}
