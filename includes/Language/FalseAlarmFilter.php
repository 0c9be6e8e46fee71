<?php
declare( strict_types=1 );

namespace Amicable\Language;

/**
 * A second look at what a rule found, that can only leave people alone.
 *
 * Rules accuse, with the words that they go by; this never does. It reads the sentence that was found and its neighbors, and takes it for a false alarm when
 * nearly every true one that it learned from looks more like it. docs/detection.md has the figures, docs/decisions/0009 the reasons.
 */
final class FalseAlarmFilter {

	/** What must never be missed for a guess: a lawyer's letter, and what threatens or molests somebody who works there. */
	private const GRAVE_LABELS = [ Label::LegalThreat ];
	private const GRAVE        = [ 'wishes_harm', 'sexual_harassment' ];

	/** Letters that were learned. What holds others may be written to mislead, and is left to the rules that see through it. */
	private const LEARNED = [
		'ko' => '/^[\x00-\x7E‘’“”–—…·\x{3131}-\x{318E}\x{AC00}-\x{D7A3}]*$/Du',
		'tr' => '/^[\x00-\x7E‘’“”–—…·çğıöşüâîûÇĞİÖŞÜÂÎÛ]*$/Du',
	];
	private const PLAIN   = '/^[\x00-\x7E‘’“”–—…·]*$/Du';

	/** With fewer words around there is nothing to judge by. */
	private const LEAST_WORDS = 6;

	public function __construct( private readonly Models $models ) {
	}

	/**
	 * Whether what a rule found is to be passed over.
	 *
	 * @param string $text  The writer's own words, as they were typed.
	 * @param int    $start In bytes.
	 * @param int    $end   In bytes.
	 */
	public function spares( string $language, Rule $rule, string $text, int $start, int $end ): bool {
		if ( in_array( $rule->label, self::GRAVE_LABELS, true ) || in_array( $rule->why, self::GRAVE, true ) ) {
			return false;
		}
		if ( ! Regex::matches( self::LEARNED[ $language ] ?? self::PLAIN, substr( $text, $start, $end - $start ) ) ) {
			return false;
		}
		$read = Surroundings::of( $text, $start, $end );

		return Regex::count( '/\S+/u', $read ) >= self::LEAST_WORDS && $this->models->of( $language )?->denies( $rule->label, $read ) === true;
	}
}
