<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Language;

use Amicable\Language\Compile\Source;
use Amicable\Language\Patterns;
use Amicable\Language\Reader;
use Amicable\Language\Sentences;
use Amicable\Language\Texts;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Every rule of every pack keeps what its examples promise. */
final class PacksTest extends TestCase {

	/** How much of what the examples can be dressed up as has to be seen through. */
	private const SEEN_THROUGH = 0.9;

	/** @return array<string, array{string}> */
	public static function languages(): array {
		return array_combine( Packs::LANGUAGES, array_map( static fn ( string $language ): array => [ $language ], Packs::LANGUAGES ) );
	}

	#[DataProvider( 'languages' )]
	public function test_examples_are_found_with_an_exact_quote( string $language ): void {
		$reader = Reader::by_rules();
		$missed = [];
		foreach ( Packs::written( $language )->rules() as $rule ) {
			foreach ( $rule['examples'] as $example ) {
				$findings = array_filter( $reader->read( $example, $language )->findings, static fn ( $finding ): bool => $finding->label->value === $rule['label'] );
				foreach ( $findings as $finding ) {
					$this->assertSame( mb_substr( $example, $finding->start, $finding->end - $finding->start ), $finding->quote );
					$this->assertNotSame( '', $finding->quote );
				}
				if ( $findings === [] ) {
					$missed[] = "{$rule['id']}: $example";
				}
			}
		}

		$this->assertSame( [], $missed );
	}

	#[DataProvider( 'languages' )]
	public function test_counter_examples_are_left_alone( string $language ): void {
		$reader  = Reader::by_rules();
		$accused = [];
		foreach ( Packs::written( $language )->rules() as $rule ) {
			foreach ( $rule['counter_examples'] as $example ) {
				foreach ( $reader->read( $example, $language )->findings as $finding ) {
					if ( $finding->label->value === $rule['label'] ) {
						$accused[] = "{$rule['id']}: $example ($finding->rule: $finding->quote)";
					}
				}
			}
		}

		$this->assertSame( [], $accused );
	}

	#[DataProvider( 'languages' )]
	public function test_the_compiled_pack_is_what_the_written_one_says( string $language ): void {
		$source = Source::of( Packs::compiled( $language ) );

		$this->assertTrue( $source === Packs::source( $language ), "includes/Language/packs/$language.txt is stale: npm run packs" );
	}

	#[DataProvider( 'languages' )]
	public function test_no_rule_matches_what_the_gate_lets_pass( string $language ): void {
		$pack   = Packs::compiled( $language );
		$reader   = Packs::pack( $pack );
		$patterns = new Patterns( Texts::of( $pack['shared'] ) );
		$rules    = array_map( static fn ( array $rule ): array => [ ...$rule, 'regexes' => array_map( $patterns->whole( ... ), $rule['regexes'] ) ], $pack['rules'] );
		$passed   = [];
		foreach ( $this->texts( $language ) as $text ) {
			$let = [];
			foreach ( [ 'folded', 'squeezed', 'jamo', 'plain' ] as $view ) {
				foreach ( array_keys( $reader->candidates( new Sentences( $text ), $view )->expressions ) as $number ) {
					$let[ $reader->regex( $number ) ] = true;
				}
			}
			foreach ( $rules as $rule ) {
				foreach ( $rule['regexes'] as $regex ) {
					if ( preg_match( $regex, $text ) === 1 && ! isset( $let[ $regex ] ) ) {
						$passed[] = "{$rule['id']}: $text";
					}
				}
			}
		}

		$this->assertSame( [], $passed );
	}

