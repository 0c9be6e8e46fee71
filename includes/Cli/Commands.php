<?php
declare( strict_types=1 );

namespace Amicable\Cli;

use Amicable\Hookable;
use Amicable\Jobs\Dispatcher;
use Amicable\Mode;
use Amicable\Storage\LogChain;
use Closure;
use WP_CLI;

/** What can be asked on the command line of the server. */
final class Commands implements Hookable {

	/**
	 * @param Closure(Mode): LogChain   $log
	 * @param Closure(): LicenseCommand $licenses Of real runs.
	 */
	public function __construct(
		private readonly Closure $log,
		private readonly Closure $licenses,
		private readonly Dispatcher $dispatcher,
	) {
	}

	public function register(): void {
		if ( defined( 'WP_CLI' ) && constant( 'WP_CLI' ) === true ) {
			WP_CLI::add_command( 'amicable log', new LogCommand( $this->log ) );
			WP_CLI::add_command( 'amicable sweep', new SweepCommand( $this->dispatcher ) );
			WP_CLI::add_command( 'amicable packs', new PacksCommand() );
			WP_CLI::add_command( 'amicable license', ( $this->licenses )() );
		}
	}
}
