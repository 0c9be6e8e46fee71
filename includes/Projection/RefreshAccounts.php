<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Clock;
use Amicable\Jobs\Daily;
use Amicable\Ledger\Inputs;
use Amicable\Storage\Accounts;
use Amicable\Storage\Bins;

/** Once a day: rushes that ended too long ago are forgotten, and the sizes that lists show are counted. */
final class RefreshAccounts implements Daily {

	private const SLICE = 200;

	public function __construct(
		private readonly Accounts $accounts,
		private readonly Projector $projector,
		private readonly Bins $bins,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return 'refresh_accounts';
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		$before    = $this->clock->now()->modify( '-' . Inputs::PEAK_MEMORY_DAYS . ' days' );
		$customers = $this->accounts->with_peak_before( $before, self::SLICE );
		$this->projector->project_all( $customers );
		if ( count( $customers ) === self::SLICE ) {
			return 1;
		}
		$this->bins->recount();

		return null;
	}
}
