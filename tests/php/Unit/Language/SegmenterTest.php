<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Segmenter;
use Amicable\Language\SegmentKind;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class SegmenterTest extends TestCase {

	/** @return array<string, array{string, SegmentKind, string}> Message, kind, the stretch. */
	public static function stretches(): array {
		return [
			'quoted lines'            => [ "> you idiots\nNo.", SegmentKind::Reply, '> you idiots' ],
			'a reply below'           => [ "Thanks.\nOn Mon, 2 Mar 2026 at 10:00, Ann <ann@example.com> wrote:\nyou idiots", SegmentKind::Reply, 'you idiots' ],
			'a Korean reply header'   => [ "네.\n2026년 3월 2일 (월) 김민지 님이 작성:\n멍청이", SegmentKind::Reply, '멍청이' ],
			'a Turkish reply header'  => [ "Tamam.\n2 Mart 2026 tarihinde Ayşe şunu yazdı:\naptallar", SegmentKind::Reply, 'aptallar' ],
			'a forwarded mail'        => [ "See below.\n---------- Forwarded message ---------\nI will sue you", SegmentKind::Forwarded, 'I will sue you' ],
			'an Outlook header'       => [ "See below.\nFrom: Bob\nSent: Monday\nI will sue you", SegmentKind::Forwarded, 'I will sue you' ],
			'a Korean forwarded mail' => [ "확인 부탁드려요.\n---------- 전달된 메시지 ----------\n고소합니다", SegmentKind::Forwarded, '고소합니다' ],
			'a Turkish forwarded one'  => [ "Bakar mısınız?\n---- İletilen mesaj ----\nDava açacağım", SegmentKind::Forwarded, 'Dava açacağım' ],
			'fenced code'             => [ "Here:\n```\nkill( you );\n```", SegmentKind::Code, 'kill( you );' ],
			'code in a line'          => [ 'It says `die idiot` there.', SegmentKind::Code, '`die idiot`' ],
			'a fatal error'           => [ 'PHP Fatal error: Uncaught idiot in line 3', SegmentKind::Log, 'Uncaught idiot in line 3' ],
			'a trace'                 => [ "See\n#0 /var/www/kill.php(3): sue()\nbye", SegmentKind::Log, '#0 /var/www/kill.php(3): sue()' ],
			'an address'              => [ 'Look at https://example.com/idiots?x=1 please', SegmentKind::Address, 'https://example.com/idiots?x=1' ],
			'a mail address'          => [ 'Write to idiots@example.com.', SegmentKind::Address, 'idiots@example.com' ],
			'a signature'             => [ "It works.\n-- \nAnn, attorney at law\nLawsuits and more", SegmentKind::Signature, 'attorney at law' ],
			'a closing'               => [ "It works.\nKind regards,\nAnn, attorney at law", SegmentKind::Signature, 'attorney at law' ],
			'a closing with a name'   => [ "It works.\nThanks!\n\nAnn\nCEO, Lawsuits Ltd.\n+1 555 0100", SegmentKind::Signature, 'Lawsuits Ltd.' ],
			'a name before a postscript' => [ "It works.\nThanks\nAnn Lawsuit\nPS: bye", SegmentKind::Signature, 'Ann Lawsuit' ],
			'markup'                  => [ 'Hi<br class="idiot">there', SegmentKind::Markup, '<br class="idiot">' ],
			'a quotation'             => [ 'He wrote "you idiots" there.', SegmentKind::Quotation, '"you idiots"' ],
			'a Korean quotation'      => [ '그는 「멍청이」라고 썼다.', SegmentKind::Quotation, '「멍청이」' ],
		];
	}

	#[DataProvider( 'stretches' )]
	public function test_a_stretch_is_known_for_what_it_is( string $message, SegmentKind $kind, string $stretch ): void {
		$at    = (int) strpos( $message, $stretch );
		$found = array_filter( ( new Segmenter() )->segments( $message ), static fn ( $segment ): bool => $segment->kind === $kind && $segment->holds( $at, $at + strlen( $stretch ) ) );

		$this->assertNotEmpty( $found );
	}

	public function test_own_words_stay_in_their_place(): void {
		$message   = "You are late.\n> you idiots\nStill late, see https://example.com/x.";
		$segmenter = new Segmenter();
		$own       = $segmenter->own( $message, $segmenter->segments( $message ) );

		$this->assertSame( strlen( $message ), strlen( $own ) );
		$this->assertSame( strpos( $message, 'Still late' ), strpos( $own, 'Still late' ) );
		$this->assertStringNotContainsString( 'idiots', $own );
		$this->assertStringNotContainsString( 'example', $own );
	}

	/** @return array<string, array{string, string}> Message, what in it the writer still has to say. */
	public static function afterthoughts(): array {
		return [
			'a sentence after thanks'    => [ "Hello,\nThanks\nBut if nothing happens I will sue you.\nAnn", 'I will sue you' ],
			'a question after regards'   => [ "Bye.\nKind regards,\n\nOr do I have to call my lawyer?", 'my lawyer' ],
			'a Korean sentence'          => [ "확인 부탁드려요.\n감사합니다\n근데 환불 안 해 주시면 고소합니다\n김민지", '고소합니다' ],
			'a Turkish sentence'         => [ "Merhaba.\nSaygılar\nİade etmezseniz dava açacağım.", 'dava açacağım' ],
			'a postscript below a name'  => [ "It works.\nBest regards\nAnn\nPS: otherwise I will sue you", 'I will sue you' ],
			'a Korean postscript'        => [ "됩니다.\n감사합니다\n김민지 드림\n추신: 아니면 고소할게요", '고소할게요' ],
			'a long paragraph'           => [ "Hi\nThanks\n" . str_repeat( 'so the plugin broke again and a day of sales is gone, ', 60 ) . "my lawyer writes to you\nAnn", 'my lawyer' ],
			'many lines'                 => [ "Hi\nThanks,\n" . str_repeat( "short line\n", 60 ) . 'my lawyer writes to you', 'my lawyer' ],
		];
	}

	#[DataProvider( 'afterthoughts' )]
	public function test_what_follows_a_closing_is_read_unless_it_is_a_name( string $message, string $said ): void {
		$segmenter = new Segmenter();

		$this->assertStringContainsString( $said, $segmenter->own( $message, $segmenter->segments( $message ) ) );
	}

	public function test_a_very_long_address_ends_with_a_whole_letter(): void {
		foreach ( range( 0, 3 ) as $more ) {
			$message   = 'See https://example.com/' . str_repeat( 'x', $more ) . str_repeat( '환불', 400 ) . ' please';
			$segmenter = new Segmenter();
			$own       = $segmenter->own( $message, $segmenter->segments( $message ) );

			$this->assertTrue( mb_check_encoding( $own, 'UTF-8' ) );
			$this->assertStringContainsString( 'please', $own );
		}
	}

	public function test_an_apostrophe_is_no_quotation_mark(): void {
		$this->assertSame( [], ( new Segmenter() )->segments( "I'm sure it's the user's cache, isn't it" ) );
	}

	public function test_an_answer_below_quoted_lines_is_read(): void {
		$message   = "On Monday, Ann <a@example.com> wrote:\n> hello\n\nYou are late.";
		$segmenter = new Segmenter();

		$this->assertStringContainsString( 'You are late.', $segmenter->own( $message, $segmenter->segments( $message ) ) );
	}
}
