<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\Inputs;
use Amicable\Patterns\UnclearArticles;
use Amicable\Patterns\Window;
use Amicable\Storage\Sums\Scope;
use DateTimeImmutable;

/** Articles that many different customers had to be sent to: then it is the article that wants work, and nobody is at fault for asking. */
final class DocsGaps {

	/** Rules of the owner's own look back for as long as a year. */
	private const OWN_RULES_REACH = 366;

	/** So many links are asked about in one statement. */
	private const AT_ONCE = 100;

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * Most people first.
	 *
	 * @param array{days: int, people: int} $rule
	 * @return list<array{url: string, customers: int, messages: int, days: int}>
	 */
	public function lately( DateTimeImmutable $now, array $rule, int $limit ): array {
		$rows = $this->database->rows(
			"SELECT docs_url, COUNT(DISTINCT customer_id) AS customers, COUNT(*) AS messages FROM {$this->database->table( 'messages' )}
			WHERE {$this->sent()} GROUP BY docs_url HAVING COUNT(DISTINCT customer_id) >= %d ORDER BY COUNT(DISTINCT customer_id) DESC, docs_url LIMIT %d",
			[ Database::time( $now->modify( "-{$rule['days']} days" ) ), $rule['people'], $limit ]
		);

		return array_map(
			static fn ( array $row ): array => [
				'url'       => (string) $row['docs_url'],
				'customers' => (int) $row['customers'],
				'messages'  => (int) $row['messages'],
				'days'      => $rule['days'],
			],
			$rows
		);
	}

	/**
	 * Tickets of these customers that were answered with an article while it was one of those. What was sent before or after counts as ever.
	 *
	 * @return array<int, true>
	 */
	public function tickets( Scope $scope, Inputs $inputs ): array {
		$rule = $inputs->rules['docs_gaps'] ?? null;
		if ( $rule === null ) {
			return [];
		}
		$since = Database::time( Database::moment( $inputs->as_of )->modify( sprintf( '-%d days', self::reach( $inputs ) ) ) );
		$found = [];
		foreach ( array_chunk( $this->database->rows( "SELECT ticket_id, docs_url, at FROM {$this->database->table( 'messages' )} WHERE {$scope->of( 'customer_id' )} AND {$this->sent()}", [ $since ] ), self::AT_ONCE ) as $links ) {
			$crowded = $this->crowded( $links, $rule['days'], $rule['people'] );
			$crowded += $this->amid( array_diff_key( $links, $crowded ), $rule['days'], $rule['people'] );
			foreach ( array_intersect_key( $links, $crowded ) as $link ) {
				$found[ (int) $link['ticket_id'] ] = true;
			}
		}

		return $found;
	}

	/** Nothing that counts questions looks further back. */
	private static function reach( Inputs $inputs ): int {
		$docs  = intdiv( Window::REACH_SECONDS, 86400 ) + ( $inputs->rules['docs_questions']['days'] ?? 0 );
		$early = 2 * ( $inputs->rules['early_signs']['days'] ?? 0 );

		return max( $docs, $early, $inputs->has_own_rules() ? self::OWN_RULES_REACH : 0 );
	}

	/**
	 * Links to what many were sent to in the days up to then, or from then on. An article that everybody needs has thousands of readers, and no more are looked
	 * for than it takes.
	 *
	 * @param array<int, array<string, string|null>> $links
	 * @return array<int, true> By the key of the link.
	 */
	private function crowded( array $links, int $days, int $people ): array {
		$parts  = [];
		$values = [];
		foreach ( $links as $key => $link ) {
			foreach ( [ [ "-$days days", '+1 second' ], [ '-1 second', "+$days days" ] ] as [ $from, $until ] ) {
				$parts[] = "SELECT $key AS link, COUNT(*) AS people FROM (SELECT DISTINCT customer_id FROM {$this->database->table( 'messages' )} WHERE docs_url = %s AND {$this->sent()} AND at < %s LIMIT $people) crowd";
				array_push( $values, (string) $link['docs_url'], ...self::around( $link, $from, $until ) );
			}
		}
		$counts = $parts === [] ? [] : $this->database->rows( implode( ' UNION ALL ', $parts ), $values );

		return array_fill_keys( array_map( static fn ( array $row ): int => (int) $row['link'], array_filter( $counts, static fn ( array $row ): bool => (int) $row['people'] >= $people ) ), true );
	}

	/**
	 * Links to what many were sent to in days that began before and ended after. Few are read: neither before nor after there were many.
	 *
	 * @param array<int, array<string, string|null>> $links
	 * @return array<int, true> By the key of the link.
	 */
	private function amid( array $links, int $days, int $people ): array {
		$parts  = [];
		$values = [];
		foreach ( $links as $key => $link ) {
			$parts[] = "SELECT $key AS link, at, customer_id FROM {$this->database->table( 'messages' )} WHERE docs_url = %s AND {$this->sent()} AND at < %s";
			array_push( $values, (string) $link['docs_url'], ...self::around( $link, "-$days days", "+$days days" ) );
		}
		$sent = [];
		foreach ( $parts === [] ? [] : $this->database->rows( implode( ' UNION ALL ', $parts ) . ' ORDER BY at', $values ) as $row ) {
			$sent[ (int) $row['link'] ][] = [ self::seconds( $row ), (int) $row['customer_id'] ];
		}

		return array_fill_keys( array_keys( array_filter( $sent, static fn ( array $one, int $key ): bool => UnclearArticles::holds( UnclearArticles::times( $one, $days, $people ), self::seconds( $links[ $key ] ) ), ARRAY_FILTER_USE_BOTH ) ), true );
	}

	/** Links that our people sent to somebody whom we know, since a moment. */
	private function sent(): string {
		return "kind = 'agent' AND docs_url IS NOT NULL AND customer_id IS NOT NULL AND at > %s";
	}

	/**
	 * @param array<string, string|null> $link
	 * @return array{string, string}
	 */
	private static function around( array $link, string $from, string $until ): array {
		$at = Database::moment( (string) $link['at'] );

		return [ Database::time( $at->modify( $from ) ), Database::time( $at->modify( $until ) ) ];
	}

	/** @param array<string, string|null> $row */
	private static function seconds( array $row ): int {
		return Database::moment( (string) $row['at'] )->getTimestamp();
	}
}
