<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Away;

use Amicable\Away\NoticePlan;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Which notice about a closing date is due on which day. */
final class NoticePlanTest extends TestCase {

	/** @return iterable<string, array{string, string, array<int, bool>}> Opened, now, days => late. */
	public static function days(): iterable {
		yield 'nothing on the first day' => [ '2026-03-01', '2026-03-01 12:00', [] ];
		yield 'nothing a minute too early' => [ '2026-03-01', '2026-03-16 23:59', [] ];
		yield 'fourteen days before' => [ '2026-03-01', '2026-03-17 00:00', [ 14 => false ] ];
		yield 'two days late it still says so' => [ '2026-03-01', '2026-03-19 23:00', [ 14 => false ] ];
		yield 'three days late it does not any more' => [ '2026-03-01', '2026-03-20 00:01', [ 14 => true ] ];
		yield 'three days before' => [ '2026-03-01', '2026-03-28 08:00', [ 14 => true, 3 => false ] ];
		yield 'a day late' => [ '2026-03-01', '2026-03-29 08:00', [ 14 => true, 3 => false ] ];
		yield 'two days late' => [ '2026-03-01', '2026-03-30 08:00', [ 14 => true, 3 => true ] ];
		yield 'on the day' => [ '2026-03-01', '2026-03-31 23:00', [ 14 => true, 3 => true, 0 => false ] ];
		yield 'the day after' => [ '2026-03-01', '2026-04-01 00:00', [ 14 => true, 3 => true, 0 => true ] ];
		yield 'a window of ten days never had the first' => [ '2026-03-21', '2026-03-28 08:00', [ 3 => false ] ];
		yield 'a window of one day has its last' => [ '2026-03-30', '2026-03-31 08:00', [ 0 => false ] ];
	}

	/** @param array<int, bool> $expected */
	#[DataProvider( 'days' )]
	public function test_a_notice_is_due_on_its_day_and_is_not_sent_when_it_would_no_longer_be_true( string $opened, string $now, array $expected ): void {
		$due = NoticePlan::due( new DateTimeImmutable( $opened ), new DateTimeImmutable( '2026-03-31 23:59:59' ), new DateTimeImmutable( $now ) );

		$this->assertSame( $expected, array_column( $due, 'late', 'days' ) );
	}
}
