<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\HelpDesks\TicketFile\Row;
use Amicable\Storage\FileRows;

/** The next whole tickets of a file. */
final class Groups {

	private const ROWS = 200;

	/** More rows of one ticket than this are one ticket still; only so many of its messages count. */
	private const MOST_OF_ONE = 3000;

	public function __construct( private readonly FileRows $rows ) {
	}

	/**
	 * @param non-empty-list<string> $states
	 * @return array<string, non-empty-list<array{row: Row, place: string, ticket_hash: string, state: string, result: string}>> By place.
	 */
	public function next( int $file_id, array $states, string $after ): array {
		$rows   = $this->rows->next( $file_id, $states, $after, self::ROWS );
		$groups = [];
		foreach ( $rows as $row ) {
			$groups[ "#{$row['place']}" ][] = $row;
		}
		if ( count( $rows ) < self::ROWS ) {
			return $groups;
		}
		// The last one may go on behind the slice.
		$last = (string) array_key_last( $groups );
		if ( count( $groups ) > 1 ) {
			unset( $groups[ $last ] );

			return $groups;
		}
		$all = $this->rows->at( $file_id, substr( $last, 1 ), self::MOST_OF_ONE );

		return $all === [] ? [] : [ $last => $all ];
	}
}
