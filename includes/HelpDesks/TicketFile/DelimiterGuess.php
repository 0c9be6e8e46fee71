<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** What separates the cells: whatever cuts the first rows into the most cells, and into equally many. */
final class DelimiterGuess {

	public const ALL = [ ',', ';', "\t", '|' ];

	private const ROWS = 20;

	/** @return non-empty-string */
	public static function of( Pieces $pieces, Decoder $decoder ): string {
		$best  = ',';
		$score = 0;
		foreach ( self::ALL as $delimiter ) {
			$found = self::score( new Records( $pieces, $decoder, $delimiter ) );
			if ( $found > $score ) {
				[ $best, $score ] = [ $delimiter, $found ];
			}
		}

		return $best;
	}

	/** Rows as long as the header count for as many cells as they have; one cell alone is no sign. */
	private static function score( Records $records ): int {
		$header = count( $records->next()->cells ?? [] );
		$score  = $header > 1 ? $header : 0;
		for ( $row = 1; $row < self::ROWS && $score > 0; $row++ ) {
			$record = $records->next();
			if ( $record === null ) {
				break;
			}
			$score += count( $record->cells ) === $header ? $header : -$header;
		}

		return $score;
	}
}
