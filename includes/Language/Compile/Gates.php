<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

use Amicable\Language\CueTexts;

/**
 * The cues of all rules, as they are looked up: a text without any cue never meets a rule.
 *
 * @phpstan-type CueRules array<int|string, array<string, list<int>>>
 */
final class Gates {

	/**
	 * @param array<string, CueRules> $cues By view.
	 * @return array<string, array<int|string, string>>
	 */
	public function of( array $cues ): array {
		return array_map( fn ( array $of ): array => CueTexts::packed( $this->numbers( $of ) ), $cues );
	}

	/**
	 * @param CueRules $cues
	 * @return array<int|string, array{string, string}>
	 */
	private function numbers( array $cues ): array {
		$all = [];
		foreach ( $cues as $cue => $rules ) {
			if ( strpbrk( (string) $cue, "\t\n" ) !== false ) {
				throw new PackError( "A cue holds a tab or the end of a line: $cue" );
			}
			$all[ $cue ] = [ $this->list( $rules['cues'] ?? [] ), $this->list( $rules['also'] ?? [] ) ];
		}
		ksort( $all, SORT_STRING );

		return $all;
	}

	/** @param list<int> $numbers */
	private function list( array $numbers ): string {
		return implode( ',', array_unique( $numbers ) );
	}
}
