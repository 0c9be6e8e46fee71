<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** Tells from its first bytes what is no list of rows at all, whatever its name says. */
final class FileKind {

	public const WORKBOOK = 'workbook';

	public const ARCHIVE = 'archive';

	public const BINARY = 'binary';

	public const MARKUP = 'markup';

	private const BEGINNINGS = [
		"PK\x03\x04"         => self::WORKBOOK,
		"\xD0\xCF\x11\xE0"   => self::WORKBOOK,
		"\x1F\x8B"           => self::ARCHIVE,
		"7z\xBC\xAF"         => self::ARCHIVE,
		'Rar!'               => self::ARCHIVE,
		'BZh'                => self::ARCHIVE,
		'%PDF'               => self::BINARY,
		"\x89PNG"            => self::BINARY,
		"\xFF\xD8\xFF"       => self::BINARY,
		'GIF8'               => self::BINARY,
		"\x7FELF"            => self::BINARY,
		'SQLite format 3'    => self::BINARY,
	];

	/** Null: it may well be text. */
	public static function refusal( string $first ): ?string {
		foreach ( self::BEGINNINGS as $beginning => $kind ) {
			if ( str_starts_with( $first, $beginning ) ) {
				return $kind;
			}
		}
		$head = substr( $first, 0, 4096 );
		if ( preg_match( '/^(?:\xEF\xBB\xBF)?\s*(?:<\?|<!doctype|<html|\[\s*[{\[]|\{\s*")/i', $head ) === 1 ) {
			return self::MARKUP;
		}
		$odd = (int) preg_match_all( '/[\x00-\x08\x0E-\x1A\x1C-\x1F]/', $head );

		return $odd * 20 > strlen( $head ) && ! EncodingGuess::of( $head, $head )->is_wide() ? self::BINARY : null;
	}
}
