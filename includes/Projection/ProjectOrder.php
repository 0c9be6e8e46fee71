<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Jobs\Job;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Stores;

/** Reads one order again, away from the buyer's request. */
final class ProjectOrder implements Job {

	public const NAME = 'project_order';

	public function __construct(
		private readonly Projector $projector,
		private readonly LooseEndCounter $loose_ends,
		private readonly Stores $stores,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	/** @param array<string, int|string> $args `store` and `id`. A shop that was switched off meanwhile is asked again by its next import. */
	public function run( array $args ): ?int {
		$store = (string) ( $args['store'] ?? '' );
		if ( $this->stores->has( $store ) ) {
			$this->loose_ends->recount( $this->projector->order_changed( new OrderRef( $store, (int) ( $args['id'] ?? 0 ) ) ) );
		}

		return null;
	}
}
