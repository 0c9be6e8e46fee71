<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Bench\OddMessages;
use Amicable\Language\Finding;
use Amicable\Language\Label;
use Amicable\Language\LegalKind;
use Amicable\Language\Reader;
use Amicable\Language\Regex;
use Amicable\Language\RegexError;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/../../../../bench/OddMessages.php';

final class ReaderTest extends TestCase {

	/** What was cut out leaves blanks, more of them than letters: a quote begins with neither. */
	public function test_a_quote_begins_and_ends_with_what_was_said(): void {
		foreach ( [ "```Fatal error: 다\n```감사합니다", " 감사합니다 \n" ] as $message ) {
			$finding = Reader::shipped()->read( $message )->findings[0];

			$this->assertSame( '감사합니다', $finding->quote );
			$this->assertSame( '감사합니다', mb_substr( $message, $finding->start, $finding->end - $finding->start ) );
		}
	}

	public function test_a_finding_quotes_the_customers_own_words(): void {
		$finding = $this->find( 'Grüße! İyi. I will sue you over this.', Label::LegalThreat );

		$this->assertStringContainsString( 'sue you', $finding->quote );
		$this->assertSame( $finding->quote, mb_substr( 'Grüße! İyi. I will sue you over this.', $finding->start, $finding->end - $finding->start ) );
		$this->assertSame( LegalKind::Litigation, $finding->kind );
		$this->assertNull( $finding->read_as );
	}

	public function test_a_disguised_word_says_what_it_was_read_as(): void {
		$finding = $this->find( 'you are such a l o s e r, Kevin', Label::Abuse );

		$this->assertStringContainsString( 'l o s e r', $finding->quote );
		$this->assertStringContainsString( 'loser', (string) $finding->read_as );
	}

	public function test_an_authority_is_told_from_a_court(): void {
		$this->assertSame( LegalKind::Authority, $this->find( 'I filed a complaint with the BBB.', Label::LegalThreat )->kind );
		$this->assertSame( LegalKind::Authority, $this->find( '한국소비자원에 신고하겠습니다.', Label::LegalThreat )->kind );
		$this->assertSame( LegalKind::Litigation, $this->find( 'Avukatım sizi arayacak.', Label::LegalThreat )->kind );
	}

	public function test_a_right_is_no_threat(): void {
		$labels = Packs::labels( Reader::shipped(), 'Please delete all personal data you hold about me under Article 17 GDPR.' );

		$this->assertContains( 'right', $labels );
		$this->assertNotContains( 'legal_threat', $labels );
	}

	public function test_turkish_is_read_with_and_without_its_letters_and_in_capitals(): void {
		foreach ( [ 'Dava açacağım size', 'dava acacagim size', 'DAVA AÇACAĞIM SİZE', 'DAVA ACACAGIM SIZE' ] as $text ) {
			$this->assertContains( 'legal_threat', Packs::labels( Reader::shipped(), $text ), $text );
		}
	}

	public function test_often_is_not_taken_for_an_obscenity(): void {
		$this->assertSame( [], Packs::labels( Reader::shipped(), 'cok sik donuyor panel, SIK SIK oluyor' ) );
	}

	public function test_quoted_and_forwarded_words_are_not_the_writers(): void {
		$reader = Reader::shipped();

		$this->assertSame( [], Packs::labels( $reader, "Is this comment blocked?\n> you are idiots and I will sue you" ) );
		$this->assertSame( [], Packs::labels( $reader, "See below.\n---------- Forwarded message ---------\nyou are idiots" ) );
		$this->assertSame( [], Packs::labels( $reader, 'The spam filter let the comment "you are idiots" through.' ) );
		$this->assertSame( [], Packs::labels( $reader, '"야 이 멍청이들아" 라는 댓글이 올라왔어요.' ) );
	}

	public function test_a_match_that_ends_in_somebody_elses_quotation_is_theirs(): void {
		$this->assertNotContains( 'abuse', Packs::labels( Reader::shipped(), 'He said this was "typical whore behavior" in a comment.' ) );
		$this->assertContains( 'abuse', Packs::labels( Reader::shipped(), 'Your "support" is a bunch of idiots.' ) );
	}

	public function test_words_in_quotation_marks_without_a_speaker_are_half_sure(): void {
		$this->assertTrue( $this->find( 'To all of you: "you are idiots". Bye.', Label::Abuse )->quoted );
	}

