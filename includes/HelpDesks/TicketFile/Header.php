<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** The names of the columns. */
final class Header {

	/** The first columns of a list of refused rows, which may come back mended. */
	public const OURS = [ 'amicable_row', 'amicable_line', 'amicable_column', 'amicable_reason' ];

	/** @param list<string> $names As they stand in the file; a name that comes twice has a number. */
	private function __construct( public readonly array $names ) {
	}

	public static function of( Record $record, Decoder $decoder ): self {
		$names = [];
		$seen  = [];
		foreach ( $record->cells as $index => $cell ) {
			$name         = mb_substr( trim( (string) preg_replace( '/[\p{Cc}\x{FEFF}]+/u', ' ', $decoder->cell( $cell ) ?? '' ) ), 0, 100, 'UTF-8' );
			$name         = $name === '' ? '#' . ( $index + 1 ) : $name;
			$key          = self::key( $name );
			$seen[ $key ] = ( $seen[ $key ] ?? 0 ) + 1;
			$names[]      = $seen[ $key ] === 1 ? $name : "$name ($seen[$key])";
		}

		return new self( $names );
	}

	/** @param list<string> $names What `of()` found before. */
	public static function named( array $names ): self {
		return new self( $names );
	}

	/** The same for all ways of writing a name. */
	public static function key( string $name ): string {
		return (string) preg_replace( '/[\s_\-.:\/]+/u', '', Words::plain( $name ) );
	}

	/** Equal for files with the same columns, so that they are read alike. */
	public function fingerprint(): string {
		return hash( 'sha256', implode( "\n", array_map( self::key( ... ), $this->names ) ) );
	}

	/** Whether we wrote this file, and put a sign before what a spreadsheet would take for a formula. */
	public function is_ours(): bool {
		return array_slice( $this->names, 0, count( self::OURS ) ) === self::OURS;
	}
}
