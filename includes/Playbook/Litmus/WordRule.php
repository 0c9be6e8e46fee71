<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

use Amicable\Language\Regex;
use Amicable\Language\Veto;
use Amicable\Language\Vicinity;

/** What one rule looks for in one language, and what in the same sentence says that it is meant otherwise. */
final class WordRule {

	/** Stands in a pack for the makers that the draft names. */
	private const OTHERS = '@others';

	/** @param list<string> $words Expressions. */
	public function __construct(
		public readonly Code $code,
		private readonly array $words,
		private readonly ?string $unless,
	) {
	}

	/**
	 * @param list<string> $others Names, folded as the text is.
	 * @return list<array{int, int}> In bytes.
	 */
	public function places( string $text, array $others ): array {
		$names  = implode( '|', array_map( static fn ( string $name ): string => preg_quote( $name, '/' ), $others ) );
		$veto   = $this->unless === null ? null : new Veto( 'sentence', $this->unless );
		$places = [];
		foreach ( $this->words as $words ) {
			// A name that cannot be: an empty alternative would match everywhere.
			foreach ( Regex::all( str_replace( self::OTHERS, $names === '' ? '(?!)' : $names, $words ), $text ) as [ $match, $at ] ) {
				$end = $at + strlen( $match );
				if ( $match !== '' && ( $veto === null || ! $veto->speaks( new Vicinity( $text, $at, $end, $text ) ) ) ) {
					$places[] = [ $at, $end ];
				}
			}
		}

		return $places;
	}
}
