<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Compile\Branches;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class BranchesTest extends TestCase {

	/** @return array<string, array{string, list<string>, list<string>}> Pattern, what it matches, what not. */
	public static function patterns(): array {
		return [
			'many first letters'       => [ '(?:소송|고소|고발|법원|경찰|판사|변호사|민사)(?:을|를)?', [ '소송을', '고발', '변호사를', '민사' ], [ '송소', '검사' ] ],
			'one the beginning of another' => [ '(?:사기|사기꾼|도둑|강도|거지|바보|등신)들', [ '사기꾼들', '사기들', '등신들' ], [ '사기꾼' ] ],
			'an optional first letter' => [ '^(?:개?새끼|놈|년|자식|인간|것|사람)$', [ '개새끼', '새끼', '것' ], [ '개' ] ],
			'a letter that is repeated' => [ '^(?:ㅋ{1,3}|가|나|다|라|마|바)$', [ 'ㅋㅋㅋ', '바' ], [ '사' ] ],
			'sets, escapes and groups' => [ '^(?:[가나]다|\d점|\?|(?:별|점)수|a\|b|하|호|후)$', [ '나다', '1점', '?', '별수', 'a|b', '호' ], [ '가', '점' ] ],
			'looks around'             => [ '(?:(?<!안 )가|나|다|라|마|바)(?=요|죠|네|냐|니|지)', [ '가요', '바지' ], [ '안 가요', '바람' ] ],
		];
	}

	/**
	 * @param list<string> $matching
	 * @param list<string> $others
	 */
	#[DataProvider( 'patterns' )]
	public function test_the_same_is_matched_as_before( string $pattern, array $matching, array $others ): void {
		foreach ( [ $pattern, ( new Branches() )->sorted( $pattern ) ] as $regex ) {
			foreach ( $matching as $text ) {
				$this->assertSame( 1, preg_match( "/$regex/u", $text ), "$regex: $text" );
			}
			foreach ( $others as $text ) {
				$this->assertSame( 0, preg_match( "/$regex/u", $text ), "$regex: $text" );
			}
		}
	}

	public function test_the_next_letter_is_looked_at_before_groups_are_entered(): void {
		$sorted = ( new Branches() )->sorted( '가[^.]{0,9}?(?:(?:하|가|오)겠|(?:(?<!안 )나|다|라)까)' );

		$this->assertStringContainsString( '(?=[가나다라오하])', $sorted );
		$this->assertSame( 1, preg_match( "/$sorted/u", '가서 하겠' ) );
		$this->assertSame( 1, preg_match( "/$sorted/u", '가서 다까' ) );
		$this->assertSame( 0, preg_match( "/$sorted/u", '가서 오까' ) );
	}

	public function test_groups_that_may_begin_with_anything_are_entered(): void {
		$this->assertStringNotContainsString( '(?=', ( new Branches() )->sorted( '가(?:(?:나|다|라)?요|(?:자|차|하)니)' ) );
	}

	public function test_few_branches_are_left_alone(): void {
		$this->assertSame( '(?:나|가|다)', ( new Branches() )->sorted( '(?:나|가|다)' ) );
	}
}
