<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use DateTimeImmutable;

/** Articles that many different customers had to be sent to: then it is the article that wants work, and nobody is at fault for asking. */
final class DocsGaps {

	public const DAYS = 30;

	/** So many different people cannot all have overlooked it. */
	public const PEOPLE = 10;

	public function __construct( private readonly Database $database ) {
	}

	/** @return list<array{url: string, customers: int, messages: int}> Most people first. Read by when texts expire, which has an index and is the age of a message. */
	public function lately( DateTimeImmutable $now, int $limit ): array {
		$kept = Messages::KEPT_DAYS - self::DAYS;
		$rows = $this->database->rows(
			"SELECT docs_url, COUNT(DISTINCT customer_id) AS customers, COUNT(*) AS messages FROM {$this->database->table( 'messages' )}
			WHERE keep_until > %s AND kind = 'agent' AND docs_url IS NOT NULL AND customer_id IS NOT NULL GROUP BY docs_url HAVING COUNT(DISTINCT customer_id) >= %d ORDER BY COUNT(DISTINCT customer_id) DESC, docs_url LIMIT %d",
			[ Database::time( $now->modify( "+$kept days" ) ), self::PEOPLE, $limit ]
		);

		return array_map(
			static fn ( array $row ): array => [
				'url'       => (string) $row['docs_url'],
				'customers' => (int) $row['customers'],
				'messages'  => (int) $row['messages'],
			],
			$rows
		);
	}
}
