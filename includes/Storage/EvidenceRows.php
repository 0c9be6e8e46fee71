<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Patterns\Evidence;
use Amicable\Patterns\Slug;
use Amicable\Storage\Sums\Scope;

/** What flags rest on, and what somebody said does not count. Both follow the ticket, whoever it belongs to after a merge. */
final class EvidenceRows {

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * @return array<string, array<string, array{customer_id: int, rule: string, quote: string|null, at: string, url: string|null, muted: bool, ticket_id: int}>> By pattern and key.
	 */
	public function of( int $customer_id ): array {
		return $this->of_all( Scope::one( $customer_id ) )[ $customer_id ] ?? [];
	}

	/** @return array<int, array<string, array<string, array{customer_id: int, rule: string, quote: string|null, at: string, url: string|null, muted: bool, ticket_id: int}>>> By customer, pattern and key. */
	public function of_all( Scope $scope ): array {
		$evidence = $this->database->table( 'evidence' );
		$rows     = $this->database->rows(
			"SELECT t.customer_id AS owner, e.* FROM {$this->database->table( 'tickets' )} t JOIN $evidence e ON e.ticket_id = t.id WHERE {$scope->of( 't.customer_id' )}
			UNION SELECT e.customer_id AS owner, e.* FROM $evidence e WHERE {$scope->of( 'e.customer_id' )}"
		);
		$of       = [];
		foreach ( $rows as $row ) {
			$of[ (int) $row['owner'] ][ (string) $row['pattern'] ][ "{$row['ticket_id']}:{$row['message_id']}" ] = [
				'customer_id' => (int) $row['customer_id'],
				'rule'        => (string) $row['rule'],
				'quote'       => $row['quote'],
				'at'          => (string) $row['at'],
				'url'         => $row['url'],
				'muted'       => $row['muted'] === '1',
				'ticket_id'   => (int) $row['ticket_id'],
			];
		}

		return $of;
	}

	/** @param list<Evidence> $evidence */
	public function save( int $customer_id, Slug $pattern, array $evidence ): void {
		$this->upsert( $customer_id, $pattern, $evidence, 0, [ 'customer_id', 'rule', 'quote', 'at', 'url' ] );
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
				'quote'       => $one->quote,
				'at'          => gmdate( 'Y-m-d H:i:s', $one->at ),
				'url'         => $one->url,
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
