<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Tags;

/** One tag of one customer in one help desk that has to be brought to what holds now. */
final class TagTask {

	/**
	 * @param bool                $wanted  Whether the tag has to be there, or to go.
	 * @param string              $tag     As it was written last; empty: never yet.
	 * @param array<string, bool> $tickets Ticket of the desk => whether the tag stands there, as far as we know; false: meant to.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $customer_id,
		public readonly string $desk,
		public readonly TagKind $kind,
		public readonly bool $wanted,
		public readonly string $tag,
		public readonly array $tickets,
		public readonly int $attempts,
		public readonly int $version,
	) {
	}
}
