<?php
declare( strict_types=1 );

namespace Amicable\Chances;

use Amicable\Clock;
use Amicable\Jobs\Daily;
use Amicable\Storage\CaseEntries;

/** Asks the shops which gift codes were redeemed. Codes that ran out long ago are not asked for any more. */
final class LookAtGifts implements Daily {

	private const AT_ONCE = 100;

	public function __construct(
		private readonly CaseEntries $entries,
		private readonly Gifts $gifts,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return 'look_at_gifts';
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		$since = $this->clock->now()->modify( '-120 days' );
		$after = 0;
		do {
			$slice = $this->entries->gifts_unused( $since, $after, self::AT_ONCE );
			foreach ( $slice as $entry ) {
				$this->gifts->look( $entry );
				$after = $entry->id;
			}
		} while ( count( $slice ) === self::AT_ONCE );

		return null;
	}
}
