<?php
declare( strict_types=1 );

namespace Amicable\Disputes;

use Amicable\Jobs\Sweepable;
use Amicable\Storage\DisputeEvents;

/** Works in words about disputes that came before their order, or whose worker died. */
final class FoldDisputes implements Sweepable {

	public const NAME = 'fold_disputes';

	public function __construct(
		private readonly Recorder $recorder,
		private readonly DisputeEvents $events,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	public function run( array $args ): ?int {
		$this->recorder->fold_pending();

		return null;
	}

	public function due(): array {
		return $this->events->pending() === [] ? [] : [ [] ];
	}
}
