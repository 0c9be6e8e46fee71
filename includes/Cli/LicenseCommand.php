<?php
declare( strict_types=1 );

namespace Amicable\Cli;

use Amicable\AmicableException;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Undoing\Undoer;
use Amicable\Storage\Runs;
use Amicable\Storage\Steps;
use Amicable\Storage\Undos;
use Closure;
use WP_CLI;

/** Licenses that a run ended. */
final class LicenseCommand {

	/**
	 * @param Closure(): Undoer $undoer
	 * @param Closure(): Runs   $runs
	 * @param Closure(): Steps  $steps
	 * @param Closure(): Undos  $undos
	 */
	public function __construct(
		private readonly Closure $undoer,
		private readonly Closure $runs,
		private readonly Closure $steps,
		private readonly Closure $undos,
	) {
	}

	/**
	 * Gives back a license that a run ended, as it stood before. The button on the page of the run does the same.
	 *
	 * ## OPTIONS
	 *
	 * <system>
	 * : edd_sl, lmfwc, dlm, wc_am for WooCommerce API Manager, wc_software for WooCommerce Software Add-on.
	 *
	 * <license>
	 * : The number of the license, as the receipt has it.
	 *
	 * [--reason=<reason>]
	 * : Why; it is kept in the log.
	 *
	 * ## EXAMPLES
	 *
	 *     wp amicable license restore wc_am 12 --reason="They paid again"
	 *
	 * @param array{string, string}  $arguments
	 * @param array{reason?: string} $options
	 */
	public function restore( array $arguments, array $options = [] ): void {
		[ $system, $license ] = $arguments;

		$step = ( $this->steps )()->last_done( StepKind::DisableLicense, $system, $license );
		$run  = $step === null ? null : ( $this->runs )()->find( $step->run_id );
		if ( $step === null || $run === null ) {
			WP_CLI::error( __( 'No run ended this license.', 'amicable' ) );
		}
		try {
			( $this->undoer )()->undo( $run, $step->key, $options['reason'] ?? __( 'On the command line', 'amicable' ), $run->version, get_current_user_id() );
		} catch ( AmicableException $refusal ) {
			WP_CLI::error( $refusal->getMessage() );
		}
		$undo = ( $this->undos )()->of( $run->id )[ $step->id ] ?? null;
		if ( $undo === null || $undo['state'] !== Undos::DONE ) {
			WP_CLI::error( (string) ( $undo['message'] ?? __( 'The license was not changed.', 'amicable' ) ) );
		}
		/* translators: %d: number of a run. */
		WP_CLI::success( sprintf( __( 'The license that run %d ended is as it was before. Sites register themselves again.', 'amicable' ), $run->id ) );
	}
}
