<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/**
 * Plain text as the HTML that a desk keeps. Braces and brackets are written as entities: desks fill in `{{placeholders}}` and take out
 * `[shortcodes]`, and what was read and approved goes out as it was.
 */
final class PlainHtml {

	public static function of( string $text ): string {
		$paragraphs = (array) preg_split( '/\n{2,}/', trim( str_replace( [ "\r\n", "\r" ], "\n", $text ) ) );
		$escaped    = array_map( static fn ( string|false $one ): string => '<p>' . str_replace( [ '{', '}', '[', ']', "\n" ], [ '&#123;', '&#125;', '&#91;', '&#93;', "<br>\n" ], htmlspecialchars( (string) $one, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8' ) ) . '</p>', $paragraphs );

		return implode( "\n", $escaped );
	}
}
