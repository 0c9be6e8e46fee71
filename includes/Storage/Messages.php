<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\HelpDesks\DocsLinks;
use Amicable\HelpDesks\Message;
use Amicable\HelpDesks\OwnWords;
use DateInterval;
use DateTimeImmutable;

/** The messages of tickets. Counts and links stay; the text goes after ninety days. */
final class Messages {

	public const KEPT_DAYS = 90;

	/** Columns that a newer delivery replaces. `updated_at` comes last, since the others look at its old value. */
	private const TOLD = [ 'customer_id', 'kind', 'author_id', 'at', 'chars', 'hangul', 'docs_url', 'languages', 'text', 'keep_until', 'updated_at' ];

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * @param string|null $languages In which it was read, 'en,tr'; '': in none; null: nobody read it.
	 * @return array<string, scalar|null>
	 */
	public static function row( int $ticket_id, ?int $customer_id, Message $message, ?int $author_id, DocsLinks $docs, DateTimeImmutable $updated_at, DateTimeImmutable $now, ?string $languages = null ): array {
		$own   = OwnWords::of( $message->text ?? '' );
		$until = $message->at->add( new DateInterval( 'P' . self::KEPT_DAYS . 'D' ) );
		$kept  = $message->text !== null && $message->text !== '' && $until > $now;

		return [
			'ticket_id'   => $ticket_id,
			'customer_id' => $customer_id,
			'external_id' => $message->external_id,
			'kind'        => $message->kind->value,
			'author_id'   => $author_id,
			'at'          => Database::time( $message->at ),
			'chars'       => OwnWords::chars( $own ),
			'hangul'      => OwnWords::hangul( $own ),
			'docs_url'    => $docs->first( $own ),
			'languages'   => $languages,
			'text'        => $kept ? OwnWords::kept( (string) $message->text ) : null,
			'keep_until'  => $kept ? Database::time( $until ) : null,
			'updated_at'  => Database::time( $updated_at ),
		];
	}

	/** @param list<array<string, scalar|null>> $rows Of `row()`. What an older delivery says of a message that we have is not heard. */
	public function save( array $rows ): void {
		$newer = array_map( static fn ( string $column ): string => "`$column` = CASE WHEN VALUES(updated_at) >= updated_at THEN VALUES(`$column`) ELSE `$column` END", self::TOLD );
		foreach ( array_chunk( $rows, 100 ) as $chunk ) {
			$this->database->insert_all( 'messages', $chunk, implode( ', ', $newer ) );
		}
	}

	/**
	 * Many at once that nobody has yet, for a first load: what is there stays. Columns that a row leaves empty are not written, since most rows leave several
	 * and SQLite's translator reads every value.
	 *
	 * @param list<array<string, scalar|null>> $rows Of `row()`.
	 */
	public function load( array $rows ): void {
		$alike = [];
		foreach ( $rows as $row ) {
			$full                                       = array_filter( $row, static fn ( int|float|string|bool|null $value ): bool => $value !== null );
			$alike[ implode( ',', array_keys( $full ) ) ][] = $full;
		}
		foreach ( $alike as $same ) {
			foreach ( array_chunk( $same, 200 ) as $chunk ) {
				$this->database->insert_all( 'messages', $chunk );
			}
		}
	}

	/** @return array<array-key, string> When what we know of each message was told, by its id at the desk. */
	public function told_of( int $ticket_id ): array {
		return array_map( strval( ... ), array_column( $this->database->rows( "SELECT external_id, updated_at FROM {$this->database->table( 'messages' )} WHERE ticket_id = %d", [ $ticket_id ] ), 'updated_at', 'external_id' ) );
	}

	/** The ticket's new owner owns its messages too. */
	public function give_to( int $ticket_id, ?int $customer_id ): void {
		$this->database->write( "UPDATE {$this->database->table( 'messages' )} SET customer_id = " . Database::mark( $customer_id ) . ' WHERE ticket_id = %d', [ $customer_id, $ticket_id ] );
	}

	/** Forgets the text of messages whose time is over; answers how many. */
	public function forget_texts( DateTimeImmutable $now, int $limit, int $kept_days = self::KEPT_DAYS ): int {
		$now = $now->modify( sprintf( '%+d days', self::KEPT_DAYS - $kept_days ) ); // `keep_until` counts on the usual days.
		$table = $this->database->table( 'messages' );
		$ids   = array_column( $this->database->rows( "SELECT id FROM $table WHERE keep_until <= %s ORDER BY keep_until LIMIT %d", [ Database::time( $now ), $limit ] ), 'id' );
		if ( $ids !== [] ) {
			$this->database->write( "UPDATE $table SET text = NULL, keep_until = NULL, hint = NULL, hint_from = NULL WHERE id IN (" . implode( ', ', array_map( 'intval', $ids ) ) . ')' );
		}

		return count( $ids );
	}

	/**
	 * What customers wrote and we still have, in the next so many rows.
	 *
	 * @return list<array{id: int, ticket_id: int, customer_id: int, at: string, text: string, channel: string}>
	 */
	public function texts_of_customers( int $after, int $rows ): array {
		$found = $this->database->rows( "SELECT m.id, m.ticket_id, m.customer_id, m.at, m.text, t.channel FROM {$this->database->table( 'messages' )} m LEFT JOIN {$this->database->table( 'tickets' )} t ON t.id = m.ticket_id WHERE m.id > %d AND m.id <= %d AND m.kind = 'customer' AND m.text IS NOT NULL AND m.customer_id IS NOT NULL ORDER BY m.id", [ $after, $after + $rows ] );

		return array_map(
			static fn ( array $row ): array => [
				'id'          => (int) $row['id'],
				'ticket_id'   => (int) $row['ticket_id'],
				'customer_id' => (int) $row['customer_id'],
				'at'          => (string) $row['at'],
				'text'        => (string) $row['text'],
				'channel'     => (string) $row['channel'],
			],
			$found
		);
	}

	public function last_id(): int {
		return (int) $this->database->value( "SELECT MAX(id) FROM {$this->database->table( 'messages' )}" );
	}

	/** @param non-empty-list<int> $ids */
	public function set_languages( array $ids, string $languages ): void {
		$this->database->write( "UPDATE {$this->database->table( 'messages' )} SET languages = %s WHERE id IN (" . implode( ', ', $ids ) . ')', [ $languages ] );
	}

	/**
	 * Agents' messages whose link to the docs can be judged anew: there is a text to read, or a link to drop.
	 *
	 * @return list<array{id: int, customer_id: int, docs_url: string|null, text: string|null}>
	 */
	public function agents_after( int $id, int $limit ): array {
		$rows = $this->database->rows( "SELECT id, customer_id, docs_url, text FROM {$this->database->table( 'messages' )} WHERE id > %d AND kind = 'agent' AND (text IS NOT NULL OR docs_url IS NOT NULL) ORDER BY id LIMIT %d", [ $id, $limit ] );

		return array_map(
			static fn ( array $row ): array => [
				'id'          => (int) $row['id'],
				'customer_id' => (int) $row['customer_id'],
				'docs_url'    => $row['docs_url'],
				'text'        => $row['text'],
			],
			$rows
		);
	}

	public function set_docs_url( int $id, ?string $url ): void {
		$this->database->write( "UPDATE {$this->database->table( 'messages' )} SET docs_url = " . Database::mark( $url ) . ' WHERE id = %d', [ $url, $id ] );
	}
}
