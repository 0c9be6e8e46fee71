<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Language\Label;
use Amicable\Language\Recognizer;
use DateTimeImmutable;

/** What is stored of a customer and goes into a letter: what they asked, when, what answered it, what they wrote. */
final class LetterFacts {

	/** Of a conversation; who wrote more is not read to the end. */
	private const MOST = 500;

	private const LINKS = 5;

	public function __construct( private readonly Database $database ) {
	}

	/** @return array{count: int, first: string|null, last: string|null, known: int, answered: int} New questions since a day. */
	public function tickets( int $customer_id, DateTimeImmutable $since ): array {
		$row = $this->database->row(
			"SELECT COUNT(*) AS asked, MIN(created_at) AS first_at, MAX(created_at) AS last_at, SUM(CASE WHEN docs_answered IS NULL THEN 0 ELSE 1 END) AS known, SUM(CASE WHEN docs_answered = 1 THEN 1 ELSE 0 END) AS answered
			FROM {$this->database->table( 'tickets' )} WHERE customer_id = %d AND is_new = 1 AND created_at >= %s",
			[ $customer_id, Database::time( $since ) ],
		);

		return [
			'count'    => (int) ( $row['asked'] ?? 0 ),
			'first'    => $row['first_at'] ?? null,
			'last'     => $row['last_at'] ?? null,
			'known'    => (int) ( $row['known'] ?? 0 ),
			'answered' => (int) ( $row['answered'] ?? 0 ),
		];
	}

	/** @return list<string> Pages of the docs that agents sent them to, the latest first. */
	public function docs_links( int $customer_id ): array {
		$rows = $this->database->rows( "SELECT docs_url, MAX(at) AS last_at FROM {$this->database->table( 'messages' )} WHERE customer_id = %d AND kind = 'agent' AND docs_url IS NOT NULL GROUP BY docs_url ORDER BY last_at DESC, docs_url LIMIT " . self::LINKS, [ $customer_id ] );

		return array_map( strval( ... ), array_column( $rows, 'docs_url' ) );
	}

	/** @return array{minutes: int, estimated: bool} */
	public function minutes( int $customer_id ): array {
		$row = $this->database->row( "SELECT minutes, seconds_estimated FROM {$this->database->table( 'accounts' )} WHERE customer_id = %d", [ $customer_id ] );

		return [
			'minutes'   => (int) ( $row['minutes'] ?? 0 ),
			'estimated' => (int) ( $row['seconds_estimated'] ?? 0 ) > 0,
		];
	}

	/** @return array{count: int, last: string|null} */
	public function refunds( int $customer_id ): array {
		$row = $this->database->row( "SELECT COUNT(*) AS refunds, MAX(created_at) AS last_at FROM {$this->database->table( 'refunds' )} WHERE customer_id = %d", [ $customer_id ] );

		return [
			'count' => (int) ( $row['refunds'] ?? 0 ),
			'last'  => $row['last_at'] ?? null,
		];
	}

	/**
	 * Their own words, the gravest and latest first.
	 *
	 * @param non-empty-list<Label> $labels
	 * @return array{quote: string, at: string, text: string|null}|null With the message around, while it is kept.
	 */
	public function quote( int $customer_id, array $labels ): ?array {
		$marks = implode( ', ', array_fill( 0, count( $labels ), '%s' ) );
		$row   = $this->database->row(
			"SELECT f.quote, f.at, m.text FROM {$this->database->table( 'findings' )} f LEFT JOIN {$this->database->table( 'messages' )} m ON m.id = f.message_id
			WHERE f.customer_id = %d AND f.quoted = 0 AND f.why <> %s AND f.label IN ($marks) ORDER BY f.severity DESC, f.at DESC, f.id DESC LIMIT 1",
			[ $customer_id, Recognizer::ONLY_WATCHED, ...array_map( static fn ( Label $label ): string => $label->value, $labels ) ],
		);

		return $row === null ? null : [
			'quote' => (string) $row['quote'],
			'at'    => (string) $row['at'],
			'text'  => $row['text'],
		];
	}

	/** @return list<string> In which their last message was read. */
	public function last_languages( int $customer_id ): array {
		$languages = $this->database->value( "SELECT languages FROM {$this->database->table( 'messages' )} WHERE customer_id = %d AND kind = 'customer' AND languages IS NOT NULL ORDER BY at DESC, id DESC LIMIT 1", [ $customer_id ] );

		return array_values( array_filter( explode( ',', (string) $languages ), static fn ( string $language ): bool => $language !== '' ) );
	}

	/** @return list<string> All that they wrote, as far as it is kept, and what was quoted of it. */
	public function texts( int $customer_id ): array {
		$texts  = $this->database->rows( "SELECT text FROM {$this->database->table( 'messages' )} WHERE customer_id = %d AND kind = 'customer' AND text IS NOT NULL ORDER BY at DESC, id DESC LIMIT " . self::MOST, [ $customer_id ] );
		$quotes = $this->database->rows( "SELECT quote FROM {$this->database->table( 'findings' )} WHERE customer_id = %d ORDER BY at DESC, id DESC LIMIT " . self::MOST, [ $customer_id ] );

		return [ ...array_map( strval( ... ), array_column( $texts, 'text' ) ), ...array_map( strval( ... ), array_column( $quotes, 'quote' ) ) ];
	}

	/** @return list<array{kind: string, at: string, text: string|null, author_id: int|null, link: string|null, stars: int|null}> What customer and agents wrote to each other, oldest first. */
	public function conversation( int $customer_id ): array {
		$rows = $this->database->rows(
			"SELECT m.kind, m.at, m.text, m.author_id, t.channel, t.url, t.stars FROM {$this->database->table( 'messages' )} m JOIN {$this->database->table( 'tickets' )} t ON t.id = m.ticket_id
			WHERE t.customer_id = %d AND m.kind IN ('customer', 'agent') AND t.status NOT IN ('spam', 'deleted') ORDER BY m.at DESC, m.id DESC LIMIT " . self::MOST,
			[ $customer_id ],
		);

		return array_map(
			static fn ( array $row ): array => [
				'kind'      => (string) $row['kind'],
				'at'        => (string) $row['at'],
				'text'      => $row['text'],
				'author_id' => $row['author_id'] === null ? null : (int) $row['author_id'],
				'link'      => $row['channel'] === 'public' && $row['url'] !== '' ? $row['url'] : null,
				'stars'     => $row['stars'] === null ? null : (int) $row['stars'],
			],
			array_reverse( $rows )
		);
	}
}
