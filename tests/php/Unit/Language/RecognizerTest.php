<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Finding;
use Amicable\Language\Label;
use Amicable\Language\LegalKind;
use Amicable\Language\Models;
use Amicable\Language\Reader;
use Amicable\Language\Recognizer;
use Amicable\Language\RuleMatch;
use Amicable\Language\RuleNames;
use Amicable\Language\Segment;
use Amicable\Language\SegmentKind;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Where no rule found anything, a sentence may be pointed at, with its words, half as sure; never an insult, never what somebody else said. */
final class RecognizerTest extends TestCase {

	private const WORD = 'courthouse';

	private string $file = '';

	protected function setUp(): void {
		$this->file = (string) tempnam( sys_get_temp_dir(), 'weights' );
		file_put_contents( $this->file, self::weights() );
	}

	protected function tearDown(): void {
		unlink( $this->file );
	}

	public function test_the_sentence_that_says_most_is_quoted_and_weighs_little(): void {
		$text  = "Hello there, my good people. We shall meet at the courthouse soon. \n Kind regards and so on.";
		$found = $this->pointed_at( $text );

		$this->assertCount( 1, $found );
		$finding = $found[0]->finding( $text );
		$this->assertSame( 'We shall meet at the courthouse soon.', $finding->quote );
		$this->assertSame( $finding->quote, mb_substr( $text, $finding->start, $finding->end - $finding->start ) );
		$this->assertSame( [ Label::LegalThreat, LegalKind::Litigation, 1, 'en.legal_threat.alike', 'reads_like_it' ], [ $finding->label, $finding->kind, $finding->severity, $finding->rule, $finding->why ] );
	}

	public function test_a_mark_within_a_number_ends_no_sentence(): void {
		$text = 'Version 4.2 meets you at the courthouse.';

		$this->assertSame( $text, $this->pointed_at( $text )[0]->finding( $text )->quote );
	}

	public function test_what_a_rule_found_is_not_looked_for_again(): void {
		$this->assertSame( [], $this->pointed_at( 'We shall meet at the courthouse.', [], [ Label::LegalThreat ] ) );
	}

	public function test_what_stands_in_quotation_marks_is_not_pointed_at(): void {
		$text = 'They wrote "see you at the courthouse" yesterday.';

		$this->assertSame( [], $this->pointed_at( $text, [ new Segment( SegmentKind::Quotation, 11, 38 ) ] ) );
		$this->assertCount( 1, $this->pointed_at( $text ) );
	}

	public function test_a_few_words_are_nothing_to_go_by(): void {
		$this->assertSame( [], $this->pointed_at( 'At the courthouse.' ) );
		$this->assertSame( [], $this->pointed_at( '' ) );
	}

	public function test_a_long_text_is_pointed_at_only_in_its_beginning(): void {
		$this->assertSame( [], $this->pointed_at( str_repeat( 'Nothing to see here today. ', 300 ) . 'We shall meet at the courthouse.' ) );
	}

	public function test_a_language_without_weights_is_left_alone(): void {
		$this->assertSame( [], ( new Recognizer( new Models( [ 'en' => $this->file ] ) ) )->matches( 'tr', 'We shall meet at the courthouse.', [], [] ) );
	}

	/** @return array<string, array{string, string, string}> Texts that are neither in tests/reading nor among the packs' examples. */
	public static function harmless(): array {
		return [
			'a question'        => [ 'en', 'Will you tell me when the invoice for last week arrives?' ],
			'a lawyer as a customer' => [ 'en', 'I run a small law office and want the booking form on our contact page.' ],
			'an honest review'  => [ 'en', 'I left you a review last year and have been happy since.' ],
			'small talk'        => [ 'ko', '오늘은 비가 와서 하루 종일 집에 있었어요.' ],
			'a shop question'   => [ 'ko', '후기 목록을 최신순으로 정렬하려면 어디를 눌러야 하나요?' ],
			'an ordinary wish'  => [ 'tr', 'Faturayı yarına kadar gönderebilirseniz sevinirim.' ],
			'a shop for courts' => [ 'tr', 'Avukatlık bürosu teması için yorum alanını nasıl kapatırım?' ],
		];
	}

	#[DataProvider( 'harmless' )]
	public function test_harmless_messages_are_left_alone( string $language, string $text ): void {
		$this->assertSame( [], self::pointed( Reader::shipped(), $text, $language ) );
	}

