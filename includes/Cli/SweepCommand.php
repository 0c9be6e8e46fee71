<?php
declare( strict_types=1 );

namespace Amicable\Cli;

use Amicable\Jobs\Dispatcher;
use WP_CLI;

/** What is due, done now. */
final class SweepCommand {

	private const SECONDS = 300.0;

	public function __construct( private readonly Dispatcher $dispatcher ) {
	}

	/**
	 * Does what is due: runs that should be going on, receipts that are to be read back, imports and messages that wait.
	 *
	 * For a server whose own clock calls it every few minutes, and for whoever does not want to wait. May be called by several at once.
	 *
	 * ## EXAMPLES
	 *
	 *     wp amicable sweep
	 */
	public function __invoke(): void {
		$done = $this->dispatcher->catch_up( self::SECONDS );

		/* translators: %d: number of pieces of work. */
		WP_CLI::success( sprintf( _n( '%d piece of work was done.', '%d pieces of work were done.', $done, 'amicable' ), $done ) );
	}
}
