<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

use Amicable\Values\EmailAddress;

/** Makes of the rows of one ticket what a desk would deliver. The same rows make the same ticket, so that a file may be read again. */
final class TicketOfRows {

	/** More replies than this are counted as this many. */
	private const MOST_REPLIES = 100;

	private const MOST_MESSAGES = 1000;

	private const MOST_TEXT = 32_000;

	/** Which ticket a row belongs to: its own number, or what makes it unlike others. */
	public static function id( Row $row, string $source ): string {
		$id = $row->text( Target::ExternalId );
		if ( $id !== '' ) {
			return $id;
		}
		$told = [ $source, self::email( $row ), substr( $row->text( Target::CreatedAt ), 0, 16 ), Words::plain( $row->text( Target::Subject ) ) ];

		return 'row-' . substr( hash( 'sha256', implode( "\n", $told ) ), 0, 40 );
	}

	/** As addresses are compared; what is none stays as it is and is refused later. */
	public static function email( Row $row ): string {
		$email = $row->text( Target::Email );

		return EmailAddress::try_from( $email )->normalized ?? $email;
	}

	/**
	 * Whose address the ticket's is: in a file with a row a message, the first customer's. Else an address that is not the author's own, since
	 * whoever answers has one too.
	 *
	 * @param non-empty-list<Row> $rows
	 */
	public static function requester( array $rows, Shape $shape ): Row {
		foreach ( $shape === Shape::Messages ? $rows : [] as $row ) {
			if ( $row->text( Target::MessageKind ) === 'customer' && $row->text( Target::Email ) !== '' ) {
				return $row;
			}
		}
		foreach ( $rows as $row ) {
			if ( $row->text( Target::Email ) !== $row->text( Target::MessageAuthor ) ) {
				return $row;
			}
		}

		return new Row( $rows[0]->row, $rows[0]->line, [] );
	}

	/**
	 * @param non-empty-list<Row> $rows In the order of the file.
	 * @return array<string, mixed> Shape `tickets.ticket`.
	 */
	public static function item( array $rows, Shape $shape, string $source ): array {
		$id       = self::id( $rows[0], $source );
		$messages = $shape === Shape::Messages ? self::messages( $rows ) : self::told( $rows[0], $id );
		$times    = array_column( $messages, 'at' );
		$who      = self::requester( $rows, $shape );
		$created  = self::first( $rows, Target::CreatedAt );
		$created  = $created === '' ? min( [ ...$times, '9999' ] ) : $created;

		return self::without_empty( [
			'external_id' => $id,
			'url'         => self::link( self::first( $rows, Target::Url ) ),
			'channel'     => self::first( $rows, Target::Channel, 'import' ),
			'status'      => self::first( $rows, Target::Status, 'closed' ),
			'subject'     => mb_substr( self::first( $rows, Target::Subject ), 0, 500, 'UTF-8' ),
			'requester'   => self::without_empty( [
				'email' => $who->text( Target::Email ),
				'name'  => mb_substr( $who->text( Target::Name ), 0, 190, 'UTF-8' ),
			] ),
			'created_at'  => $created,
			'updated_at'  => max( [ self::first( $rows, Target::UpdatedAt ), $created, ...$times ] ),
			'tags'        => self::tags( self::first( $rows, Target::Tags ) ),
			'agent'       => mb_substr( self::first( $rows, Target::Agent ), 0, 190, 'UTF-8' ),
			'minutes'     => self::first( $rows, Target::Minutes ) === '' ? null : (int) self::first( $rows, Target::Minutes ),
		] ) + [ 'messages' => $messages ];
	}

	/**
	 * A row for a whole ticket says that somebody asked, and perhaps how often we answered, not when: as late as it may have been.
	 *
	 * @return list<array<string, string>>
	 */
	private static function told( Row $row, string $id ): array {
		$created  = $row->text( Target::CreatedAt );
		$messages = [ self::message( self::part( $id, '0' ), 'customer', $created, $row->text( Target::Text ) ) ];
		$replies  = min( self::MOST_REPLIES, (int) $row->text( Target::Replies ) );
		for ( $reply = 1; $reply <= $replies; $reply++ ) {
			$messages[] = self::message( self::part( $id, "r$reply" ), 'agent', max( $created, $row->text( Target::UpdatedAt ) ), '', $row->text( Target::Agent ) );
		}

		return $messages;
	}

	/**
	 * @param non-empty-list<Row> $rows
	 * @return list<array<string, string>> The same message twice is one.
	 */
	private static function messages( array $rows ): array {
		$messages = [];
		foreach ( $rows as $row ) {
			$told = [ $row->text( Target::MessageAt ), $row->text( Target::MessageKind ), $row->text( Target::MessageText ) ];
			$id   = $row->text( Target::MessageId );
			$id   = $id === '' ? 'row-' . substr( hash( 'sha256', implode( "\n", $told ) ), 0, 40 ) : $id;
			if ( count( $messages ) < self::MOST_MESSAGES ) {
				$messages[ "#$id" ] ??= self::message( $id, $told[1], $told[0], $told[2], $told[1] === 'customer' ? '' : $row->text( Target::MessageAuthor ) );
			}
		}

		return array_values( $messages );
	}

	/** @return array<string, string> */
	private static function message( string $id, string $kind, string $at, string $text, string $author = '' ): array {
		$parts = [ 'author' => mb_substr( $author, 0, 190, 'UTF-8' ), 'text' => mb_substr( $text, 0, self::MOST_TEXT, 'UTF-8' ) ];

		return [
			'external_id' => $id,
			'kind'        => $kind,
			'at'          => $at,
		] + array_filter( $parts, static fn ( string $part ): bool => $part !== '' );
	}

	/** An id of a message that the file has no id for. */
	private static function part( string $id, string $part ): string {
		return ( strlen( $id ) > 150 ? hash( 'sha256', $id ) : $id ) . ":$part";
	}

	/** @param non-empty-list<Row> $rows */
	private static function first( array $rows, Target $target, string $else = '' ): string {
		foreach ( $rows as $row ) {
			if ( $row->text( $target ) !== '' ) {
				return $row->text( $target );
			}
		}

		return $else;
	}

	/** @return list<string> */
	private static function tags( string $text ): array {
		$tags = array_map( trim( ... ), explode( ',', str_replace( [ ';', '|' ], ',', $text ) ) );

		return array_map( static fn ( string $tag ): string => mb_substr( $tag, 0, 100, 'UTF-8' ), array_slice( array_values( array_filter( $tags, static fn ( string $tag ): bool => $tag !== '' ) ), 0, 50 ) );
	}

	/** Only https is ever printed as a link; anything else is left out, the ticket is not. */
	private static function link( string $url ): string {
		return strlen( $url ) <= 500 && preg_match( '~^https://[^\s<>"]+$~D', $url ) === 1 ? $url : '';
	}

	/**
	 * @param array<string, mixed> $values
	 * @return array<string, mixed>
	 */
	private static function without_empty( array $values ): array {
		return array_filter( $values, static fn ( mixed $value ): bool => $value !== '' && $value !== null && $value !== [] );
	}
}
