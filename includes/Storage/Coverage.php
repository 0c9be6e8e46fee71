<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** In which languages messages of customers were read. What was not read says nothing, least of all that it was friendly. */
final class Coverage {

	/** Of the whole shop only so many of the latest are counted. */
	private const LATEST = 2000;

	public function __construct( private readonly Database $database ) {
	}

	/** @return array{messages: int, not_read: int} `not_read`: in a language without rules. */
	public function of( int $customer_id ): array {
		$row = $this->database->row( "SELECT COUNT(*) AS messages, SUM(CASE WHEN languages = '' THEN 1 ELSE 0 END) AS not_read FROM {$this->database->table( 'messages' )} WHERE customer_id = %d AND kind = 'customer'", [ $customer_id ] );

		return [
			'messages' => (int) ( $row['messages'] ?? 0 ),
			'not_read' => (int) ( $row['not_read'] ?? 0 ),
		];
	}

	/** @return array{messages: int, not_read: int, languages: list<array{language: string, messages: int}>} Of the latest messages of all customers. */
	public function lately(): array {
		$rows      = $this->database->rows( "SELECT languages, COUNT(*) AS messages FROM (SELECT languages FROM {$this->database->table( 'messages' )} WHERE kind = 'customer' AND languages IS NOT NULL ORDER BY id DESC LIMIT " . self::LATEST . ') latest GROUP BY languages' );
		$languages = [];
		foreach ( $rows as $row ) {
			foreach ( array_diff( explode( ',', (string) $row['languages'] ), [ '' ] ) as $language ) {
				$languages[ $language ] = ( $languages[ $language ] ?? 0 ) + (int) $row['messages'];
			}
		}
		arsort( $languages );
		$not_read = array_filter( $rows, static fn ( array $row ): bool => $row['languages'] === '' );

		return [
			'messages'  => array_sum( array_map( static fn ( array $row ): int => (int) $row['messages'], $rows ) ),
			'not_read'  => array_sum( array_map( static fn ( array $row ): int => (int) $row['messages'], $not_read ) ),
			'languages' => array_map( static fn ( string $language, int $messages ): array => [ 'language' => $language, 'messages' => $messages ], array_keys( $languages ), $languages ),
		];
	}
}
