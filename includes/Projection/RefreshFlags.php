<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Jobs\Daily;
use Amicable\Storage\Flags;

/** Judges again everybody with a flag, once a day: windows end and snoozes run out without anybody doing anything. */
final class RefreshFlags implements Daily {

	private const SLICE = 200;

	public function __construct(
		private readonly Flags $flags,
		private readonly Projector $projector,
	) {
	}

	public function name(): string {
		return 'refresh_flags';
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		$until = time() + 15;
		$after = 0;
		do {
			$customers = $this->flags->customers_with_live( $after, self::SLICE );
			$this->projector->project_all( $customers );
			$after = $customers === [] ? $after : max( $customers );
		} while ( $customers !== [] && time() < $until );

		return null;
	}
}
