<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Bits;
use Amicable\Language\Compile\Across;
use Amicable\Language\Compile\Compiler;
use Amicable\Language\Compile\Gates;
use Amicable\Language\Compile\PackError;
use Amicable\Language\Compile\PackReader;
use Amicable\Language\Compile\PatternReader;
use Amicable\Language\Compile\Reach;
use Amicable\Language\Compile\Shared;
use Amicable\Language\Cues;
use Amicable\Language\CueTexts;
use Amicable\Language\Edges;
use Amicable\Language\Patterns;
use Amicable\Language\Sentences;
use Amicable\Language\Texts;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class CompileTest extends TestCase {

	private const RULE = [
		'id'               => 'xx.test',
		'label'            => 'abuse',
		'severity'         => 2,
		'why'              => 'test',
		'patterns'         => [ 'you {insult}' ],
		'examples'         => [ 'you idiot' ],
		'counter_examples' => [ 'hello' ],
	];

	/** @return array<string, array{string, list<string>}> Pattern, cues in order. */
	public static function patterns(): array {
		return [
			'plain'                      => [ 'idiot', [ 'idiot' ] ],
			'either'                     => [ '(?:idiot|moron)', [ 'idiot', 'moron' ] ],
			'the rarer part'             => [ '(?:my|our) lawyer\w{1,9}', [ 'my lawyer', 'our lawyer' ] ],
			'nothing optional'           => [ '(?:very )?stupid', [ 'stupid', 'very stupi' ] ],
			'not what may be left out'   => [ '\w{0,9}stupid(?:ity)?', [ 'stupid', 'stupidity' ] ],
			'not what only looks around' => [ '(?<!not )stupid(?! plugin)', [ 'stupid' ] ],
			'a small set'                => [ '[mp]oron', [ 'moron', 'poron' ] ],
		];
	}

	/** @param list<string> $cues */
	#[DataProvider( 'patterns' )]
	public function test_a_pattern_tells_its_cues( string $pattern, array $cues ): void {
		$found = ( new PatternReader() )->cues( $pattern );
		sort( $found );

		$this->assertSame( $cues, $found );
	}

	/** @return array<string, array{string}> */
	public static function refused(): array {
		return [
			'no bound'        => [ 'a+b' ],
			'no end'          => [ 'ab{2,}' ],
			'nested'          => [ '(?:\w{1,20} ){1,20}idiot' ],
			'a reference'     => [ 'idiot\1' ],
			'a capture'       => [ '(idiot)' ],
			'nothing certain' => [ '\w{1,9}' ],
			'not closed'      => [ '(?:idiot' ],
		];
	}

	#[DataProvider( 'refused' )]
	public function test_what_can_run_away_is_refused( string $pattern ): void {
		$this->expectException( PackError::class );

		( new PatternReader() )->cues( $pattern );
	}

	public function test_a_pattern_of_two_parts_asks_for_both(): void {
		[ $cues, $also ] = ( new PatternReader() )->needed( '(?:lawyer|attorney)[^.]{0,30}(?:tomorrow|tonight)' );

		$this->assertSame( [ 'tomorrow', 'tonight' ], $cues );
		$this->assertSame( [ 'lawyer', 'attorney' ], $also );
		$this->assertNull( ( new PatternReader() )->needed( 'lawyer(?:[^.]{0,30}tomorrow)?' )[1] );
		$this->assertNull( ( new PatternReader() )->needed( 'my lawyer' )[1] );
	}

	public function test_packed_cues_give_their_rules_back(): void {
		$numbers = [
			'12'      => [ '3', '' ],
			'3'       => [ '12', '24' ],
			'law'     => [ '', '5,6' ],
			'404s'    => [ '7', '' ],
			'4041'    => [ '8', '' ],
			'lawsuit' => [ '5,6', '3' ],
			'lawsuits' => [ '24', '' ],
			'환불' => [ '1', '2' ],
		];

		$texts = new CueTexts( Texts::of( CueTexts::packed( $numbers ) ), new Bits( 30 ) );

		$this->assertSame( [ "12\t24", "\t5,6", "5,6\t3", "24\t" ], $texts->within( '3 lawsuits' ) );
		$this->assertSame( [ "1\t2" ], $texts->within( '환불을' ) );
		$this->assertSame( [ 'lawsuits' ], $texts->beginning( 'lawsuit' ) );
		$this->assertSame( [ '404s', '4041' ], $texts->beginning( '40' ) );
		$this->assertSame( "12\t24", $texts->of( '3' ) );
		$this->assertSame( '', $texts->of( 'laws' ) );
		$this->assertSame( [ [ 5, 6 ], [ 3 ] ], array_map( Bits::listed( ... ), str_split( $texts->bits( "5,6\t3" ), 4 ) ) );
	}

	public function test_cues_are_found_wherever_they_stand(): void {
		$cues = new Cues( Texts::of( CueTexts::packed( [ 'me' => [ '0', '' ], ' law ' => [ '1', '' ], ' law' => [ '2', '' ], 'suit' => [ '3', '' ] ] ) ), '', '', 4, new Edges() );

		$this->assertSame( [ 1, 2 ], array_keys( $cues->rules_in( new Sentences( 'law' ) ) ) );
		$this->assertSame( [ 2, 3 ], array_keys( $cues->rules_in( new Sentences( '(lawsuit)' ) ) ) );
		$this->assertSame( [ 0 ], array_keys( $cues->rules_in( new Sentences( 'outlaws: me' ) ) ) );
	}

	public function test_cues_of_several_words_begin_where_a_word_does(): void {
		$cues = new Cues( Texts::of( CueTexts::packed( [ ' my law' => [ '0', '' ], ' my law ' => [ '1', '' ], '  my' => [ '2', '' ] ] ) ), '', '', 3, new Edges() );

		$this->assertSame( [ 0, 1 ], array_keys( $cues->rules_in( new Sentences( 'it is my law' ) ) ) );
		$this->assertSame( [ 0, 2 ], array_keys( $cues->rules_in( new Sentences( 'well, my lawyer' ) ) ) );
		$this->assertSame( [], array_keys( $cues->rules_in( new Sentences( 'enemy law' ) ) ) );
	}

	public function test_a_rule_is_tried_on_the_sentences_that_hold_its_cues(): void {
		$pack = Packs::pack( $this->compiled( [ ...self::RULE, 'patterns' => [ 'you‥{insult}', 'silly……goose' ] ] ) );

		$this->assertSame( [ 0 => [ 1 ], 1 => [ Sentences::ALL ] ], $pack->candidates( new Sentences( 'silly you, what is that. oh you idiot. goose' ), 'folded' )->expressions );
		$this->assertSame( [], $pack->candidates( new Sentences( 'what is wrong with all of you. idiot' ), 'folded' )->expressions );
	}

	/** @return array<string, array{string, bool}> */
	public static function reaches(): array {
		return [
			'words'                 => [ 'my\slawyer', true ],
			'a bounded gap'         => [ 'my[^.!?\n]{0,70}?(?<!\w)lawyer', true ],
			'a name with a point'   => [ 'wordpress\.org', true ],
			'a look at what ends it' => [ 'lawyer(?=[.!,\s]|$)', true ],
			'a look back'           => [ '(?<=^|[.!?]\s)lawyer', true ],
			'a long gap'            => [ 'my(?:[^\n]|\n){0,140}?lawyer', false ],
			'an open gap'           => [ 'my[^\n]{0,70}lawyer', false ],
			'a mark'                => [ 'lawyer!', false ],
			'a full stop'           => [ 'lawyer\.\sbye', false ],
			'anything'              => [ 'lawyer.{0,9}', false ],
			'a long look ahead'     => [ 'lawyer(?!.{0,40}client)', false ],
		];
	}

	#[DataProvider( 'reaches' )]
	public function test_a_pattern_tells_whether_it_stays_in_a_sentence( string $pattern, bool $stays ): void {
		$this->assertSame( $stays, Across::never( $pattern ) );
	}

	/** @return array<string, array{string, int}> Pattern, bytes of a letter. */
	public static function far(): array {
		return [
			'gap after gap'      => [ 'my[^.!?\n]{0,400}?(?:lawyer|[^.!?\n]{0,500}court)', 1 ],
			'letters of 4 bytes' => [ '환불[^\n]{0,198}', 4 ],
			'a look ahead'       => [ 'refund(?=[^.]{0,900}lawyer)', 1 ],
			'a look back'        => [ '(?<=\w{70}|a)lawyer', 1 ],
		];
	}

	#[DataProvider( 'far' )]
	public function test_a_pattern_that_sees_too_far_is_refused( string $pattern, int $bytes ): void {
		$this->expectException( PackError::class );

		Reach::check( $pattern, $bytes );
	}

	public function test_a_pattern_that_sees_far_enough_is_taken(): void {
		Reach::check( '(?<!\w)(?:my[^.!?\n]{0,400}?(?<!\w)(?:lawyers?|court\.)(?![^.]{0,380}soon))(?!\w)', 1 );
		$this->addToAssertionCount( 1 );
	}

	/** Somebody repeats, somebody never ends a sentence: whatever is there is found where it stands, as in one piece. */
	public function test_a_long_text_is_searched_in_parts_and_nothing_is_lost(): void {
		mt_srand( 20261122 );
		$words = [ 'my lawyer', 'lawyer', 'my', 'ğü', '환불', 'of course', 'x' ];
		foreach ( [ 1, 2, 7 ] as $kinds ) {
			$text = '';
			while ( strlen( $text ) < 9000 ) {
				$text .= $words[ mt_rand( 0, $kinds - 1 ) ] . ' ';
			}
			foreach ( [ '/(?<!\w)my(?!\w)[^.]{0,300}?(?<!\w)lawyer(?!\w)/u', '/lawyer(?! my)/', '/my lawyer x/' ] as $regex ) {
				preg_match_all( $regex, $text, $found, PREG_OFFSET_CAPTURE );
				$places    = array_map( static fn ( array $match ): array => [ $match[1], $match[1] + strlen( $match[0] ) ], $found[0] );
				$sentences = new Sentences( $text );

				$this->assertGreaterThan( 4, count( $sentences->texts() ) );
				$this->assertSame( $places, iterator_to_array( $sentences->matches( $regex, array_keys( $sentences->texts() ) ), false ) );
				$this->assertSame( $places, iterator_to_array( $sentences->matches( $regex, [ Sentences::ALL ] ), false ) );
			}
		}
	}

	public function test_parts_of_what_is_repeated_are_the_same(): void {
		foreach ( [ 'you are so very really ', '변호사 경찰 카드사 리뷰 ', '가나다' ] as $words ) {
			$texts = ( new Sentences( str_repeat( $words, 2400 ) ) )->texts();

			$this->assertLessThan( count( $texts ) / 2, count( array_unique( $texts ) ) );
		}
	}

	public function test_more_cues_than_are_kept_unpacked_let_in_the_same_rules(): void {
		$words = array_map( static fn ( int $number ): string => md5( "word $number" ), range( 0, 2199 ) );
		$also  = [ 'second' => [ 'also' => [ 7 ] ] ];
		$gates = ( new Gates() )->of( [ 'folded' => $also + array_combine( $words, array_map( static fn ( int $number ): array => [ 'cues' => [ $number ] ], range( 0, 2199 ) ) ) ] );
		$cues  = new Cues( Texts::of( $gates['folded'] ), '7', '', 2200, null );

		for ( $round = 0; $round < 2; $round++ ) {
			foreach ( $words as $number => $word ) {
				$this->assertSame( $number === 7 ? [] : [ $number ], array_keys( $cues->rules_in( new Sentences( "a $word" ) ) ) );
			}
			$this->assertSame( [ 0, 7, 2199 ], array_keys( $cues->rules_in( new Sentences( "{$words[2199]} {$words[7]} second {$words[0]}" ) ) ) );
		}
	}

	public function test_a_cue_over_two_lines_is_refused(): void {
		$this->expectExceptionMessage( 'A cue holds a tab or the end of a line' );

		$this->compiled( [ ...self::RULE, 'patterns' => [ 'no\nanswer' ] ] );
	}

	public function test_rules_of_several_patterns_keep_their_own(): void {
		$pack = Packs::pack( $this->compiled( [ ...self::RULE, 'patterns' => [ 'you {insult}', 'silly goose', 'old (?:fool|trout)' ] ] ) );

		$this->assertSame( '/(?<!\w)(?:silly\sgoose)(?!\w)/u', $pack->regex( array_key_first( $pack->candidates( new Sentences( 'a silly goose' ), 'folded' )->expressions ) ) );
		$this->assertSame( '/(?<!\w)(?:old\s(?:fool|trout))(?!\w)/u', $pack->regex( array_key_first( $pack->candidates( new Sentences( 'an old trout' ), 'folded' )->expressions ) ) );
	}

	public function test_what_patterns_have_in_common_is_kept_once_and_put_in_again(): void {
		$regexes = [ '/(?:my|our)\s(?:lawyers?|(?:legal|law)\steam|counsel)/', '/a\s(?:lawyers?|(?:legal|law)\steam|counsel|x)/', '/the\s(?:lawyers?|(?:legal|law)\steam|counsel)/' ];
		$shared  = new Shared( $regexes );
		$kept    = array_map( $shared->short( ... ), $regexes );

		$this->assertSame( '/the {#0}/', $kept[2] );
		$this->assertSame( $regexes, array_map( ( new Patterns( Texts::of( $shared->parts() ) ) )->whole( ... ), $kept ) );
	}

	public function test_a_pack_of_one_rule_reads(): void {
		$reader = Packs::reader( $this->compiled( self::RULE ) );

		$this->assertSame( [ 'abuse' ], Packs::labels( $reader, 'well, you idiot', 'xx' ) );
		$this->assertSame( [], Packs::labels( $reader, 'idiots are you', 'xx' ) );
	}

	/** @return array<string, array{array<string, mixed>, string}> */
	public static function faults(): array {
		return [
			'no examples'         => [ [ 'examples' => [] ], 'xx.test has no examples.' ],
			'no counter-examples' => [ [ 'counter_examples' => [] ], 'xx.test has no counter_examples.' ],
			'an unknown label'    => [ [ 'label' => 'rude' ], 'xx.test: there is no such label.' ],
			'an unknown veto'     => [ [ 'vetoes' => [ 'nobody' ] ], 'xx.test: there is no veto nobody' ],
			'unknown words'       => [ [ 'patterns' => [ 'you {nothing}' ] ], 'There are no words nothing.' ],
			'a severity of four'  => [ [ 'severity' => 4 ], 'xx.test: severity is 1, 2 or 3.' ],
			'a law without kind'  => [ [ 'label' => 'legal_threat' ], 'xx.test has no kind.' ],
		];
	}

	/** @param array<string, mixed> $change */
	#[DataProvider( 'faults' )]
	public function test_a_faulty_rule_is_named( array $change, string $message ): void {
		$this->expectException( PackError::class );
		$this->expectExceptionMessage( $message );

		$this->compiled( [ ...self::RULE, ...$change ] );
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return array<string, mixed>
	 */
	private function compiled( array $rule ): array {
		$pack = [
			'lang'    => 'xx',
			'version' => 1,
			'words'   => [ 'insult' => [ 'idiots?', 'morons?' ] ],
			'rules'   => [ $rule ],
		];

		return ( new Compiler() )->compile( new PackReader( json_encode( $pack, JSON_THROW_ON_ERROR ) ) );
	}
}
