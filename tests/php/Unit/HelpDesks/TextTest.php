<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\HelpDesks;

use Amicable\HelpDesks\DocsLinks;
use Amicable\HelpDesks\OwnWords;
use Amicable\HelpDesks\Subjects;
use Amicable\HelpDesks\WorkingTime;
use DateTimeImmutable;
use DateTimeZone;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class TextTest extends TestCase {

	/** @return iterable<string, array{string, string}> */
	public static function messages(): iterable {
		yield 'an answer above a quote' => [ "Thanks!\n\nOn Mon, 2 Mar 2026 at 10:00, Ann wrote:\n> old\n> older", 'Thanks!' ];
		yield 'answers between quotes' => [ "> How?\nLike this.\n> And then?\nLike that.", "Like this.\nLike that." ];
		yield 'a bar above the old mail' => [ "New\r\n-----Original Message-----\r\nFrom: x\r\nOld", 'New' ];
		yield 'a Korean attribution' => [ "감사합니다\n2026년 3월 2일 (월) 오전 10:00, 홍길동님이 작성:\n> 이전", '감사합니다' ];
		yield 'a Turkish attribution' => [ "Teşekkürler\n2 Mar 2026 Pzt 10:00 tarihinde Ayşe şunu yazdı:\n> eski", 'Teşekkürler' ];
		yield 'a German attribution' => [ "Danke\nAm 02.03.2026 um 10:00 schrieb Ann:\n> alt", 'Danke' ];
		yield 'a signature' => [ "Done.\n-- \nAnn\nhttps://docs.example.com", 'Done.' ];
		yield 'a phone' => [ "Yes\nSent from my iPhone", 'Yes' ];
		yield 'somebody who writes about writing' => [ "He wrote: it works.\nOn it!", "He wrote: it works.\nOn it!" ];
		yield 'nothing' => [ '', '' ];
	}

	#[DataProvider( 'messages' )]
	public function test_only_what_they_wrote_themselves_counts( string $text, string $own ): void {
		self::assertSame( $own, OwnWords::of( $text ) );
	}

	public function test_letters_are_counted_not_bytes_and_hangul_apart(): void {
		self::assertSame( 9, OwnWords::chars( "안녕 \n\n hello!" ) );
		self::assertSame( 2, OwnWords::hangul( '안녕 hello!' ) );
		self::assertSame( 0, OwnWords::chars( '' ) );
	}

	public function test_more_than_is_looked_at_or_kept_is_cut_between_letters(): void {
		$long = str_repeat( '한', 200_000 );

		self::assertLessThanOrEqual( 262_144, strlen( OwnWords::of( $long ) ) );
		self::assertTrue( mb_check_encoding( OwnWords::of( $long ), 'UTF-8' ) );
		self::assertTrue( mb_check_encoding( OwnWords::kept( $long ), 'UTF-8' ) );
		self::assertSame( 300, mb_strlen( OwnWords::quote( $long ) ) );
	}

	public function test_a_hostile_text_is_read_in_no_time(): void {
		$begun = hrtime( true );
		foreach ( [ str_repeat( 'On a wrote ', 20_000 ), str_repeat( "On \n", 50_000 ), str_repeat( '>', 200_000 ), str_repeat( 'http://a', 30_000 ), str_repeat( '님이 ', 60_000 ) ] as $text ) {
			( new DocsLinks( [ 'https://docs.example.com' ] ) )->first( OwnWords::of( $text ) );
		}

		self::assertLessThan( 2.0, ( hrtime( true ) - $begun ) / 1e9 );
	}

	/** @return iterable<string, array{string, string|null}> */
	public static function links(): iterable {
		yield 'a page below' => [ 'See https://docs.example.com/gallery/keys.', 'https://docs.example.com/gallery/keys' ];
		yield 'the start' => [ 'https://docs.example.com/gallery', 'https://docs.example.com/gallery' ];
		yield 'without s, with www, in capitals' => [ '(http://WWW.Docs.Example.com/gallery/x?y=1#z)', 'http://WWW.Docs.Example.com/gallery/x?y=1#z' ];
		yield 'in a tag' => [ '<a href="https://docs.example.com/gallery/a">x</a>', 'https://docs.example.com/gallery/a' ];
		yield 'in Markdown' => [ '[x](https://docs.example.com/gallery/a)', 'https://docs.example.com/gallery/a' ];
		yield 'the second of two' => [ 'https://example.com and https://docs.example.com/gallery/a', 'https://docs.example.com/gallery/a' ];
		yield 'another path that begins alike' => [ 'https://docs.example.com/gallery-old', null ];
		yield 'another host that ends alike' => [ 'https://evildocs.example.com/gallery', null ];
		yield 'the address inside another' => [ 'https://evil.example/?u=https://docs.example.com/gallery/a', null ];
		yield 'a name before the host' => [ 'https://docs.example.com@evil.example/gallery/a', null ];
		yield 'no link' => [ 'docs.example.com/gallery', null ];
	}

	#[DataProvider( 'links' )]
	public function test_only_links_to_the_documentation_are_found( string $text, ?string $link ): void {
		self::assertSame( $link, ( new DocsLinks( [ 'docs.example.com/gallery/' ] ) )->first( $text ) );
	}

	public function test_without_an_address_nothing_is_documentation(): void {
		self::assertNull( ( new DocsLinks( [] ) )->first( 'https://docs.example.com' ) );
		self::assertNull( ( new DocsLinks( [ '', 'https://' ] ) )->first( 'https://docs.example.com' ) );
	}

	public function test_a_link_whose_text_is_forgotten_can_only_be_dropped(): void {
		$docs = new DocsLinks( [ 'https://docs.example.com' ] );

		self::assertSame( 'https://docs.example.com/a', $docs->in_message( null, 'https://docs.example.com/a' ) );
		self::assertNull( $docs->in_message( null, 'https://old.example.com/a' ) );
		self::assertNull( $docs->in_message( null, null ) );
		self::assertNull( $docs->in_message( 'nothing', 'https://docs.example.com/a' ) );
	}

	/** @return iterable<string, array{string, string, bool}> */
	public static function subjects(): iterable {
		yield 'a reply' => [ 'License key', 'RE: Fwd: license  key!', true ];
		yield 'with the number of a ticket' => [ '[#4711] License key', 'License key (#12)', true ];
		yield 'a typing error' => [ 'Licence key does not work', 'License key doesnt work', true ];
		yield 'in Korean' => [ '라이선스 키가 작동하지 않아요', '라이선스 키 작동하지 않습니다', true ];
		yield 'in Turkish' => [ 'YNT: Lisans anahtarı çalışmıyor', 'lisans anahtari calismiyor', true ];
		yield 'two without any' => [ '', '', true ];
		yield 'one without any' => [ '', 'License key', false ];
		yield 'another matter' => [ 'License key does not work', 'Invoice for March', false ];
		yield 'one word alike' => [ 'Gallery colors', 'Gallery invoice for March please', false ];
	}

	#[DataProvider( 'subjects' )]
	public function test_subjects_are_alike_when_they_are_about_the_same( string $one, string $other, bool $alike ): void {
		self::assertSame( $alike, Subjects::are_alike( $one, $other ) );
		self::assertSame( $alike, Subjects::are_alike( $other, $one ) );
	}

	/** @return iterable<string, array{string, string, int, string}> */
	public static function spans(): iterable {
		yield 'within a day' => [ '2026-03-04T10:00:00Z', '2026-03-04T12:30:00Z', 9000, 'UTC' ];
		yield 'over a weekend' => [ '2026-03-06T12:00:00Z', '2026-03-09T12:00:00Z', 86400, 'UTC' ];
		yield 'inside a weekend' => [ '2026-03-07T08:00:00Z', '2026-03-08T20:00:00Z', 0, 'UTC' ];
		yield 'Saturday in Seoul is Friday elsewhere' => [ '2026-03-06T14:00:00Z', '2026-03-06T18:00:00Z', 3600, 'Asia/Seoul' ];
		yield 'a weekend in which the clocks skip an hour' => [ '2026-03-06T05:00:00Z', '2026-03-09T05:00:00Z', 86400 + 3600, 'America/New_York' ];
		yield 'backwards' => [ '2026-03-05T00:00:00Z', '2026-03-04T00:00:00Z', 0, 'UTC' ];
	}

	#[DataProvider( 'spans' )]
	public function test_working_time_leaves_weekends_out( string $from, string $until, int $seconds, string $zone ): void {
		self::assertSame( $seconds, ( new WorkingTime( new DateTimeZone( $zone ) ) )->between( ( new DateTimeImmutable( $from ) )->getTimestamp(), ( new DateTimeImmutable( $until ) )->getTimestamp() ) );
	}
}
