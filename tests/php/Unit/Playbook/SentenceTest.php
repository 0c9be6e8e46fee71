<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Playbook;

use Amicable\Playbook\Sentence;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Nobody is quoted with half a sentence. */
final class SentenceTest extends TestCase {

	/** @return iterable<string, array{string, string|null, string}> */
	public static function quotes(): iterable {
		yield 'in the middle' => [ 'My cat could write', 'No applause. My cat could write a better answer. Bye.', 'My cat could write a better answer' ];
		yield 'a question' => [ 'are you awake', 'Hello, are you awake over there? Hm.', 'Hello, are you awake over there?' ];
		yield 'a line' => [ 'idiots', "Hi\nyou are idiots\nBye", 'you are idiots' ];
		yield 'a version is no end' => [ 'broke', 'Version 4.2 broke all. Yes.', 'Version 4.2 broke all' ];
		yield 'Korean' => [ '바보', '안녕하세요. 정말 바보 같네요. 네.', '정말 바보 같네요' ];
		yield 'the text is gone' => [ 'idiots', null, 'idiots' ];
		yield 'not in the text' => [ 'idiots', 'Nothing of the kind.', 'idiots' ];
		yield 'too long a sentence' => [ 'idiots', str_repeat( 'and on ', 30 ) . 'idiots', 'idiots' ];
	}

	#[DataProvider( 'quotes' )]
	public function test_the_sentence_around( string $words, ?string $text, string $sentence ): void {
		self::assertSame( $sentence, Sentence::of( $words, $text, 60 ) );
	}
}
