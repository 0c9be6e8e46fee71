<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Cases\Report;

use Amicable\Cases\Report\Months;
use DateTimeImmutable;
use DateTimeZone;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class MonthsTest extends TestCase {

	public function test_the_newest_comes_first_and_a_year_has_twelve(): void {
		$months = Months::until( new DateTimeImmutable( '2026-03-31 15:00:00', new DateTimeZone( 'UTC' ) ), 12 );

		self::assertCount( 12, $months->names() );
		self::assertSame( [ '2026-03', '2026-02', '2026-01', '2025-12' ], array_slice( $months->names(), 0, 4 ) );
		self::assertSame( '2025-04-01 00:00:00', $months->begin()->format( 'Y-m-d H:i:s' ) );
		self::assertSame( '2026-04-01 00:00:00', $months->end->format( 'Y-m-d H:i:s' ) );
	}

	/** @return iterable<string, array{string, string, string}> */
	public static function zones(): iterable {
		yield 'Seoul is already in the next month' => [ 'Asia/Seoul', '2026-11', '2026-10-31 15:00:00' ];
		yield 'Chicago is still in the last one, and in summer time when it began' => [ 'America/Chicago', '2026-10', '2026-10-01 05:00:00' ];
	}

	#[DataProvider( 'zones' )]
	public function test_months_begin_where_the_shop_is( string $zone, string $name, string $begin ): void {
		$months = Months::until( ( new DateTimeImmutable( '2026-10-31 20:00:00Z' ) )->setTimezone( new DateTimeZone( $zone ) ), 2 );

		self::assertSame( $name, $months->names()[0] );
		self::assertSame( $begin, $months->begins[ $name ]->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Y-m-d H:i:s' ) );
	}
}
