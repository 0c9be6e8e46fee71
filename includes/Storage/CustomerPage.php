<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** One page of customers. Positions are for `CustomerQuery::$after`. */
final class CustomerPage {

	/**
	 * @param list<int>                                   $ids
	 * @param int                                         $total
	 * @param bool                                        $about Counted some time ago; exact up to ten thousand.
	 * @param array{value: int|string|null, id: int}|null $next  The last row here, when more follow.
	 * @param array{value: int|string|null, id: int}|null $prev  The first row here, when some come before (go backwards from it).
	 */
	public function __construct(
		public readonly array $ids,
		public readonly int $total,
		public readonly bool $about,
		public readonly ?array $next,
		public readonly ?array $prev,
	) {
	}
}
