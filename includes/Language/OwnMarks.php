<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** By what a language that a site added is told: everyday words, and letters that those of the shipped packs do not have. */
final class OwnMarks {

	/** So many words one such letter is worth. */
	private const LETTER = 2;

	/** @var array<string, true> */
	private readonly array $words;

	/** @param list<string> $words In small letters. */
	public function __construct( array $words, private readonly string $letters ) {
		$this->words = array_fill_keys( $words, true );
	}

	/** @param string $own The writer's own words. */
	public function found_in( string $own ): int {
		$small = mb_strtolower( $own, 'UTF-8' );
		$known = count( array_filter( Regex::texts( '/[\w\'’]++/u', $small ), fn ( string $word ): bool => isset( $this->words[ $word ] ) ) );
		$class = $this->letters === '' ? null : '/[' . preg_quote( $this->letters, '/' ) . ']/u';

		return $known + ( $class !== null && Regex::matches( $class, $small ) ? self::LETTER : 0 );
	}
}
