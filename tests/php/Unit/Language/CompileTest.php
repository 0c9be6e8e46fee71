<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Compile\Compiler;
use Amicable\Language\Compile\Gates;
use Amicable\Language\Compile\PackError;
use Amicable\Language\Compile\PackReader;
use Amicable\Language\Compile\PatternReader;
use Amicable\Language\Compile\Trie;
use Amicable\Language\Cues;
use Amicable\Language\Pack;
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
			'nothing optional'           => [ '(?:very )?stupid', [ 'stupid', 'very stupid' ] ],
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

	public function test_a_trie_takes_the_longest_word(): void {
		$regex = '/' . ( new Trie( [ 'law', 'lawyer', 'sue', '고소' ] ) )->regex() . '/';

		$this->assertSame( 1, preg_match( $regex, 'my lawyer', $found ) );
		$this->assertSame( 'lawyer', $found[0] );
		$this->assertSame( 1, preg_match( $regex, '고소합니다', $found ) );
		$this->assertSame( '고소', $found[0] );
		$this->assertSame( 0, preg_match( $regex, 'la su' ) );
	}

	public function test_a_pattern_of_two_parts_asks_for_both(): void {
		[ $cues, $also ] = ( new PatternReader() )->needed( '(?:lawyer|attorney)[^.]{0,30}(?:tomorrow|tonight)' );

		$this->assertSame( [ 'lawyer', 'attorney' ], $cues );
		$this->assertSame( [ 'tomorr', 'tonigh' ], $also );
		$this->assertNull( ( new PatternReader() )->needed( 'lawyer(?:[^.]{0,30}tomorrow)?' )[1] );
		$this->assertNull( ( new PatternReader() )->needed( 'my lawyer' )[1] );
	}

	public function test_a_gate_that_would_be_too_long_becomes_several(): void {
		$cues = [];
		for ( $number = 0; $number < 750; $number++ ) {
			$cues[ md5( "word $number" ) ] = [ 'cues' => [ $number ] ];
		}

		$gates = ( new Gates() )->of( [ 'folded' => $cues ], 'xx' );

		$this->assertSame( 'folded 2', array_keys( $gates )[1] );
		$this->assertLessThanOrEqual( 20000, max( array_map( static fn ( array $gate ): int => strlen( $gate['regex'] ), $gates ) ) );
		foreach ( array_keys( $cues ) as $cue ) {
			$this->assertCount( 1, array_filter( $gates, static fn ( array $gate ): bool => preg_match( $gate['regex'], $cue ) === 1 ) );
		}
	}

	public function test_packed_cues_give_their_rules_back(): void {
		$numbers = [
			'12'      => [ '3', '' ],
			'3'       => [ '12', '24' ],
			'law'     => [ '', '5,6' ],
			'lawsuit' => [ '5,6', '3' ],
			'lawsuits' => [ '24', '' ],
			'환불' => [ '1', '2' ],
		];

		$packed = Cues::packed( $numbers );

		foreach ( $numbers as $cue => $rules ) {
			$this->assertSame( $rules, Cues::numbers( $packed, (string) $cue ) );
		}
		foreach ( [ '24', '5,6', 'laws', 'suit', '환', '' ] as $none ) {
			$this->assertSame( [ '', '' ], Cues::numbers( $packed, $none ) );
		}
	}

	public function test_more_cues_than_are_kept_unpacked_let_in_the_same_rules(): void {
		$words = array_map( static fn ( int $number ): string => md5( "word $number" ), range( 0, 1199 ) );
		$also  = [ 'second' => [ 'also' => [ 7 ] ] ];
		$gates = ( new Gates() )->of( [ 'folded' => $also + array_combine( $words, array_map( static fn ( int $number ): array => [ 'cues' => [ $number ] ], range( 0, 1199 ) ) ) ], 'xx' );
		$cues  = new Cues( $gates, [ 7 ], 1200 );

		for ( $round = 0; $round < 2; $round++ ) {
			foreach ( $words as $number => $word ) {
				$this->assertSame( $number === 7 ? [] : [ $number ], $cues->rules_in( "a $word" ) );
			}
			$this->assertSame( [ 0, 7, 1199 ], $cues->rules_in( "{$words[1199]} {$words[7]} second {$words[0]}" ) );
		}
	}

	public function test_a_cue_over_two_lines_is_refused(): void {
		$this->expectExceptionMessage( 'A cue holds a tab or the end of a line' );

		$this->compiled( [ ...self::RULE, 'patterns' => [ 'no\nanswer' ] ] );
	}

	public function test_rules_of_several_patterns_keep_their_own(): void {
		$pack = new Pack( $this->compiled( [ ...self::RULE, 'patterns' => [ 'you {insult}', 'silly goose', 'old (?:fool|trout)' ] ] ) );

		$this->assertSame( [ '/(?<!\w)(?:silly\sgoose)(?!\w)/u' ], array_column( $pack->candidates( 'a silly goose', 'folded' ), 'regex' ) );
		$this->assertSame( [ '/(?<!\w)(?:old\s(?:fool|trout))(?!\w)/u' ], array_column( $pack->candidates( 'an old trout', 'folded' ), 'regex' ) );
	}

	public function test_every_part_of_a_gate_is_tried(): void {
		$compiled = $this->compiled( self::RULE );
		$gate     = $compiled['gates']['folded'];
		$never    = [
			'regex' => '/(?=(zzz))./',
			'cues'  => Cues::packed( [ 'zzz' => [ '0', '' ] ] ),
		];

		$compiled['gates'] = [ 'folded' => $never, 'folded 2' => $gate ];

		$this->assertCount( 1, ( new Pack( $compiled ) )->candidates( 'you idiot', 'folded' ) );
		$this->assertSame( [], ( new Pack( $compiled ) )->candidates( 'hello', 'folded' ) );
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

		return ( new Compiler( new PatternReader() ) )->compile( new PackReader( json_encode( $pack, JSON_THROW_ON_ERROR ) ) );
	}
}
