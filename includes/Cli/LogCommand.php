<?php
declare( strict_types=1 );

namespace Amicable\Cli;

use Amicable\Mode;
use Amicable\Storage\LogChain;
use Closure;
use WP_CLI;

/** The log of who did what. */
final class LogCommand {

	/** @param Closure(Mode): LogChain $log */
	public function __construct( private readonly Closure $log ) {
	}

	/**
	 * Reads the whole log and says whether every row still follows from the one before it.
	 *
	 * Ends with exit code 1 and the number of the first row that does not, so that a schedule of the server can raise the alarm.
	 *
	 * ## OPTIONS
	 *
	 * [--practice]
	 * : The log of the practice shop instead of the real one.
	 *
	 * ## EXAMPLES
	 *
	 *     wp amicable log verify
	 *
	 * @param list<string>             $arguments
	 * @param array<string, bool|string> $options
	 */
	public function verify( array $arguments, array $options ): void {
		$verdict = ( $this->log )( isset( $options['practice'] ) ? Mode::Practice : Mode::Live )->verify();
		if ( $verdict['broken_at'] !== null ) {
			/* translators: 1: number of a row, 2: number of rows before it. */
			WP_CLI::error( sprintf( __( 'Row %1$d of the log does not follow from the one before it. The %2$d rows before it are as they were written.', 'amicable' ), $verdict['broken_at'], $verdict['rows'] ) );
		}
		/* translators: %d: number of rows. */
		WP_CLI::success( sprintf( __( 'All %d rows of the log are as they were written.', 'amicable' ), $verdict['rows'] ) );
	}
}
