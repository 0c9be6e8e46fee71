<?php
declare( strict_types=1 );

namespace Amicable\Cli;

use Amicable\Licensing\KeepsBefore;
use Amicable\Licensing\LicenseManager;
use Amicable\Offboarding\StepKind;
use Amicable\Storage\LogChain;
use Amicable\Storage\Steps;
use Amicable\Stores\Outcome;
use Closure;
use WP_CLI;

/** Licenses that a run ended. */
final class LicenseCommand {

	/**
	 * @param Closure(): list<LicenseManager> $managers
	 * @param Closure(): Steps                $steps
	 * @param Closure(): LogChain             $log
	 */
	public function __construct(
		private readonly Closure $managers,
		private readonly Closure $steps,
		private readonly Closure $log,
	) {
	}

	/**
	 * Brings back a license that a run ended, as it stood before, in a system that has no way of its own to do that.
	 *
	 * ## OPTIONS
	 *
	 * <system>
	 * : wc_am for WooCommerce API Manager, wc_software for WooCommerce Software Add-on.
	 *
	 * <license>
	 * : The number of the license, as the receipt has it.
	 *
	 * ## EXAMPLES
	 *
	 *     wp amicable license restore wc_am 12
	 *
	 * @param array{string, string} $arguments
	 */
	public function restore( array $arguments ): void {
		[ $system, $license ] = $arguments;

		$step = ( $this->steps )()->last_done( StepKind::DisableLicense, $system, $license );
		if ( $step === null ) {
			WP_CLI::error( __( 'No run ended this license.', 'amicable' ) );
		}
		$result = $this->manager( $system )->restore( $license, $step->before ?? [] );
		if ( $result->outcome === Outcome::Already ) {
			WP_CLI::success( __( 'This license is not ended any more.', 'amicable' ) );

			return;
		}
		if ( $result->outcome !== Outcome::Done ) {
			WP_CLI::error( (string) $result->message );
		}
		( $this->log )()->append( 'license_restored', 'run', $step->run_id, null, get_current_user_id(), [ 'license' => "$system:$license" ] );
		/* translators: %d: number of a run. */
		WP_CLI::success( sprintf( __( 'The license that run %d ended is as it was before. Sites register themselves again.', 'amicable' ), $step->run_id ) );
	}

	private function manager( string $system ): KeepsBefore {
		foreach ( ( $this->managers )() as $manager ) {
			if ( $manager->id() === $system && $manager instanceof KeepsBefore ) {
				return $manager;
			}
		}
		WP_CLI::error( __( 'This license system is not there, or brings a license back on its own screen.', 'amicable' ) );
	}
}