	public function test_the_language_is_found_without_help(): void {
		$reader = Reader::shipped();

		$this->assertSame( [ 'ko' ], $reader->read( '결제창이 안 떠요.' )->languages );
		$this->assertSame( [ 'tr' ], $reader->read( 'Ödeme sayfası açılmıyor, yardım eder misiniz?' )->languages );
		$this->assertSame( [ 'en' ], $reader->read( 'The checkout page is blank, what can I do?' )->languages );
	}

	public function test_other_languages_are_not_read_rather_than_clean(): void {
		$reading = Reader::shipped()->read( 'Das ist nicht in Ordnung, ich werde Sie verklagen und mit der Presse sprechen.' );

		$this->assertFalse( $reading->is_read() );
		$this->assertSame( [], $reading->findings );
	}

	public function test_a_very_long_message_is_cut_and_says_so(): void {
		$this->assertTrue( Reader::shipped()->read( str_repeat( 'The plugin is slow. ', 2000 ) )->cut );
		$this->assertFalse( Reader::shipped()->read( 'Short.' )->cut );
	}

	public function test_a_pattern_that_fails_is_an_error_and_never_clean(): void {
		$limit = ini_set( 'pcre.backtrack_limit', '10' );
		$jit   = ini_set( 'pcre.jit', '0' );
		try {
			$this->expectException( RegexError::class );
			Regex::matches( '/(?:\w{1,9}\s?){1,9}x$/', str_repeat( 'word ', 50 ) . 'x!' );
		} finally {
			ini_set( 'pcre.backtrack_limit', (string) $limit );
			ini_set( 'pcre.jit', (string) $jit );
		}
	}

	public function test_without_the_jit_compiler_the_same_is_found(): void {
		$with = $this->all_findings();
		$jit  = ini_set( 'pcre.jit', '0' );
		try {
			$this->assertEquals( $with, $this->all_findings() );
		} finally {
			ini_set( 'pcre.jit', (string) $jit );
		}
	}

	public function test_any_text_is_read_and_every_quote_is_exact(): void {
		$reader = Reader::shipped();
		mt_srand( 20260302 );
		for ( $round = 0; $round < 400; $round++ ) {
			$text = $this->random_text();
			foreach ( $reader->read( $text )->findings as $finding ) {
				$this->assertSame( $finding->quote, mb_substr( $text, $finding->start, $finding->end - $finding->start ), $text );
				$this->assertNotSame( '', $finding->quote, $text );
			}
		}
		$this->addToAssertionCount( 1 );
	}

	/** Processor time, so that a busy machine fails nobody; a fifth of it is usual. */
	public function test_nothing_runs_away(): void {
		$reader = Reader::shipped();
		$reader->read( 'warm' );
		$slow = [];
		foreach ( OddMessages::inputs() as $name => $text ) {
			$begun = $this->cpu();
			$reader->read( $text );
			$took = ( $this->cpu() - $begun ) * 1000;
			if ( $took > 100 ) {
				$slow[] = sprintf( '%s: %.0f ms', $name, $took );
			}
		}

		$this->assertSame( [], $slow );
	}

	private function find( string $text, Label $label ): Finding {
		foreach ( Reader::shipped()->read( $text )->findings as $finding ) {
			if ( $finding->label === $label ) {
				return $finding;
			}
		}
		$this->fail( "No $label->value in: $text" );
	}

	/** @return list<list<Finding>> */
	private function all_findings(): array {
		$reader = Reader::shipped();

		return array_map( static fn ( string $line ): array => $reader->read( json_decode( $line, true )['text'] )->findings, (array) file( __DIR__ . '/../../../fixtures/language/blind.jsonl' ) );
	}

	private function random_text(): string {
		$words = [ 'you are idiots', 'I will sue', '고소합니다', '니들', 'dava açacağım', "\u{200b}", "\u{327}", 'ㅅㅣㅂㅏㄹ', 'f*ck', '"', '“', "\n> ", '1 star', ' ', 'İ', '😀', "\u{1109}\u{1175}" ];
		$text  = '';
		for ( $at = 0; $at < 30; $at++ ) {
			$code  = mt_rand( 1, 0x2FFFF );
			$text .= mt_rand( 0, 2 ) === 0 ? $words[ mt_rand( 0, count( $words ) - 1 ) ] : ( mb_chr( $code >= 0xD800 && $code <= 0xDFFF ? 0x41 : $code, 'UTF-8' ) . ( mt_rand( 0, 3 ) === 0 ? ' ' : '' ) );
		}

		return $text;
	}

	private function cpu(): float {
		$usage = (array) getrusage();

		return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ( $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'] ) / 1e6;
	}
}
