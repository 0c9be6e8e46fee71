<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\Inputs;
use Amicable\Patterns\UnclearArticles;
use Amicable\Storage\Sums\Scope;
use DateTimeImmutable;
use WeakMap;

/** Articles that many different customers had to be sent to: then it is the article that wants work, and nobody is at fault for asking. */
final class DocsGaps {

	/** No pattern looks at questions older than this. */
	private const REACH_DAYS = 366;

	/** @var WeakMap<Inputs, array<string, list<array{int, int}>>> Times by article, as long as the same counting goes on. */
	private WeakMap $times;

	public function __construct( private readonly Database $database ) {
		$this->times = new WeakMap();
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
		$rows  = $this->database->rows( "SELECT ticket_id, docs_url, at FROM {$this->database->table( 'messages' )} WHERE {$scope->of( 'customer_id' )} AND {$this->sent()}", [ self::ago( $inputs, self::REACH_DAYS ) ] );
		$times = $this->times( array_values( array_unique( array_map( self::article( ... ), $rows ) ) ), $inputs );
		$found = [];
		foreach ( $rows as $row ) {
			if ( UnclearArticles::holds( $times[ self::article( $row ) ] ?? [], self::seconds( $row ) ) ) {
				$found[ (int) $row['ticket_id'] ] = true;
			}
		}

		return $found;
	}

	/**
	 * @param list<string> $articles
	 * @return array<string, list<array{int, int}>> By article.
	 */
	private function times( array $articles, Inputs $inputs ): array {
		$rule  = $inputs->rules['docs_gaps'] ?? [];
		$known = $this->times[ $inputs ] ?? [];
		$new   = array_values( array_diff( $articles, array_keys( $known ) ) );
		if ( $rule === [] || $new === [] ) {
			return $known;
		}
		$marks = implode( ', ', array_fill( 0, count( $new ), '%s' ) );
		$sent  = array_fill_keys( $new, [] );
		foreach ( $this->database->rows( "SELECT docs_url, customer_id, at FROM {$this->database->table( 'messages' )} WHERE docs_url IN ($marks) AND {$this->sent()} ORDER BY at, id", [ ...$new, self::ago( $inputs, self::REACH_DAYS + $rule['days'] ) ] ) as $row ) {
			$sent[ self::article( $row ) ][] = [ self::seconds( $row ), (int) $row['customer_id'] ];
		}
		$this->times[ $inputs ] = $known + array_map( static fn ( array $one ): array => UnclearArticles::times( $one, $rule['days'], $rule['people'] ), $sent );

		return $this->times[ $inputs ];
	}

	/** Links that our people sent to somebody whom we know, since a moment. */
	private function sent(): string {
		return "kind = 'agent' AND docs_url IS NOT NULL AND customer_id IS NOT NULL AND at > %s";
	}

	/** @param array<string, string|null> $row */
	private static function article( array $row ): string {
		return (string) $row['docs_url'];
	}

	/** @param array<string, string|null> $row */
	private static function seconds( array $row ): int {
		return Database::moment( (string) $row['at'] )->getTimestamp();
	}

	private static function ago( Inputs $inputs, int $days ): string {
		return Database::time( Database::moment( $inputs->as_of )->modify( "-$days days" ) );
	}
}
