<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\HelpDesks\TicketFile;

use Amicable\HelpDesks\TicketFile\Decoder;
use Amicable\HelpDesks\TicketFile\DelimiterGuess;
use Amicable\HelpDesks\TicketFile\Encoding;
use Amicable\HelpDesks\TicketFile\Record;
use Amicable\HelpDesks\TicketFile\Records;
use Amicable\HelpDesks\TicketFile\SafeCsv;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class RecordsTest extends TestCase {

	public function test_quotes_breaks_and_separators_inside_a_cell_are_letters(): void {
		self::assertSame(
			[ [ 'a', 'b' ], [ "one\r\ntwo", 'say "no", please' ], [ '', '5" disk' ], [ 'x', '' ] ],
			( new Cut( "a,b\r\n\"one\r\ntwo\",\"say \"\"no\"\", please\"\r\n,5\" disk\r\nx,", 1000 ) )->rows()
		);
	}

	public function test_any_kind_of_line_break_ends_a_row_and_empty_lines_are_counted_only(): void {
		$rows = ( new Cut( "a,b\n1,2\r\r\n3,\"x\ny\"\n\n4,5", 1000 ) )->in_steps();

		self::assertSame( [ [ 1, 1 ], [ 2, 2 ], [ 4, 4 ], [ 6, 7 ] ], array_map( static fn ( Record $record ): array => [ $record->row, $record->line ], $rows ) );
	}

	public function test_a_quote_that_is_never_closed_costs_its_own_line_alone(): void {
		$rows = ( new Cut( "a,b\n1,\"two\n3,4\n", 5 ) )->in_steps();

		self::assertSame( [ false, true, false ], array_map( static fn ( Record $record ): bool => $record->is_open, $rows ) );
		self::assertSame( [ '3', '4' ], $rows[2]->cells );
	}

	/** @return iterable<string, array{int}> */
	public static function seeds(): iterable {
		for ( $seed = 1; $seed <= 60; $seed++ ) {
			yield "seed $seed" => [ $seed ];
		}
	}

	#[DataProvider( 'seeds' )]
	public function test_wherever_the_file_is_cut_the_rows_are_the_same( int $seed ): void {
		mt_srand( $seed );
		$encoding  = Encoding::cases()[ $seed % count( Encoding::cases() ) ];
		$rows      = self::random_rows( $encoding === Encoding::Korean ? '갂' : ( $encoding->is_wide() ? '🙂' : 'é' ) );
		$delimiter = DelimiterGuess::ALL[ $seed % 4 ];
		$bytes     = self::encoded( implode( "\r\n", array_map( static fn ( array $row ): string => implode( $delimiter, array_map( static fn ( string $cell ): string => '"' . str_replace( '"', '""', $cell ) . '"', $row ) ), $rows ) ), $encoding );
		$lengths   = array_map( static fn (): int => $encoding->is_wide() ? 2 * mt_rand( 1, 40 ) : mt_rand( 1, 60 ), range( 1, 200 ) );
		$cut       = new Cut( $bytes, ...$lengths );

		self::assertSame( $rows, ( new Cut( $bytes, 1_000_000 ) )->rows( $encoding, $delimiter ), 'In one piece.' );
		self::assertSame( $rows, $cut->rows( $encoding, $delimiter ), 'In many.' );
		$decoder = Decoder::here( $encoding );
		self::assertSame( $rows, array_map( static fn ( Record $record ): array => array_map( $decoder->cell( ... ), $record->cells ), $cut->in_steps( $delimiter, $encoding ) ), 'In many, and from the last row on each time.' );
	}

	public function test_noise_ends_and_is_read_alike_however_it_is_cut(): void {
		mt_srand( 7 );
		for ( $round = 0; $round < 200; $round++ ) {
			$bytes = implode( '', array_map( static fn (): string => [ '"', ',', "\n", "\r", 'a', "\0", "\xFF", '""', "\"\n" ][ mt_rand( 0, 8 ) ], range( 1, mt_rand( 1, 60 ) ) ) );
			self::assertSame( ( new Cut( $bytes, 1000 ) )->rows(), ( new Cut( $bytes, mt_rand( 1, 5 ) ) )->rows(), bin2hex( $bytes ) );
		}
	}

	public function test_a_long_file_needs_the_memory_of_a_piece(): void {
		$row    = str_repeat( 'word ', 30 ) . ',' . str_repeat( 'x', 40 ) . "\n";
		$before = memory_get_usage();
		$pieces = new class( $row ) implements \Amicable\HelpDesks\TicketFile\Pieces {

			public function __construct( private readonly string $row ) {
			}

			public function piece( int $number ): ?string {
				return $number < 100 ? str_repeat( $this->row, 1300 ) : null;
			}
		};
		memory_reset_peak_usage();
		$records = new Records( $pieces, Decoder::here( Encoding::Utf8 ), ',' );
		$rows    = 0;
		while ( $records->next() !== null ) {
			++$rows;
		}

		self::assertSame( 130_000, $rows );
		self::assertLessThan( 4_000_000, memory_get_peak_usage() - $before );
	}

	public function test_the_separator_is_what_cuts_all_rows_alike(): void {
		$guess = static fn ( string $text ): string => DelimiterGuess::of( new Cut( $text, 1000 ), Decoder::here( Encoding::Utf8 ) );

		self::assertSame( ';', $guess( "a;b;c\n1,5;2,5;3\n4;5;\"6,7,8\"" ) );
		self::assertSame( "\t", $guess( "a\tb\n1,2,3\t4\n" ) );
		self::assertSame( '|', $guess( "a|b\n1|2\n" ) );
		self::assertSame( ',', $guess( "only one column\nwords, and more words\n" ) );
	}

	public function test_no_cell_is_a_formula_and_every_cell_comes_back(): void {
		foreach ( [ '=1+1', '+1', '-1', '@x', "\tx", "\rx", "\nx", "\0x", '＝1', "'=1", "''=1", "'x", '', 'plain', '"q"' ] as $cell ) {
			self::assertDoesNotMatchRegularExpression( '/^"(?:[=+\-@\t\r\n\x00]|＝)/', SafeCsv::line( [ $cell ] ) );
			self::assertSame( $cell, SafeCsv::unguard( (string) ( new Cut( SafeCsv::line( [ $cell, 'z' ] ), 3 ) )->rows()[0][0] ) );
		}
	}

	/** @return list<list<string>> */
	private static function random_rows( string $letter ): array {
		$letters = [ 'a', 'Z', '"', ',', ';', "\t", '|', "\n", "\r\n", ' ', $letter, '0', '"",' ];
		$cell    = static fn (): string => implode( '', array_map( static fn (): string => $letters[ mt_rand( 0, 12 ) ], range( 1, mt_rand( 1, 12 ) ) ) );

		return array_map( static fn (): array => array_map( $cell, range( 1, 4 ) ), range( 1, mt_rand( 2, 30 ) ) );
	}

	private static function encoded( string $text, Encoding $encoding ): string {
		$names = [ 'euc-kr' => 'UHC', 'utf-8' => 'UTF-8', 'utf-16le' => 'UTF-16LE', 'utf-16be' => 'UTF-16BE', 'windows-1252' => 'Windows-1252', 'windows-1254' => 'ISO-8859-9' ];

		return mb_convert_encoding( $text, $names[ $encoding->value ], 'UTF-8' );
	}
}
