<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Playbook;

use Amicable\Playbook\Litmus\Code;
use Amicable\Playbook\Litmus\Draft;
use Amicable\Playbook\Litmus\Litmus;
use Amicable\Playbook\Litmus\Remark;
use Amicable\Playbook\Litmus\Severity;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Every rule against what it must find and what it must leave alone: tests/fixtures/playbook. */
final class LitmusTest extends TestCase {

	private const PER_WORDING = [ 'blame', 'sarcasm', 'half_apology', 'own_threat', 'review_bargain', 'undated_promise', 'run_down', 'internal_label' ];
	private const OURS        = 'help@shop.example';

	private static ?Litmus $litmus = null;

	/** @return iterable<string, array{string, string, string, bool}> */
	public static function wordings(): iterable {
		foreach ( [ 'en', 'ko', 'tr' ] as $language ) {
			foreach ( self::fixture( $language ) as $code => $examples ) {
				foreach ( [ 'yes', 'no' ] as $kind ) {
					foreach ( $examples[ $kind ] as $text ) {
						yield "{$language} {$code} {$kind}: {$text}" => [ $language, $code, $text, $kind === 'yes' ];
					}
				}
			}
		}
	}

	#[DataProvider( 'wordings' )]
	public function test_a_wording_is_found_or_left_alone( string $language, string $code, string $text, bool $found ): void {
		$others = [ 'en' => [ 'FormPress' ], 'tr' => [ 'FormPress' ], 'ko' => [ '폼프레스' ] ];
		$this->assert_found( $code, $text, $found, fn ( string $plain ): Draft => new Draft( $plain, $language, others: $others[ $language ] ) );
	}

	/** @return iterable<string, array{string, string, bool}> */
	public static function marks(): iterable {
		foreach ( self::fixture( 'any' ) as $code => $examples ) {
			foreach ( [ 'yes', 'no' ] as $kind ) {
				foreach ( $examples[ $kind ] as $text ) {
					yield "{$code} {$kind}: {$text}" => [ $code, $text, $kind === 'yes' ];
				}
			}
		}
	}

	#[DataProvider( 'marks' )]
	public function test_a_mark_of_any_language_is_found_or_left_alone( string $code, string $text, bool $found ): void {
		$quotes   = self::fixture( 'any' )['unknown_quote'];
		$language = preg_match( '/\p{Hangul}/u', $text ) === 1 ? 'ko' : ( preg_match( '/[çğıöşüÇĞİÖŞÜ]/u', $text ) === 1 ? 'tr' : 'en' );
		if ( $code === 'wrong_language' ) {
			[ $language, $text ] = explode( ':', $text, 2 );
		}
		$this->assert_found( $code, $text, $found, fn ( string $plain ): Draft => new Draft( str_replace( [ '[ours]', '[/ours]' ], '', $plain ), $language, $quotes['messages'], $quotes['ours'] ) );
	}

	public function test_every_rule_has_twenty_examples_of_both_kinds(): void {
		foreach ( [ 'en', 'ko', 'tr' ] as $language ) {
			$this->assertSame( self::PER_WORDING, array_keys( self::fixture( $language ) ) );
		}
		foreach ( [ 'en', 'ko', 'tr', 'any' ] as $file ) {
			foreach ( self::fixture( $file ) as $code => $examples ) {
				$this->assertGreaterThanOrEqual( 20, count( array_unique( $examples['yes'] ) ), "{$file} {$code} yes" );
				$this->assertGreaterThanOrEqual( 20, count( array_unique( $examples['no'] ) ), "{$file} {$code} no" );
			}
		}
	}

	public function test_only_what_cannot_be_taken_back_blocks(): void {
		$blocking = array_filter( Code::cases(), static fn ( Code $code ): bool => $code->severity() === Severity::Blocks );

		$this->assertSame( [ 'placeholder', 'unknown_quote', 'wrong_language', 'own_threat', 'review_bargain' ], array_values( array_map( static fn ( Code $code ): string => $code->value, $blocking ) ) );
	}

	public function test_what_blocks_comes_first_then_the_order_of_the_text(): void {
		$codes = $this->codes( new Draft( 'This is your fault. WE ARE DONE. You will regret it, {name}.', 'en' ) );

		$this->assertSame( [ 'own_threat', 'placeholder', 'blame', 'capitals' ], $codes );
	}

	public function test_the_customers_own_words_in_quotation_marks_are_not_ours(): void {
		$messages = [ 'You always ignore me, THIS IS YOUR FAULT!! I will sue you.' ];

		$this->assertSame( [], $this->codes( new Draft( 'You wrote “THIS IS YOUR FAULT!!” on Monday, by ticket.', 'en', $messages ) ) );
		$this->assertContains( 'unknown_quote', $this->codes( new Draft( 'You wrote “THIS IS YOUR FAULT!!” on Monday.', 'en' ) ) );
	}

