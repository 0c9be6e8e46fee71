<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\CurrentMode;
use Amicable\Hookable;
use Amicable\Mode;
use Closure;

/** `npm run demo` asks for data by an action of its own; here Practice answers, and the one who looks sees it at once. */
final class DemoLoad implements Hookable {

	private const PROGRESS = 'amicable_demo_progress';

	/** What the terminal says while each phase goes on. */
	private const AT = [
		'shop'      => 'stocking the sample shop',
		'orders'    => 'reading orders',
		'tickets'   => 'reading tickets',
		'standings' => 'sorting new questions from repeated ones',
		'stories'   => 'telling what people did',
		'accounts'  => 'counting every account',
	];

	/** @param Closure(): Loader $loader */
	public function __construct(
		private readonly Closure $loader,
		private readonly CurrentMode $mode,
	) {
	}

	public function register(): void {
		add_action( 'amicable_demo_load', $this->load( ... ) );
	}

	/** Beside a real shop, too: that one has no orders yet, and leaving Practice leads there. */
	private function load(): void {
		$this->mode->set( get_current_user_id(), Mode::Practice );
		$this->tell( ( $this->loader )()->load_now( $this->tell( ... ) ) );
	}

	private function tell( Progress $now ): void {
		$state = match ( $now->state ) {
			Progress::READY   => 'done',
			Progress::LOADING => 'running',
			default           => 'failed',
		};
		update_option(
			self::PROGRESS,
			[
				'state'   => $state,
				'done'    => $now->done,
				'total'   => $now->total,
				'message' => match ( $state ) {
					'failed'  => 'Practice could not be loaded; the log says why.',
					'running' => self::AT[ $now->phase ] ?? '',
					default   => '',
				},
			],
			false
		);
	}
}
