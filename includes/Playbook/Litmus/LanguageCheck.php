<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Language\Languages;
use Amicable\Language\Letters;
use Amicable\Language\Text;

/** A message in a language that the customer was not to be written in. */
final class LanguageCheck implements Check {

	private readonly Languages $languages;

	/** @param list<string> $known */
	public function __construct( private readonly Letters $letters, array $known ) {
		$this->languages = new Languages( $known );
	}

	/** @return list<Remark> */
	public function look( Draft $draft ): array {
		$found = $this->languages->of( $draft->text, $this->letters->folded( Text::of( $draft->text ) )->bytes, null );
		if ( $found === [] || in_array( $draft->language, $found, true ) ) {
			return [];
		}

		return [ Remark::at( Code::WrongLanguage, $draft->text, 0, strlen( $draft->text ) ) ];
	}
}