	public function test_addresses_in_the_text_are_not_read_as_words(): void {
		$this->assertSame( [], $this->codes( new Draft( 'The guide: https://shop.example/STOP-YOUR-FAULT/user-error!!', 'en' ) ) );
	}

	public function test_turkish_is_read_with_and_without_its_letters_and_in_capitals(): void {
		foreach ( [ 'Pişman olacaksınız.', 'Pisman olacaksiniz.', 'PİŞMAN OLACAKSINIZ.' ] as $text ) {
			$this->assertContains( 'own_threat', $this->codes( new Draft( $text, 'tr' ) ), $text );
		}
	}

	public function test_length_is_measured_by_language_and_more_strictly_in_public(): void {
		foreach ( [ [ 'en', 'We see it. ', 2400, 600 ], [ 'ko', '확인했습니다. ', 1200, 300 ], [ 'tr', 'Bunu gördük. ', 2400, 600 ] ] as [ $language, $sentence, $letter, $public ] ) {
			$text = mb_substr( str_repeat( $sentence, 400 ), 0, $letter );
			$this->assertNotContains( 'too_long', $this->codes( new Draft( rtrim( $text ), $language ) ), $language );
			$this->assertContains( 'too_long', $this->codes( new Draft( $text . 'aaa', $language ) ), $language );
			$this->assertContains( 'too_long', $this->codes( new Draft( mb_substr( $text, 0, $public ) . 'aaa', $language, public: true ) ), $language );
			$this->assertNotContains( 'too_long', $this->codes( new Draft( mb_substr( $text, 0, $public ), $language, public: true ) ), $language );
		}
	}

	public function test_an_order_number_is_private_in_public_only(): void {
		$this->assertNotContains( 'private_data', $this->codes( new Draft( 'Your order #1234 is paid.', 'en' ) ) );
		$this->assertContains( 'private_data', $this->codes( new Draft( 'Your order #1234 is paid.', 'en', public: true ) ) );
	}

	public function test_the_third_time_a_text_goes_out_unchanged_is_said(): void {
		$this->assertNotContains( 'script', $this->codes( new Draft( 'Thank you.', 'en', sent_unchanged: 2 ) ) );
		$this->assertContains( 'script', $this->codes( new Draft( 'Thank you.', 'en', sent_unchanged: 3 ) ) );
	}

	public function test_a_language_without_a_pack_is_said_to_be_unread(): void {
		$this->assertSame( [ 'not_read' ], $this->codes( new Draft( 'Vielen Dank für die Nachricht, wir haben sie gelesen.', 'de' ) ) );
	}

	public function test_broken_bytes_and_an_empty_text_are_survived(): void {
		$this->assertSame( [], $this->codes( new Draft( '', 'en' ) ) );
		$this->assertContains( 'own_threat', $this->codes( new Draft( "\xC3\x28 You will regret this.", 'en' ) ) );
	}

	/** @param callable(string): Draft $draft */
	private function assert_found( string $code, string $text, bool $found, callable $draft ): void {
		$plain   = preg_replace( '/\[\[(.+?\]?)\]\](?!\])/u', '$1', $text ) ?? $text;
		$draft   = $draft( $plain );
		$remarks = array_values( array_filter( $this->litmus()->look( $draft ), static fn ( Remark $remark ): bool => $remark->code->value === $code ) );
		foreach ( $remarks as $remark ) {
			$this->assertSame( $remark->words, mb_substr( $draft->text, $remark->start, $remark->end - $remark->start ) );
			$this->assertNotSame( '', $remark->words );
		}
		if ( ! $found ) {
			$this->assertSame( [], array_map( static fn ( Remark $remark ): string => $remark->words, $remarks ) );
			return;
		}
		$this->assertNotSame( [], $remarks );
		if ( $plain !== $text && preg_match( '/\[\[(.+?\]?)\]\](?!\])/u', $text, $marked ) === 1 ) {
			$this->assertContains( $marked[1], array_map( static fn ( Remark $remark ): string => $remark->words, $remarks ) );
		}
	}

	/** @return list<string> */
	private function codes( Draft $draft ): array {
		return array_map( static fn ( Remark $remark ): string => $remark->code->value, $this->litmus()->look( $draft ) );
	}

	private function litmus(): Litmus {
		return self::$litmus ??= Litmus::shipped();
	}

	/** @return array<string, array{yes: list<string>, no: list<string>, messages: list<string>, ours: list<string>}> */
	private static function fixture( string $name ): array {
		$json = (string) file_get_contents( dirname( __DIR__, 3 ) . "/fixtures/playbook/litmus.{$name}.json" );

		return json_decode( $json, true, 16, JSON_THROW_ON_ERROR );
	}
}
