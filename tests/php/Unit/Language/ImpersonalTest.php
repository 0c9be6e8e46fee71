<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Impersonal;
use Amicable\Language\Segmenter;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ImpersonalTest extends TestCase {

	/** @return iterable<string, array{string, list<string>, string}> */
	public static function messages(): iterable {
		yield 'addresses, numbers and keys'     => [ 'Call +49 170 555-0142, write to a.b@shop.example or see shop.example/x and https://shop.example/y?k=1. My key ABCD-EFGH-IJKL fails.', [], 'Call … write to or see … and My key … fails.' ];
		yield 'names, with what hangs on them'  => [ 'Hello Tom, this is Maya Linden. Maya’s license fails, and Mayan calendars do not.', [ 'Maya Linden', 'Tom' ], 'Hello …, this is …. …’s license fails, and Mayan calendars do not.' ];
		yield 'the first half of an email'      => [ 'maya here, nothing works', [ 'maya.linden@shop.example' ], '… here, nothing works' ];
		yield 'Korean, with and without family' => [ '저는 김민수입니다. 민수가 또 씁니다.', [ '김민수' ], '저는 …입니다. …가 또 씁니다.' ];
		yield 'Turkish letters i'               => [ 'Ben İrem, IREM değil. İrem\'in lisansı.', [ 'irem' ], 'Ben …, … değil. …\'in lisansı.' ];
		yield 'what others said'                => [ "You wrote \"dear Maya\".\nIt fails.\n> Hi, your order\n\nOn Monday Tom wrote:\n> old", [], 'You wrote . It fails.' ];
		yield 'nothing but what reveals'        => [ 'maya@shop.example 555-0142', [ 'Maya' ], '' ];
	}

	/** @param list<string> $names */
	#[DataProvider( 'messages' )]
	public function test_nothing_is_left_that_says_who_wrote( string $message, array $names, string $left ): void {
		self::assertSame( $left, ( new Impersonal( new Segmenter() ) )->words( $message, $names ) );
	}
}