	/** In English nobody is pointed at for insults. */
	public function test_an_insult_that_no_rule_knows_is_no_more_than_a_reason_to_watch(): void {
		$found = [];
		foreach ( [ 'en' => 'P1', 'ko' => 'K1', 'tr' => 'T1' ] as $language => $set ) {
			$recognizer = new Recognizer( new Models( [ $language => dirname( __DIR__, 4 ) . "/includes/Language/packs/$language.weights" ] ) );
			foreach ( self::rows( $set, $language ) as [ 'text' => $text ] ) {
				foreach ( $recognizer->matches( $language, $text, [], [] ) as $match ) {
					$finding = $match->finding( $text );
					if ( $finding->label === Label::Abuse ) {
						$found[ $finding->rule ] = [ $finding->severity, $finding->why ];
					}
				}
			}
		}

		$this->assertSame( [ 'ko.abuse.alike' => [ 1, 'reads_harsh' ], 'tr.abuse.alike' => [ 1, 'reads_harsh' ] ], $found );
	}

	/** The weights are worth their bytes only where they see what rules do not. */
	#[DataProvider( 'languages' )]
	public function test_it_sees_more_than_the_rules( string $language ): void {
		$reader = Reader::shipped();
		$rules  = Reader::by_rules();
		$more   = 0;
		foreach ( self::rows( 'H1', $language ) as [ 'text' => $text, 'labels' => $labels ] ) {
			$missed = array_diff( array_intersect( $labels, [ 'review_threat', 'legal_threat', 'chargeback_threat', 'freebie' ] ), Packs::labels( $rules, $text, $language ) );
			$more  += count( array_intersect( $missed, Packs::labels( $reader, $text, $language ) ) );
		}

		$this->assertGreaterThan( 5, $more );
	}

	/** @return array<string, array{string}> */
	public static function languages(): array {
		return array_combine( Packs::LANGUAGES, array_map( static fn ( string $language ): array => [ $language ], Packs::LANGUAGES ) );
	}

	public function test_a_shop_may_silence_it_except_for_legal_steps(): void {
		$names = RuleNames::that_may_fall_silent();

		$this->assertContains( 'ko.review_threat.alike', $names );
		$this->assertContains( 'tr.freebie.alike', $names );
		$this->assertContains( 'en.chargeback_threat.alike', $names );
		$this->assertNotContains( 'en.legal_threat.alike', $names );
	}

	/**
	 * @param list<Segment> $quotes
	 * @param list<Label>   $found
	 * @return list<RuleMatch>
	 */
	private function pointed_at( string $text, array $quotes = [], array $found = [] ): array {
		return ( new Recognizer( new Models( [ 'en' => $this->file ] ) ) )->matches( 'en', $text, $quotes, $found );
	}

	/** @return list<string> */
	private static function pointed( Reader $reader, string $text, string $language ): array {
		$found = array_filter( $reader->read( $text, $language )->findings, static fn ( Finding $finding ): bool => in_array( $finding->why, [ 'reads_like_it', Recognizer::ONLY_WATCHED ], true ) );

		return array_values( array_map( static fn ( Finding $finding ): string => $finding->rule, $found ) );
	}

	/** @return list<array{text: string, labels: list<string>}> */
	private static function rows( string $set, string $language ): array {
		$rows = array_map( static fn ( string $line ): array => json_decode( $line, true, 8, JSON_THROW_ON_ERROR ), (array) file( __DIR__ . "/../../../reading/$set.jsonl" ) );

		return array_values( array_filter( $rows, static fn ( array $row ): bool => $row['lang'] === $language ) );
	}

	/** One that knows a single word, and takes it for a legal step. */
	private static function weights(): string {
		$buckets = 1024;
		$head    = json_encode( [ 'format' => 2, 'lang' => 'en', 'buckets' => $buckets, 'labels' => [ 'legal_threat' => [ 'bias' => 0.0, 'scale' => 1.0, 'spared' => null, 'found' => 5.0 ] ] ], JSON_THROW_ON_ERROR );
		$weights = str_repeat( "\x80", $buckets );

		$weights[ crc32( '1 ' . self::WORD ) & ( $buckets - 1 ) ] = "\xFF";

		return "$head\n$weights";
	}
}
