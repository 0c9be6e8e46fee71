<?php
declare( strict_types=1 );

namespace Amicable\Jobs;

/** Work done in slices of a few seconds. Safe to run twice, at once, or never to finish. */
interface Job {

	/** Verb phrase, 'import_orders'. */
	public function name(): string;

	/**
	 * Does one slice.
	 *
	 * @param array<string, int|string> $args
	 * @return int|null Seconds until the next slice; null when there is nothing left.
	 */
	public function run( array $args ): ?int;
}