	#[DataProvider( 'languages' )]
	public function test_no_veto_speaks_where_its_cues_keep_it_silent( string $language ): void {
		$pack   = Packs::compiled( $language );
		$reader = Packs::pack( $pack );
		$gated  = array_filter( array_values( $pack['vetoes'] ), static fn ( array $veto ): bool => $veto['gated'] );
		$silent = [];
		$spoke  = 0;
		$kept   = 0;
		foreach ( $this->texts( $language ) as $text ) {
			$candidates = $reader->candidates( new Sentences( $text ), 'folded' );
			foreach ( $gated as $number => $veto ) {
				$speaks   = preg_match( $veto['regex'], $text ) === 1;
				$spoke   += $speaks ? 1 : 0;
				$kept    += $candidates->let( $number ) ? 0 : 1;
				$silent[] = $speaks && ! $candidates->let( $number ) ? array_keys( $pack['vetoes'] )[ $number ] . ": $text" : null;
			}
		}

		$this->assertSame( [], array_values( array_filter( $silent ) ) );
		$this->assertGreaterThan( 100, $spoke );
		$this->assertGreaterThan( count( $silent ) / 2, $kept, 'What lets nearly everything through spares no work.' );
	}

	/** @return list<string> Small letters, of blind sets and of the pack itself. */
	private function texts( string $language ): array {
		$own = array_map( static fn ( array $rule ): array => [ ...$rule['examples'], ...$rule['counter_examples'] ], Packs::written( $language )->rules() );

		return array_map( mb_strtolower( ... ), [ ...$this->blind( $language ), ...array_merge( ...$own ) ] );
	}

	#[DataProvider( 'languages' )]
	public function test_every_veto_spares_somebody( string $language ): void {
		$pack = Packs::compiled( $language );
		$idle = [];
		foreach ( array_keys( $pack['vetoes'] ) as $name ) {
			$without                             = $pack;
			$without['vetoes'][ $name ]['regex'] = '/(?!)/';
			if ( ! $this->accuses_more( $language, $without ) ) {
				$idle[] = $name;
			}
		}

		$this->assertSame( [], $idle, 'No counter-example needs these vetoes.' );
	}

	#[DataProvider( 'languages' )]
	public function test_disguised_examples_are_seen_through( string $language ): void {
		$reader = Reader::by_rules();
		$all    = 0;
		$missed = [];
		foreach ( Packs::written( $language )->rules() as $rule ) {
			foreach ( $rule['disguises'] ? $rule['examples'] : [] as $example ) {
				foreach ( Dressed::up( $language, $example, Packs::written( $language )->disguised() ) as $how => $text ) {
					++$all;
					if ( ! in_array( $rule['label'], Packs::labels( $reader, $text, $language ), true ) ) {
						$missed[] = "$how: $text";
					}
				}
			}
		}

		$this->assertGreaterThan( 20, $all );
		$this->assertGreaterThanOrEqual( self::SEEN_THROUGH, 1 - count( $missed ) / $all, implode( "\n", $missed ) );
	}

	#[DataProvider( 'languages' )]
	public function test_what_the_blind_set_found_stays_found( string $language ): void {
		$reader = Reader::shipped();
		$wrong  = 0;
		$rows   = 0;
		foreach ( $this->rows( $language ) as $row ) {
			++$rows;
			$found  = array_values( array_intersect( Packs::labels( $reader, $row['text'] ), [ 'abuse', 'review_threat', 'chargeback_threat', 'legal_threat', 'freebie' ] ) );
			$wrong += array_diff( $row['labels'], $found ) === [] && array_diff( $found, $row['labels'] ) === [] ? 0 : 1;
		}

		$this->assertGreaterThanOrEqual( 100, $rows );
		$this->assertLessThanOrEqual( 6, $wrong );
	}

	/** @param array<string, mixed> $without */
	private function accuses_more( string $language, array $without ): bool {
		$reader = Packs::reader( $without );
		foreach ( Packs::written( $language )->rules() as $rule ) {
			foreach ( $rule['counter_examples'] as $example ) {
				if ( in_array( $rule['label'], Packs::labels( $reader, $example, $language ), true ) ) {
					return true;
				}
			}
		}

		return false;
	}

	/** @return list<string> */
	private function blind( string $language ): array {
		return array_map( static fn ( array $row ): string => $row['text'], $this->rows( $language ) );
	}

	/** @return list<array{lang: string, text: string, labels: list<string>}> */
	private function rows( string $language ): array {
		$rows = array_map( static fn ( string $line ): array => json_decode( $line, true ), (array) file( __DIR__ . '/../../../fixtures/language/blind.jsonl' ) );

		return array_values( array_filter( $rows, static fn ( array $row ): bool => $row['lang'] === $language ) );
	}
}
