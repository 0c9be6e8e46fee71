<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Incidents;

/** Something of ours broke, or seems to have: what it is about, and from when till when people wrote of it. */
final class Incident {

	/**
	 * @param string      $about    Its name for people, "Release 4.2".
	 * @param string      $words    What tells its tickets, separated by commas; empty: the article alone.
	 * @param string|null $docs_url The article that people were sent to.
	 * @param int         $from     Unix seconds.
	 * @param int|null    $until    Unix seconds; null: it goes on.
	 * @param int         $people   How many wrote, when it was proposed.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $version,
		public readonly IncidentState $state,
		public readonly string $about,
		public readonly string $words,
		public readonly ?string $docs_url,
		public readonly int $from,
		public readonly ?int $until,
		public readonly int $people = 0,
		public readonly int $proposed_at = 0,
	) {
	}
}
