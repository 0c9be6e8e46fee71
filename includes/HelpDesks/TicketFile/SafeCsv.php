<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** Writes rows that no spreadsheet takes for formulas, and that read back as what they were. */
final class SafeCsv {

	/** So that a spreadsheet reads the letters right. */
	public const MARK = "\xEF\xBB\xBF";

	private const DANGEROUS = '/^\'*(?:[=+\-@\t\r\n\x00]|\xEF\xBC\x9D|\xEF\xBC\x8B|\xEF\xBC\x8D|\xEF\xBC\xA0)/';

	/** @param list<string> $cells */
	public static function line( array $cells ): string {
		return implode( ',', array_map( static fn ( string $cell ): string => '"' . str_replace( '"', '""', self::guard( $cell ) ) . '"', $cells ) ) . "\r\n";
	}

	public static function guard( string $cell ): string {
		return preg_match( self::DANGEROUS, $cell ) === 1 ? "'$cell" : $cell;
	}

	/** What `guard()` was given. */
	public static function unguard( string $cell ): string {
		return str_starts_with( $cell, "'" ) && preg_match( self::DANGEROUS, $cell ) === 1 ? substr( $cell, 1 ) : $cell;
	}
}
