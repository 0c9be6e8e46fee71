<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Finding;
use Amicable\Language\Label;
use Amicable\Language\WholeWords;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What was found stands between brackets. */
final class WholeWordsTest extends TestCase {

	/** @return iterable<string, array{string, string}> */
	public static function messages(): iterable {
		yield 'whole words stay' => [ 'Oh, [grow up], please.', 'grow up' ];
		yield 'the end of a Turkish word' => [ 'Bu [kafayla siz bakkal bile iş]letemezsiniz.', 'kafayla siz bakkal bile işletemezsiniz' ];
		yield 'the ending of a Korean word' => [ '[카드사에 이의 신청]했습니다.', '카드사에 이의 신청했습니다' ];
		yield 'the beginning of a word' => [ 'un[fair people]', 'unfair people' ];
		yield 'blanks at both ends' => [ 'Well[ thank you ]very much', 'thank you' ];
		yield 'signs are no letters' => [ '"[idiots]"!', 'idiots' ];
		yield 'letters of four bytes before it' => [ '😀😀 you [idi]ots', 'idiots' ];
		yield 'a very long word is cut' => [ '[a]' . str_repeat( 'b', 60 ), 'a' . str_repeat( 'b', 24 ) ];
	}

	#[DataProvider( 'messages' )]
	public function test_a_quote_is_made_of_whole_words_and_stays_an_exact_part( string $marked, string $quote ): void {
		$start   = (int) mb_strpos( $marked, '[' );
		$end     = (int) mb_strpos( $marked, ']' ) - 1;
		$message = str_replace( [ '[', ']' ], '', $marked );
		$whole   = WholeWords::of( new Finding( Label::Abuse, null, 3, 'x', 'x', mb_substr( $message, $start, $end - $start ), $start, $end, null, false ), $message );

		self::assertSame( $quote, $whole->quote );
		self::assertSame( $quote, mb_substr( $message, $whole->start, $whole->end - $whole->start ) );
	}
}
