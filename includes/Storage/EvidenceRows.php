<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Patterns\Evidence;
use Amicable\Patterns\Slug;
use Amicable\Storage\Sums\Scope;
use Closure;
use DateTimeImmutable;

/**
 * What flags rest on, and what somebody said does not count. Both follow the ticket, the refund or the dispute, whoever it belongs to after a merge.
 *
 * @phpstan-type EvidenceRow array{customer_id: int, rule: string, quote: string|null, at: string, url: string|null, start: int|null, muted: bool, ticket_id: int}
 */
final class EvidenceRows {

	/** Code points; what is cut here stands whole among the findings. */
	private const LONGEST = 1000;

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * @return array<string, array<string, EvidenceRow>> By pattern and key.
	 */
	public function of( int $customer_id ): array {
		return $this->of_all( Scope::one( $customer_id ) )[ $customer_id ] ?? [];
	}

	/** @return array<int, array<string, array<string, EvidenceRow>>> By customer, pattern and key. */
	public function of_all( Scope $scope ): array {
		$evidence = $this->database->table( 'evidence' );
		$rows     = $this->database->rows(
			"SELECT t.customer_id AS owner, e.* FROM {$this->database->table( 'tickets' )} t JOIN $evidence e ON e.ticket_id = t.id WHERE {$scope->of( 't.customer_id' )}
			UNION SELECT e.customer_id AS owner, e.* FROM $evidence e WHERE {$scope->of( 'e.customer_id' )}
			UNION SELECT r.customer_id AS owner, e.* FROM {$this->database->table( 'refunds' )} r JOIN $evidence e ON e.pattern = 'repeat_refunds' AND e.ticket_id = 0 AND e.message_id = r.id WHERE {$scope->of( 'r.customer_id' )}
			UNION SELECT o.customer_id AS owner, e.* FROM {$this->database->table( 'orders' )} o JOIN $evidence e ON e.pattern = 'payment_dispute' AND e.ticket_id = 0 AND e.message_id = o.id WHERE {$scope->of( 'o.customer_id' )}"
		);
		$of       = [];
		foreach ( $rows as $row ) {
			$of[ (int) $row['owner'] ][ (string) $row['pattern'] ][ "{$row['ticket_id']}:{$row['message_id']}" ] = [
				'customer_id' => (int) $row['customer_id'],
				'rule'        => (string) $row['rule'],
				'quote'       => $row['quote'],
				'at'          => (string) $row['at'],
				'url'         => $row['url'],
				'start'       => $row['start_at'] === null ? null : (int) $row['start_at'],
				'muted'       => $row['muted'] === '1',
				'ticket_id'   => (int) $row['ticket_id'],
			];
		}

		return $of;
	}

	/** @param list<Evidence> $evidence */
	public function save( int $customer_id, Slug $pattern, array $evidence ): void {
		$this->upsert( $customer_id, $pattern, $evidence, 0, [ 'customer_id', 'rule', 'quote', 'at', 'url', 'start_at', 'end_at' ] );
	}

	/**
	 * From now on these do not count for this pattern.
	 *
	 * @param list<Evidence> $evidence
	 */
	public function mute( int $customer_id, Slug $pattern, array $evidence ): void {
		$this->upsert( $customer_id, $pattern, $evidence, 1, [ 'customer_id', 'muted' ] );
	}

	/** @param list<string> $keys Of evidence that the flag no longer rests on; what was muted stays. */
	public function drop( Slug $pattern, array $keys ): void {
		foreach ( $keys as $key ) {
			[ $ticket, $message ] = explode( ':', $key );
			$this->database->write( "DELETE FROM {$this->database->table( 'evidence' )} WHERE pattern = %s AND ticket_id = %d AND message_id = %d AND muted = 0", [ $pattern->value, (int) $ticket, (int) $message ] );
		}
	}

	/** Forgets what was quoted of messages so long ago that the findings are forgotten too. Answers how many rows that were. */
	public function forget_words( DateTimeImmutable $before, int $limit ): int {
		$table    = $this->database->table( 'evidence' );
		$list     = static fn ( Closure $which ): string => implode( ', ', array_map( static fn ( Slug $slug ): string => "'$slug->value'", array_filter( Slug::cases(), $which ) ) );
		$patterns = $list( static fn ( Slug $slug ): bool => $slug->rests_on_words() );
		$mixed    = $list( static fn ( Slug $slug ): bool => $slug->is_mixed() );
		$ids      = array_column( $this->database->rows( "SELECT id FROM $table WHERE (pattern IN ($patterns) OR (pattern IN ($mixed) AND start_at IS NOT NULL)) AND at <= %s ORDER BY id LIMIT %d", [ Database::time( $before ), $limit ] ), 'id' );
		if ( $ids !== [] ) {
			$this->database->write( "DELETE FROM $table WHERE id IN (" . implode( ', ', array_map( intval( ... ), $ids ) ) . ')' );
		}

		return count( $ids );
	}

	/**
	 * @param list<Evidence> $evidence
	 * @param list<string>   $replaced
	 */
	private function upsert( int $customer_id, Slug $pattern, array $evidence, int $muted, array $replaced ): void {
		$rows = array_map(
			static fn ( Evidence $one ): array => [
				'customer_id' => $customer_id,
				'pattern'     => $pattern->value,
				'ticket_id'   => $one->ticket_id,
				'message_id'  => $one->message_id,
				'rule'        => $one->rule,
				'quote'       => $one->quote === null ? null : mb_substr( $one->quote, 0, self::LONGEST, 'UTF-8' ),
				'at'          => gmdate( 'Y-m-d H:i:s', $one->at ),
				'url'         => $one->url,
				'start_at'    => $one->start,
				'end_at'      => $one->end,
				'muted'       => $muted,
			],
			$evidence
		);
		$set  = implode( ', ', array_map( static fn ( string $column ): string => "`$column` = VALUES(`$column`)", $replaced ) );
		foreach ( array_chunk( $rows, 200 ) as $chunk ) {
			$this->database->insert_all( 'evidence', $chunk, $set );
		}
	}
}
