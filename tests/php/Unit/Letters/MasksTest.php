<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Letters;

use Amicable\Letters\Masks;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What nobody should read in a screenshot is not there. */
final class MasksTest extends TestCase {

	/** @return iterable<string, array{list<string>, string, string}> */
	public static function texts(): iterable {
		yield 'a full name' => [ [ 'Maya Lindqvist' ], 'Dear Maya Lindqvist, hello', 'Dear ███, hello' ];
		yield 'a first name' => [ [ 'Maya Lindqvist' ], 'Hi Maya, MAYA! lindqvist?', 'Hi ███, ███! ███?' ];
		yield 'a name that is a word' => [ [ 'Will Hathersby' ], 'Will, they will share it', '███, they will share it' ];
		yield 'not inside words' => [ [ 'Ann Lee' ], 'Annual planning, Ann', 'Annual planning, ███' ];
		yield 'a Korean name with a particle' => [ [ '김하늘' ], '김하늘님, 김하늘에게 드립니다', '███님, ███에게 드립니다' ];
		yield 'a Turkish name' => [ [ 'Işıl Çelik' ], 'Merhaba Işıl, sayın Çelik', 'Merhaba ███, sayın ███' ];
		yield 'addresses' => [ [], 'Write to maya@example.com or x.y@shop.co.uk', 'Write to ███ or ███' ];
		yield 'a key' => [ [], 'Key A1B2-C3D4-E5F6-A7B8 works', 'Key ███ works' ];
		yield 'a phone number' => [ [], 'Call +49 30 1234567 today', 'Call ███ today' ];
		yield 'an order number' => [ [], 'Order #10422', 'Order ███' ];
		yield 'markup stays text' => [ [], '<script>alert(1)</script>', '<script>alert(1)</script>' ];
	}

	/** @param list<string> $names */
	#[DataProvider( 'texts' )]
	public function test_it_is_masked( array $names, string $text, string $masked ): void {
		self::assertSame( $masked, ( new Masks( $names ) )->over( $text ) );
	}
}
