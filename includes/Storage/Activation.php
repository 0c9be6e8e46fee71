<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Admin\Roles;
use Amicable\Graph;
use Amicable\Hookable;
use Amicable\Jobs\Schedule;
use Amicable\Mode;
use Amicable\Stores\ImportOrders;
use Closure;

/**
 * What has to be there before anything else works. Done at activation, and again on the first request after an update,
 * on a site that a network made later, or where a table was lost: an autoloaded option says whether there is anything to do.
 */
final class Activation implements Hookable {

	/** @param Closure(Mode): Graph $graph */
	public function __construct(
		private readonly string $file,
		private readonly Closure $graph,
		private readonly Secret $secret,
		private readonly Schedule $schedule,
	) {
	}

	public function register(): void {
		register_activation_hook( $this->file, $this->activate( ... ) );
		register_deactivation_hook( $this->file, $this->schedule->clear( ... ) );
		add_action( 'init', $this->upgrade( ... ), 0 );
	}

	/** A network activation prepares this site; each other site prepares itself on its first request. */
	private function activate(): void {
		$this->install();
		Home::settle();
	}

	private function upgrade(): void {
		if ( ! $this->migrations( Mode::Live )->is_current() ) {
			$this->install();
		}
		$practice = $this->migrations( Mode::Practice );
		if ( $practice->is_installed() && ! $practice->is_current() ) {
			$practice->run();
		}
	}

	private function install(): void {
		$this->secret->value();
		$this->migrations( Mode::Live )->run();
		if ( get_option( Home::OPTION ) === false ) {
			Home::settle();
		}
		( new Roles() )->install();
		$this->schedule->set();
		( $this->graph )( Mode::Live )->jobs()->enqueue( ImportOrders::NAME );
	}

	private function migrations( Mode $mode ): Migrations {
		return ( $this->graph )( $mode )->migrations();
	}
}
