<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** The Korean ways to hide a word: signs between or behind all syllables, syllables apart, vowels stretched. */
final class KoreanDisguise {

	private const BETWEEN = '/(?<=[가-힣ㄱ-ㅎ])[0-9!@#$%^&*~_\-;:|\/\\\\.,·ㆍ]{1,3}(?=[가-힣ㄱ-ㅎ])/u';
	private const APART   = '/(?<![가-힣ㄱ-ㅎ])[가-힣ㄱ-ㅎ](?: [가-힣ㄱ-ㅎ](?![가-힣ㄱ-ㅎ])){1,20}/u';
	private const DOTTED  = '/(?<![가-힣ㄱ-ㅎ])(?:[가-힣ㄱ-ㅎ][.,·ㆍ*_]){3,12}/u';
	private const STRETCH = '/(?<=[시씨])[이\-~]{1,5}(?=[발바팔벌])|(?<=[가-힣])[ㅡ~]{1,5}(?=[가-힣])/u';

	private const SIGNS = [ '.', ',', '·', 'ㆍ', '*', '_' ];

	public function undone( Text $text ): Text {
		return $text
			->replaced( self::DOTTED, static fn ( string $run ): string => strtr( $run, array_fill_keys( self::SIGNS, '' ) ) )
			->replaced( self::BETWEEN, static fn (): string => '' )
			->replaced( self::APART, static fn ( string $run ): string => str_replace( ' ', '', $run ) )
			->replaced( self::STRETCH, static fn (): string => '' );
	}
}
