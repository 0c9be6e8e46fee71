<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Language\Hangul;
use Amicable\Language\Languages;
use Amicable\Language\Letters;
use Amicable\Language\Regex;
use Amicable\Language\Text;

/** A message in a language that the customer was not to be written in. */
final class LanguageCheck implements Check {

	/** Fewer in Latin letters say too little to stand in anybody's way. */
	private const WORDS = 3;

	private readonly Languages $languages;

	/** @param list<string> $known */
	public function __construct( private readonly Letters $letters, array $known ) {
		$this->languages = new Languages( $known );
	}

	/** @return list<Remark> */
	public function look( Draft $draft ): array {
		if ( Regex::count( '/\p{L}[\p{L}\'’]*/u', $draft->text ) < self::WORDS && ! Hangul::is_in( $draft->text ) ) {
			return [];
		}
		$found = $this->languages->of( $draft->text, $this->letters->folded( Text::of( $draft->text ) )->bytes, null );
		if ( $found === [] || in_array( $draft->language, $found, true ) ) {
			return [];
		}

		return [ Remark::at( Code::WrongLanguage, $draft->text, 0, strlen( $draft->text ) ) ];
	}
}
