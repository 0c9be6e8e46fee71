<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** Upper and lower case, look-alikes, accents and things nobody can see, by table: every host reads the same. */
final class Letters {

	private const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
	private const LOWER = 'abcdefghijklmnopqrstuvwxyz';

	private const TURKISH_PAIRS = '/[csgoui]\x{327}|[gouisc][\x{306}\x{307}\x{308}]/u';
	private const TURKISH       = [
		"c\u{327}" => 'ç',
		"s\u{327}" => 'ş',
		"g\u{306}" => 'ğ',
		"o\u{308}" => 'ö',
		"u\u{308}" => 'ü',
		"i\u{307}" => 'i',
	];

	public function __construct( private readonly LetterTable $plain, private readonly LetterTable $folded ) {
	}

	/** With the tables that the plugin brings. */
	public static function shipped(): self {
		$tables = LetterTable::shipped();

		return new self( $tables['plain'], $tables['folded'] );
	}

	/** Lower case, straight quotes, single spaces; accents stay. */
	public function plain( Text $text ): Text {
		return $this->through( $text->same_length( strtr( $text->bytes, self::UPPER, self::LOWER ) ), $this->plain, false );
	}

	/** The same in a script that is not Latin, and has capitals of its own. */
	public function small( Text $text ): Text {
		return $this->plain( $text->replaced( '/\p{Lu}/u', static fn ( string $letter ): string => mb_strtolower( $letter, 'UTF-8' ) ) );
	}

	/** The same as Turkish has it: I is the capital of ı. */
	public function turkish( Text $text ): Text {
		return $this->plain( $text->replaced( '/I(?!\x{307})/u', static fn (): string => 'ı' ) );
	}

	/** Plain Latin letters and nothing else. */
	public function folded( Text $text ): Text {
		return $this->through( $text->same_length( strtr( $text->bytes, self::UPPER, self::LOWER ) ), $this->folded, true );
	}

	private function through( Text $text, LetterTable $table, bool $drop ): Text {
		if ( Regex::matches( '/[^\x00-\x7F]/', $text->bytes ) ) {
			$text = $this->composed( $text, $drop )->replaced( '/[^\x00-\x7F\x{AC00}-\x{D7A3}ㄱ-ㅣ]/u', $table->of( ... ) );
		}

		return $this->spaced( $text );
	}

	private function composed( Text $text, bool $drop ): Text {
		if ( $drop || ! Regex::matches( '/[\x{306}-\x{308}\x{327}]/u', $text->bytes ) ) {
			return $text;
		}

		return $text->replaced( self::TURKISH_PAIRS, static fn ( string $pair ): ?string => self::TURKISH[ $pair ] ?? null );
	}

	private function spaced( Text $text ): Text {
		if ( ! Regex::matches( '/[\t\r]|  |\n /', $text->bytes ) ) {
			return $text;
		}

		return $text->replaced( '/[ \t\r]{2,}(?=\n)|\n[ \t\r]+|[\t\r]|[ \t\r]{2,}/', static fn ( string $run ): string => str_contains( $run, "\n" ) ? "\n" : ' ' );
	}
}
