<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\HelpDesks\TicketFile;

use Amicable\HelpDesks\TicketFile\Dates;
use Amicable\HelpDesks\TicketFile\Minutes;
use Amicable\HelpDesks\TicketFile\Words;
use DateTimeImmutable;
use DateTimeZone;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What stands in cells: dates, times, words. */
final class ValuesTest extends TestCase {

	/** @return iterable<string, array{string, string, string|null}> */
	public static function dates(): iterable {
		yield 'RFC 3339'                    => [ '2026-03-01T09:30:00Z', '2026-03-01 09:30:00', null ];
		yield 'with an offset'              => [ '2026-03-01T09:30:00+03:00', '2026-03-01 06:30:00', null ];
		yield 'with fractions'              => [ '2026-03-01 09:30:00.123 UTC', '2026-03-01 09:30:00', null ];
		yield 'an offset without colon'     => [ '2026-03-01 09:30 +0900', '2026-03-01 00:30:00', null ];
		yield 'a day alone, in the zone'    => [ '2026-03-01', '2026-02-28 21:00:00', null ];
		yield 'the zone, in summer too'     => [ '2015-07-01 12:00', '2015-07-01 09:00:00', null ];
		yield 'the zone, in an old winter'  => [ '2015-01-01 12:00', '2015-01-01 10:00:00', null ];
		yield 'the day first'               => [ '03/04/2026 10:00', '2026-04-03 07:00:00', 'dmy' ];
		yield 'the month first'             => [ '03/04/2026 10:00', '2026-03-04 07:00:00', 'mdy' ];
		yield 'dots, short year'            => [ '1.2.26', '2026-01-31 21:00:00', 'dmy' ];
		yield 'half a day'                  => [ '3/4/2026, 12:05 AM', '2026-03-03 21:05:00', 'mdy' ];
		yield 'the other half'              => [ '3/4/2026 1:05:09 p.m.', '2026-03-04 10:05:09', 'mdy' ];
		yield 'a month by name'             => [ 'Mar 1, 2026 at 9:30 AM', '2026-03-01 06:30:00', null ];
		yield 'as mail has it'              => [ 'Sun, 01 Mar 2026 09:30:00 +0000', '2026-03-01 09:30:00', null ];
		yield 'in Turkish'                  => [ '1 Mart 2026 09:30', '2026-03-01 06:30:00', null ];
		yield 'in Korean'                   => [ '2026년 3월 1일 오후 1:30', '2026-03-01 10:30:00', null ];
		yield 'in Korean, with dots'        => [ '2026. 3. 1. 09:30', '2026-03-01 06:30:00', null ];
		yield 'seconds since 1970'          => [ '1772357400', '2026-03-01 09:30:00', null ];
		yield 'milliseconds'                => [ '1772357400000', '2026-03-01 09:30:00', null ];
	}

	#[DataProvider( 'dates' )]
	public function test_dates_as_desks_write_them( string $text, string $utc, ?string $order ): void {
		$at = ( new Dates( $order, new DateTimeZone( 'Europe/Istanbul' ) ) )->read( $text );

		self::assertInstanceOf( DateTimeImmutable::class, $at, "$text: " . json_encode( $at ) );
		self::assertSame( $utc, $at->format( 'Y-m-d H:i:s' ) );
	}

	public function test_what_is_no_date_or_could_be_two_is_never_guessed(): void {
		$read = static fn ( string $text, ?string $order = null ): mixed => ( new Dates( $order, new DateTimeZone( 'UTC' ) ) )->read( $text );

		self::assertSame( Dates::WHICH_FIRST, $read( '03/04/2026' ) );
		self::assertSame( Dates::WHICH_FIRST, $read( '13/04/2026' ), 'One row alone decides nothing.' );
		foreach ( [ '', 'yesterday', '2026-02-30', '31/31/2026', '2026-03-01 25:00', '2026-03-01 09:61', '1/1/2026 13:00 pm', '12345', '2026-03', '20260301', "2026-03-01\n; DROP TABLE" ] as $text ) {
			self::assertSame( Dates::NO_DATE, $read( $text, 'dmy' ), $text );
		}
		self::assertSame( Dates::NO_DATE, $read( '03/25/2026', 'dmy' ) );
		self::assertSame( [ 'dmy', 'mdy', Dates::WHICH_FIRST, null ], array_map( Dates::hint( ... ), [ '25/03/2026', '03/25/2026', '03/04/2026', '2026-03-25' ] ) );
	}

	/** @return iterable<string, array{string, string, int|null}> */
	public static function lengths(): iterable {
		yield 'minutes'              => [ '90', 'minutes', 90 ];
		yield 'hours'                => [ '1.5', 'hours', 90 ];
		yield 'seconds, half up'     => [ '90', 'seconds', 2 ];
		yield 'a comma'              => [ '1,5', 'hours', 90 ];
		yield 'hours and minutes'    => [ '1:30', 'minutes', 90 ];
		yield 'and seconds'          => [ '01:30:29', 'minutes', 90 ];
		yield 'more than a day'      => [ '30:00', 'minutes', 1800 ];
		yield 'hours, said so'       => [ '1.5 h', 'minutes', 90 ];
		yield 'both, said so'        => [ '1h 30m', 'minutes', 90 ];
		yield 'words'                => [ '1 hour 30 minutes', 'seconds', 90 ];
		yield 'ISO'                  => [ 'PT90M', 'hours', 90 ];
		yield 'ISO, both'            => [ 'PT1H30M', 'hours', 90 ];
		yield 'Turkish'              => [ '1 sa 30 dk', 'minutes', 90 ];
		yield 'Korean'               => [ '1시간 30분', 'minutes', 90 ];
		yield 'nothing'              => [ '0', 'minutes', 0 ];
		yield 'below nothing'        => [ '-5', 'minutes', null ];
		yield 'a word'               => [ 'long', 'minutes', null ];
		yield 'too many minutes'     => [ '1:75', 'minutes', null ];
		yield 'two bare numbers'     => [ '1 30', 'minutes', null ];
		yield 'money'                => [ '5 $', 'minutes', null ];
	}

	#[DataProvider( 'lengths' )]
	public function test_lengths_of_time( string $text, string $unit, ?int $minutes ): void {
		self::assertSame( $minutes, Minutes::read( $text, $unit ) );
	}

	public function test_words_of_desks_and_what_a_person_said_of_them(): void {
		self::assertSame( [ 'closed', 'pending', 'closed', 'open', null ], array_map( static fn ( string $word ): ?string => Words::status( $word, [] )?->value, [ 'Solved', 'ON-HOLD', 'KAPALI', '진행중', 'Stalled' ] ) );
		self::assertSame( 'open', Words::status( ' Stalled ', [ 'stalled' => 'open' ] )?->value );
		self::assertSame( 'spam', Words::status( 'solved', [ 'solved' => 'spam' ] )?->value );
		self::assertSame( [ 'customer', 'agent', 'note', 'auto', null ], array_map( static fn ( string $word ): ?string => Words::kind( $word )?->value, [ 'End-user', 'admin', 'Internal note', 'bot', 'robot' ] ) );
		self::assertSame( [ 'email', 'form', 'other' ], array_map( static fn ( string $word ): string => Words::channel( $word )->value, [ 'Mail', 'Web form', 'Carrier pigeon' ] ) );
	}
}
