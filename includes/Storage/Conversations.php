<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\HelpDesks\Channel;
use Amicable\HelpDesks\Conversation;
use Amicable\HelpDesks\MessageKind;
use Amicable\HelpDesks\Standing;
use Amicable\HelpDesks\TicketStatus;
use Amicable\Storage\Sums\Scope;

/** Reads what decides how tickets count, and writes how they count. One statement each, however many customers. */
final class Conversations {

	/** What is recounted. */
	private const COUNTED = [ 'is_new', 'duplicate_of', 'docs_level', 'docs_answered', 'language_gap', 'first_customer_at', 'first_agent_at', 'last_customer_at', 'last_agent_at' ];

	public function __construct( private readonly Database $database ) {
	}

	/** @return array<int, array<int, array<string, string|null>>> Rows by customer and ticket. */
	public function rows( Scope $scope ): array {
		$rows = $this->database->rows(
			"SELECT id, customer_id, source, external_id, status, subject, tags, in_docs, channel, created_at, updated_at, is_new, duplicate_of, docs_level, docs_answered, language_gap, first_customer_at, first_agent_at, last_customer_at, last_agent_at
			FROM {$this->database->table( 'tickets' )} WHERE {$scope->of( 'customer_id' )} ORDER BY id"
		);
		$of   = [];
		foreach ( $rows as $row ) {
			$of[ (int) $row['customer_id'] ][ (int) $row['id'] ] = $row;
		}

		return $of;
	}

	/** @return array<int, list<array{int, MessageKind, ?string, ?string}>> By ticket: when, who, the link to the docs, the languages in which it was read. */
	public function turns( Scope $scope ): array {
		$rows  = $this->database->rows(
			"SELECT m.ticket_id, m.at, m.kind, m.docs_url, m.languages
			FROM {$this->database->table( 'tickets' )} t JOIN {$this->database->table( 'messages' )} m ON m.ticket_id = t.id
			WHERE {$scope->of( 't.customer_id' )} AND m.kind IN ('customer', 'agent')"
		);
		$turns = [];
		foreach ( $rows as $row ) {
			$turns[ (int) $row['ticket_id'] ][] = [ self::seconds( (string) $row['at'] ), MessageKind::from( (string) $row['kind'] ), $row['docs_url'], $row['languages'] ];
		}

		return $turns;
	}

	/**
	 * @param array<string, string|null>                       $row
	 * @param list<array{int, MessageKind, ?string, ?string}> $turns
	 */
	public static function conversation( array $row, array $turns ): Conversation {
		$tags = json_decode( $row['tags'] ?? '[]', true );

		return new Conversation(
			id: (int) $row['id'],
			source: (string) $row['source'],
			status: TicketStatus::tryFrom( (string) $row['status'] ) ?? TicketStatus::Deleted,
			subject: (string) $row['subject'],
			created_at: self::seconds( (string) $row['created_at'] ),
			updated_at: self::seconds( (string) $row['updated_at'] ),
			tags: array_values( array_filter( is_array( $tags ) ? $tags : [], is_string( ... ) ) ),
			in_docs: $row['in_docs'] === null ? null : $row['in_docs'] === 'yes',
			messages: $turns,
			is_public: $row['channel'] === Channel::PublicPost->value,
		);
	}

	/**
	 * Writes the standings that differ from what is stored.
	 *
	 * @param array<int, Standing>                    $standings By ticket.
	 * @param array<int, array<string, string|null>> $rows      Of `rows()`, by ticket.
	 * @return list<int> Their customers.
	 */
	public function write( array $standings, array $rows ): array {
		$changed   = [];
		$customers = [];
		foreach ( $standings as $id => $standing ) {
			$columns = self::columns( $standing );
			$stored  = array_intersect_key( $rows[ $id ], $columns );
			if ( array_map( self::text( ... ), $columns ) === array_map( self::text( ... ), array_merge( $columns, $stored ) ) ) {
				continue;
			}
			$customers[ (int) $rows[ $id ]['customer_id'] ] = true;
			// The row exists, so only what follows ON DUPLICATE KEY is ever done; the rest is there because its columns have no default.
			$changed[] = [ 'id' => $id ] + array_intersect_key( $rows[ $id ], array_flip( [ 'source', 'external_id', 'created_at', 'updated_at' ] ) ) + $columns;
		}
		$set = implode( ', ', array_map( static fn ( string $column ): string => "`$column` = VALUES(`$column`)", self::COUNTED ) );
		foreach ( array_chunk( $changed, 200 ) as $chunk ) {
			$this->database->insert_all( 'tickets', $chunk, $set );
		}

		return array_keys( $customers );
	}

	/** @return array<string, scalar|null> */
	private static function columns( Standing $standing ): array {
		$time = static fn ( ?int $at ): ?string => $at === null ? null : gmdate( 'Y-m-d H:i:s', $at );

		return [
			'is_new'            => (int) $standing->is_new,
			'duplicate_of'      => $standing->duplicate_of,
			'docs_level'        => $standing->docs?->value,
			'docs_answered'     => $standing->docs_answered === null ? null : (int) $standing->docs_answered,
			'language_gap'      => $standing->language_gap,
			'first_customer_at' => $time( $standing->first_customer_at ),
			'first_agent_at'    => $time( $standing->first_agent_at ),
			'last_customer_at'  => $time( $standing->last_customer_at ),
			'last_agent_at'     => $time( $standing->last_agent_at ),
		];
	}

	private static function text( int|float|string|bool|null $value ): ?string {
		return $value === null ? null : (string) $value;
	}

	private static function seconds( string $time ): int {
		return Database::moment( $time )->getTimestamp();
	}
}
