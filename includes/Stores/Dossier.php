<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use DateTimeImmutable;

/** What a shop can show about one order when a bank asks. Read from the shop each time, never kept here. */
final class Dossier {

	/**
	 * @param list<array{string, string}>                                           $facts    Label and value.
	 * @param list<array{at: DateTimeImmutable, file: string, ip: string}>          $fetched  Files that were fetched, oldest first.
	 * @param list<array{at: DateTimeImmutable, what: string}>                      $notices  What the shop knows it sent the buyer, oldest first.
	 * @param list<array{label: string, url: string, agreed_at: ?DateTimeImmutable}> $terms
	 * @param list<string>                                                          $unkept   Translated: what this shop keeps no record of.
	 */
	public function __construct(
		public readonly array $facts = [],
		public readonly array $fetched = [],
		public readonly array $notices = [],
		public readonly array $terms = [],
		public readonly array $unkept = [],
	) {
	}
}
