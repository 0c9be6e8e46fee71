<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Jobs\Jobs;
use Amicable\Practice\Cast;
use Amicable\Practice\Loader;
use Amicable\Practice\Progress;
use Amicable\Practice\Remover;

/** Loading and removing the sample shop. The same in both modes. */
final class PracticeController implements Controller {

	private const PATH = '/practice';

	public function __construct(
		private readonly Loader $loader,
		private readonly Remover $remover,
		private readonly Cast $cast,
		private readonly Jobs $jobs,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', self::PATH, Capability::SETTINGS, fn (): Reply => new Reply( $this->loader->progress()->to_array() ), answer: 'practice.state' ),
			new Route( 'POST', self::PATH, Capability::SETTINGS, fn (): Reply => $this->load(), answer: 'practice.state' ),
			new Route( 'GET', self::PATH . '/stories', Capability::VIEW, fn (): Reply => $this->stories(), answer: 'practice.story' ),
			new Route( 'DELETE', self::PATH, Capability::SETTINGS, fn (): Reply => $this->remove(), answer: 'practice.state' ),
		];
	}

	/** Begins, and asks a job to go on. Asked again while it loads, the page that waits drives it by a slice. */
	private function load(): Reply {
		$before = $this->loader->progress();
		$now    = $this->loader->start();
		if ( $before->is_loading() ) {
			$this->loader->step();
			$now = $this->loader->progress();
		}
		if ( $now->is_loading() ) {
			$this->jobs->enqueue( Loader::NAME );
		}

		return new Reply( $now->to_array(), 202 );
	}

	/** None before Practice is whole. */
	private function stories(): Reply {
		$stories = $this->loader->progress()->state === Progress::READY ? $this->cast->members() : [];

		return Pagination::numbered( $stories, count( $stories ), self::PATH . '/stories', [], 1, max( 1, count( $stories ) ) );
	}

	private function remove(): Reply {
		$this->remover->remove();

		return new Reply( Progress::absent()->to_array() );
	}
}
