<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Privacy;

use Amicable\Cases\Gate;
use Amicable\Cases\Stage;
use Amicable\HelpDesks\Cause;
use Amicable\Offboarding\StepState;
use Amicable\Offboarding\Why;
use Amicable\Patterns\FlagState;
use Amicable\Patterns\Slug;
use Amicable\Stores\DisputeStatus;
use FilesystemIterator;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

/** Whatever we store by ourselves says what happened. Whoever asks for their data reads no name for what they are. */
final class NeutralWordsTest extends TestCase {

	/** Nicknames of the guide, and verdicts. */
	private const VERDICTS = '/\b(?:will|belle|xavier|karen|belligeren\w*|ignoran\w*|blackmail\w*|extort\w*|abus\w*|trolls?|freebie\w*|fraud\w*|scam\w*|liars?|crazy|difficult|toxic|blacklist\w*|bann?ed|offender\w*|guilty|accus\w*|bad customer\w*)\b/i';

	/** @return iterable<string, array{string}> The kinds of rows in the log, from the code that writes them. */
	public static function whats(): iterable {
		$found = [];
		foreach ( self::sources() as $source ) {
			preg_match_all( '/->append\(\s*((?:\$\w+(?:\s*===\s*\w+)?\s*\?\s*)?(?:[\'"][^\'"]+[\'"](?:\s*\.\s*\$\w+->value)?(?:\s*:\s*)?)+)/', $source, $calls );
			foreach ( $calls[1] as $call ) {
				preg_match_all( '/[\'"]([^\'"]+)[\'"]/', $call, $words );
				foreach ( $words[1] as $word ) {
					$found[ $word ] = [ $word ];
				}
			}
		}
		yield from $found;
	}

	#[DataProvider( 'whats' )]
	public function test_a_kind_of_row_names_what_happened( string $what ): void {
		self::assert_neutral( str_replace( [ '_', '.' ], ' ', $what ) );
	}

	public function test_the_walk_finds_the_kinds_of_rows(): void {
		$found = array_map( static fn ( array $case ): string => $case[0], iterator_to_array( self::whats(), false ) );
		foreach ( [ 'case_moved', 'customer_blocked', 'customer.left_out', 'customer.taken_in', 'run_started', 'proof_mended', 'proof_broken' ] as $what ) {
			$this->assertContains( $what, $found );
		}
	}

	/** @return iterable<string, array{class-string<\BackedEnum>}> What rows are made of, where a word is built from an enumeration. */
	public static function codes(): iterable {
		foreach ( [ Stage::class, Gate::class, Slug::class, FlagState::class, StepState::class, DisputeStatus::class, Cause::class, Why::class ] as $enum ) {
			yield $enum => [ $enum ];
		}
	}

	/** @param class-string<\BackedEnum> $enum */
	#[DataProvider( 'codes' )]
	public function test_a_stored_code_names_what_happened( string $enum ): void {
		foreach ( $enum::cases() as $case ) {
			self::assert_neutral( str_replace( '_', ' ', (string) $case->value ) );
		}
	}

	/** Reasons and notes that we write ourselves stand between quotation marks beside these names. */
	public function test_a_reason_of_ours_passes_no_judgment(): void {
		$found = 0;
		foreach ( self::sources() as $source ) {
			preg_match_all( '/[\'"](?:reason|note|why|message|text)[\'"]\s*=>\s*(?:__\(\s*)?\'([^\']+)\'/', $source, $reasons );
			foreach ( $reasons[1] as $reason ) {
				self::assert_neutral( $reason );
				++$found;
			}
		}
		$this->assertGreaterThan( 3, $found );
	}

	public function test_a_verdict_would_be_found(): void {
		$this->assertMatchesRegularExpression( self::VERDICTS, 'flagged as extortion' );
		$this->assertMatchesRegularExpression( self::VERDICTS, 'Karen' );
		$this->assertDoesNotMatchRegularExpression( self::VERDICTS, 'threat with demand' );
	}

	private static function assert_neutral( string $words ): void {
		self::assertDoesNotMatchRegularExpression( self::VERDICTS, (string) preg_replace( '/\bwill (?=[a-z])/', '', $words ), $words );
	}

	/** @return iterable<string> */
	private static function sources(): iterable {
		$files = new RecursiveIteratorIterator( new RecursiveDirectoryIterator( dirname( __DIR__, 4 ) . '/includes', FilesystemIterator::SKIP_DOTS ) );
		foreach ( $files as $file ) {
			if ( $file->getExtension() === 'php' ) {
				yield (string) file_get_contents( (string) $file );
			}
		}
	}
}
