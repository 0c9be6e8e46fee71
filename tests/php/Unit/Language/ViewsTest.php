<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Disguise;
use Amicable\Language\Hangul;
use Amicable\Language\KoreanDisguise;
use Amicable\Language\Letters;
use Amicable\Language\LetterTable;
use Amicable\Language\Text;
use Normalizer;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ViewsTest extends TestCase {

	/** @return array<string, array{string, string}> */
	public static function folded(): array {
		return [
			'capitals'             => [ 'YOU', 'you' ],
			'Turkish letters'      => [ 'ŞİKÂYET ığüöç', 'sikayet iguoc' ],
			'decomposed letters'   => [ "s\u{327}ikayet I\u{307}ade", 'sikayet iade' ],
			'Cyrillic look-alikes' => [ 'ѕuе уоu', 'sue you' ],
			'full width'           => [ 'ｓｕｅ　ｙｏｕ', 'sue you' ],
			'mathematical'         => [ '𝐬𝐮𝐞 𝓎𝓸𝓾', 'sue you' ],
			'circled and squared'  => [ 'ⓢⓤⓔ 🅈🄾🅄', 'sue you' ],
			'zero width'           => [ "s\u{200b}u\u{200d}e", 'sue' ],
			'typographic marks'    => [ '“don’t”', '"don\'t"' ],
			'spaces'               => [ "a \t\u{a0} b", 'a b' ],
		];
	}

	#[DataProvider( 'folded' )]
	public function test_folding_leaves_plain_latin_letters( string $written, string $read ): void {
		$this->assertSame( $read, $this->letters()->folded( Text::of( $written ) )->bytes );
	}

	/** @return array<string, array{string, string}> */
	public static function turkish(): array {
		return [
			'capital I is ı'         => [ 'ILIK', 'ılık' ],
			'capital İ is i'         => [ 'İYİ', 'iyi' ],
			'small letters stay'     => [ 'ılık iyi', 'ılık iyi' ],
			'I with its own dot'     => [ "I\u{307}YI\u{307}", 'iyi' ],
			'the other letters fold' => [ 'ŞĞÜÖÇ', 'şğüöç' ],
		];
	}

	#[DataProvider( 'turkish' )]
	public function test_turkish_case_is_right( string $written, string $read ): void {
		$this->assertSame( $read, $this->letters()->turkish( Text::of( $written ) )->bytes );
	}

	/** @return array<string, array{string, string}> */
	public static function disguises(): array {
		return [
			'spaced letters'        => [ 'you l o s e r, kevin', 'you loser, kevin' ],
			'a long run'            => [ 'y o u a r e p a t h e t i c', 'youare pathetic' ],
			'figures'               => [ 'you m0r0n', 'you moron' ],
			'a dollar sign'         => [ 'i will $ue you', 'i will sue you' ],
			'stars'                 => [ 'f*ck and f**k', 'fuck and fuck' ],
			'stars and figures'     => [ 'b*st4rds', 'bastards' ],
			'dots between'          => [ 'f.u.c.k', 'fuck' ],
			'stretched'             => [ 'fuuuuck', 'fuck' ],
			'an exclamation inside' => [ 'id!ot', 'idiot' ],
		];
	}

	#[DataProvider( 'disguises' )]
	public function test_disguises_come_off( string $written, string $read ): void {
		$this->assertSame( $read, $this->disguise()->undone( Text::of( $written ) )->bytes );
	}

	/** @return array<string, array{string}> */
	public static function harmless(): array {
		return [
			'an order number'   => [ 'order 33810 of 2026-03-04' ],
			'a plain sentence'  => [ 'the plugin is slow on my server' ],
			'initials'          => [ 'php 8 and u.s. dollars' ],
			'a bullet list'     => [ '* first * second' ],
			'one letter apart'  => [ 'plan a or b' ],
		];
	}

	#[DataProvider( 'harmless' )]
	public function test_what_is_no_disguise_stays( string $written ): void {
		$this->assertSame( $written, $this->disguise()->undone( Text::of( $written ) )->bytes );
	}

	/** @return array<string, array{string, string}> */
	public static function jamo(): array {
		return [
			'split letters'       => [ 'ㅅㅣㅂㅏㄹ', '시발' ],
			'split and whole'     => [ 'ㅁㅓㅇ청', '멍청' ],
			'decomposed'          => [ "\u{1109}\u{1175}\u{1107}\u{1161}\u{11af}", '시발' ],
			'initials stay apart' => [ 'ㅅㅂ ㅋㅋ', 'ㅅㅂ ㅋㅋ' ],
			'a double initial'    => [ 'ㅆㅣ발', '씨발' ],
		];
	}

	#[DataProvider( 'jamo' )]
	public function test_korean_letters_are_joined( string $written, string $read ): void {
		$this->assertSame( $read, ( new Hangul() )->joined( Text::of( $written ) )->bytes );
	}

	/** @return array<string, array{string, string}> */
	public static function korean(): array {
		return [
			'a figure between' => [ '시1발', '시발' ],
			'signs between'    => [ '병@신 개.새.끼', '병신 개새끼' ],
			'syllables apart'  => [ '고 소 합니다', '고소 합니다' ],
			'a vowel drawn'    => [ '시이발', '시발' ],
			'a sign behind each' => [ '카.드.사. 이.의.신.청. 합니다', '카드사 이의신청 합니다' ],
			'short lists stay'   => [ '가. 나. 다', '가. 나. 다' ],
		];
	}

	#[DataProvider( 'korean' )]
	public function test_korean_disguises_come_off( string $written, string $read ): void {
		$this->assertSame( $read, ( new KoreanDisguise() )->undone( Text::of( $written ) )->bytes );
	}

	public function test_the_table_says_what_unicode_says(): void {
		if ( ! class_exists( Normalizer::class ) ) {
			$this->markTestSkipped( 'intl is not there to compare with; the plugin does without it.' );
		}
		$table = LetterTable::shipped()['folded'];
		$known = 0;
		$wrong = [];
		foreach ( [ ...range( 0xA0, 0x3100 ), ...range( 0xFE00, 0xFFFF ), ...range( 0x1D400, 0x1F1FF ) ] as $code ) {
			$letter = mb_chr( $code, 'UTF-8' );
			$plain  = $table->of( $letter );
			$known += $plain === null ? 0 : 1;
			$bare   = strtolower( (string) preg_replace( '/\p{Mn}+/u', '', (string) Normalizer::normalize( $letter, Normalizer::FORM_KD ) ) );
			if ( preg_match( '/^[a-z0-9]+$/', $bare ) === 1 && preg_match( '/^[a-z0-9]+$/', (string) $plain ) === 1 && $bare !== $plain ) {
				$wrong[] = "$letter: $plain, not $bare";
			}
		}

		$this->assertSame( [], $wrong );
		$this->assertGreaterThan( 2000, $known );
	}

	private function letters(): Letters {
		return Letters::shipped();
	}

	private function disguise(): Disguise {
		return new Disguise( [ 'fuck', 'moron', 'bastards', 'loser', 'pathetic', 'sue' ] );
	}
}
