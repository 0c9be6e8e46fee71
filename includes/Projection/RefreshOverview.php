<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Jobs\Job;

/** Adds up the overview's sums where that takes too long to wait for. */
final class RefreshOverview implements Job {

	public const NAME = 'refresh_overview';

	public function __construct( private readonly OverviewTotals $totals ) {
	}

	public function name(): string {
		return self::NAME;
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		$this->totals->renew();

		return null;
	}
}
