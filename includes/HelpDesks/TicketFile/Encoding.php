<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** How the letters of a file are written down. */
enum Encoding: string {

	case Utf8        = 'utf-8';
	case Utf16Le     = 'utf-16le';
	case Utf16Be     = 'utf-16be';
	case Windows1252 = 'windows-1252';
	case Windows1254 = 'windows-1254';
	case Korean      = 'euc-kr';

	/** Two bytes a letter; in all others a comma or a line break is the one byte it is in ASCII, and no other letter holds that byte. */
	public function is_wide(): bool {
		return $this === self::Utf16Le || $this === self::Utf16Be;
	}
}
