<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** What somebody else's classifier said of messages. It stands beside the message and nowhere else: no sum, finding or flag reads it. */
final class Hints {

	private const LONGEST = 200;

	public function __construct( private readonly Database $database ) {
	}

	/** @return array{id: int, text: string, languages: string, names: list<string>, agent_id: int}|null What a customer wrote next, of those who are read at all. */
	public function next_message( int $after ): ?array {
		$row = $this->database->row(
			"SELECT m.id, m.text, m.languages, c.name, c.email, t.agent_id FROM {$this->database->table( 'messages' )} m
				JOIN {$this->database->table( 'customers' )} c ON c.id = m.customer_id AND c.excluded_at IS NULL JOIN {$this->database->table( 'tickets' )} t ON t.id = m.ticket_id
				WHERE m.id > %d AND m.kind = 'customer' AND m.text IS NOT NULL ORDER BY m.id LIMIT 1",
			[ $after ]
		);

		return $row === null ? null : [
			'id'        => (int) $row['id'],
			'text'      => (string) $row['text'],
			'languages' => (string) $row['languages'],
			'names'     => [ (string) $row['name'], (string) $row['email'] ],
			'agent_id'  => (int) $row['agent_id'],
		];
	}

	/** A text that was forgotten meanwhile gets no hint. */
	public function save( int $message_id, string $from, string $hint ): void {
		$this->database->write(
			"UPDATE {$this->database->table( 'messages' )} SET hint = %s, hint_from = %s WHERE id = %d AND text IS NOT NULL",
			[ mb_substr( $hint, 0, self::LONGEST, 'UTF-8' ), mb_substr( $from, 0, self::LONGEST, 'UTF-8' ), $message_id ]
		);
	}

	/**
	 * @param list<int> $message_ids
	 * @return array<int, array{from: string, text: string}> By message.
	 */
	public function of_messages( array $message_ids ): array {
		$hints = [];
		foreach ( $message_ids === [] ? [] : $this->database->rows( "SELECT id, hint, hint_from FROM {$this->database->table( 'messages' )} WHERE hint IS NOT NULL AND id IN (" . implode( ', ', $message_ids ) . ')' ) as $row ) {
			$hints[ (int) $row['id'] ] = [
				'from' => (string) $row['hint_from'],
				'text' => (string) $row['hint'],
			];
		}

		return $hints;
	}
}
