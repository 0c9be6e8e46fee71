<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/**
 * Many rows as one quoted text that the database takes apart by itself. WordPress's SQLite driver needs a tenth of a millisecond for every value that a statement
 * names, which is most of the time of a large insert; a text is one value, however long.
 *
 * An index says where each row's record begins and how long it is; a record begins with the same about its values.
 */
final class PackedRows {

	/** Digits of a place in the text, and of one in a record. */
	private const FAR  = 7;
	private const NEAR = 6;

	/** Beside the digits of a value that is null. */
	private const NOTHING = '-';

	/**
	 * The query that gives the rows back, and the values of its placeholders.
	 *
	 * @param non-empty-list<array<string, scalar|null>> $rows All with the same columns.
	 * @return array{string, list<string>}
	 */
	public static function query( array $rows ): array {
		$count   = count( $rows );
		$entry   = self::FAR + self::NEAR;
		$columns = array_keys( $rows[0] );
		$values  = array_map( self::value( ... ), array_keys( $columns ), $columns );
		$start   = self::number( '%s', "place * $entry + 1", self::FAR );
		$length  = self::number( '%s', "place * $entry + 1 + " . self::FAR, self::NEAR );
		$records = array_map( self::record( ... ), $rows );
		$index   = self::index( $records );

		// The limit keeps each record whole: without it, it is cut out of the long text again for every value.
		return [
			"WITH RECURSIVE places AS (SELECT 0 AS place UNION ALL SELECT place + 1 AS place FROM places WHERE place < $count - 1),
			records AS (SELECT SUBSTR(%s, $start, $length) AS record FROM places LIMIT $count)
			SELECT " . implode( ', ', $values ) . ' FROM records',
			[ implode( '', $records ), $index, $index ],
		];
	}

	private static function value( int $place, string $column ): string {
		$at = $place * 2 * self::NEAR + 1;

		return "CASE WHEN SUBSTR(record, $at, 1) = '" . self::NOTHING . "' THEN NULL ELSE SUBSTR(record, " . self::number( 'record', (string) $at, self::NEAR ) . ', ' . self::number( 'record', (string) ( $at + self::NEAR ), self::NEAR ) . ") END AS `$column`";
	}

	private static function number( string $of, string $at, int $digits ): string {
		return "CAST(SUBSTR($of, $at, $digits) AS SIGNED)";
	}

	/** @param list<string> $records */
	private static function index( array $records ): string {
		$at    = 1;
		$index = '';
		foreach ( $records as $record ) {
			$length = mb_strlen( $record, 'UTF-8' );
			$index .= self::digits( $at, self::FAR ) . self::digits( $length, self::NEAR );
			$at    += $length;
		}

		return $index;
	}

	/** @param array<string, scalar|null> $row */
	private static function record( array $row ): string {
		$at    = count( $row ) * 2 * self::NEAR + 1;
		$index = '';
		foreach ( $row as $value ) {
			$length = $value === null ? 0 : mb_strlen( self::plain( $value ), 'UTF-8' );
			$index .= ( $value === null ? self::NOTHING . self::digits( 0, self::NEAR - 1 ) : self::digits( $at, self::NEAR ) ) . self::digits( $length, self::NEAR );
			$at    += $length;
		}

		return $index . implode( '', array_map( static fn ( int|float|string|bool|null $value ): string => $value === null ? '' : self::plain( $value ), $row ) );
	}

	private static function plain( int|float|string|bool $value ): string {
		return is_bool( $value ) ? (string) (int) $value : (string) $value;
	}

	private static function digits( int $number, int $digits ): string {
		return str_pad( (string) $number, $digits, '0', STR_PAD_LEFT );
	}
}
