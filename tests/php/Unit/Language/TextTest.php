<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Text;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class TextTest extends TestCase {

	/** @return array<string, array{string, string, string, string}> */
	public static function changes(): array {
		return [
			'something shorter'      => [ 'give me the license', '/give me/', 'get', 'license' ],
			'something longer'       => [ 'u are late', '/u /', 'you ', 'late' ],
			'something that is gone' => [ "l\u{200b}a\u{200b}te", "/\u{200b}/u", '', 'late' ],
		];
	}

	#[DataProvider( 'changes' )]
	public function test_a_stretch_of_the_changed_text_is_found_in_the_first_one( string $first, string $regex, string $by, string $word ): void {
		$changed = Text::of( $first )->replaced( $regex, static fn (): string => $by );
		$at      = (int) strpos( $changed->bytes, $word );

		[ $start, $end ] = $changed->origin( $at, $at + strlen( $word ) );

		$this->assertSame( $word, str_replace( "\u{200b}", '', substr( $first, $start, $end - $start ) ) );
	}

	public function test_half_of_a_replacement_is_the_whole_of_what_it_replaced(): void {
		$changed = Text::of( 'a l o s e r !' )->replaced( '/l o s e r/', static fn (): string => 'loser' );

		$this->assertSame( [ 2, 11 ], $changed->origin( 3, 5 ) );
	}

	public function test_changes_add_up(): void {
		$changed = Text::of( 'xxAyyByy' )
			->replaced( '/x/', static fn (): string => '' )
			->replaced( '/y/', static fn (): string => '***' );
		$at      = (int) strpos( $changed->bytes, 'B' );

		$this->assertSame( [ 5, 6 ], $changed->origin( $at, $at + 1 ) );
	}

	public function test_what_is_left_alone_moves_nothing(): void {
		$text = Text::of( 'same' );

		$this->assertSame( $text, $text->replaced( '/a/', static fn (): ?string => null ) );
	}
}
