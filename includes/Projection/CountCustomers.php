<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Clock;
use Amicable\Jobs\Sweepable;
use Amicable\Storage\Recounts;

/** Counts those whom a request that broke off left behind. */
final class CountCustomers implements Sweepable {

	private const SLICE = 100;

	/** A request that is still at it needs no help. */
	private const PATIENCE = '-60 seconds';

	public function __construct(
		private readonly Recounts $recounts,
		private readonly CustomerCounter $counter,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return 'count_customers';
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		$customers = $this->waiting( self::SLICE );
		$this->counter->count( $customers );

		return count( $customers ) === self::SLICE ? 1 : null;
	}

	public function due(): array {
		return $this->waiting( 1 ) === [] ? [] : [ [] ];
	}

	/** @return list<int> */
	private function waiting( int $limit ): array {
		return $this->recounts->waiting( $this->clock->now()->modify( self::PATIENCE ), $limit );
	}
}
