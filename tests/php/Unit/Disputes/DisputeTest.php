<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Disputes;

use Amicable\Stores\Dispute;
use Amicable\Stores\DisputeNews;
use Amicable\Stores\DisputeStatus;
use Amicable\Values\Money;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Words about a dispute add up to the same dispute, in whatever order they come. */
final class DisputeTest extends TestCase {

	/** @return iterable<string, array{list<array{DisputeStatus, int}>, DisputeStatus}> Status and second of each word. */
	public static function stories(): iterable {
		yield 'opened' => [ [ [ DisputeStatus::Open, 1 ] ], DisputeStatus::Open ];
		yield 'opened and won' => [ [ [ DisputeStatus::Open, 1 ], [ DisputeStatus::Won, 9 ] ], DisputeStatus::Won ];
		yield 'opened and lost in one second' => [ [ [ DisputeStatus::Open, 1 ], [ DisputeStatus::Lost, 1 ] ], DisputeStatus::Lost ];
		yield 'an inquiry that became a dispute' => [ [ [ DisputeStatus::Warning, 1 ], [ DisputeStatus::Open, 5 ] ], DisputeStatus::Open ];
		yield 'an inquiry that went away' => [ [ [ DisputeStatus::Warning, 1 ], [ DisputeStatus::Won, 5 ] ], DisputeStatus::Won ];
		yield 'won, and then lost after all' => [ [ [ DisputeStatus::Open, 1 ], [ DisputeStatus::Won, 5 ], [ DisputeStatus::Lost, 8 ] ], DisputeStatus::Lost ];
	}

	/** @param list<array{DisputeStatus, int}> $words */
	#[DataProvider( 'stories' )]
	public function test_every_order_and_any_repetition_ends_the_same( array $words, DisputeStatus $ends ): void {
		$news = array_map( static fn ( array $word, int $place ): DisputeNews => self::word( $word[0], $word[1], "evt_$place" ), $words, array_keys( $words ) );
		$all  = [];
		for ( $turn = 0; $turn < 20; $turn++ ) {
			shuffle( $news );
			$all[] = serialize( Dispute::of( $news ) );
		}

		self::assertCount( 1, array_unique( $all ) );
		self::assertSame( $ends, Dispute::of( $news )->status );
		self::assertSame( 1, Dispute::of( $news )->opened_at->getTimestamp() );
	}

	public function test_a_later_word_without_a_fee_takes_the_fee_not_back(): void {
		$dispute = Dispute::of( [ self::word( DisputeStatus::Open, 2, 'b', 1500 ), self::word( DisputeStatus::Won, 3, 'c' ), self::word( DisputeStatus::Open, 1, 'a' ) ] );

		self::assertSame( 1500, $dispute->fee?->minor );
	}

	public function test_it_is_closed_when_its_end_was_first_said(): void {
		$dispute = Dispute::of( [ self::word( DisputeStatus::Lost, 9, 'c' ), self::word( DisputeStatus::Lost, 7, 'b' ), self::word( DisputeStatus::Open, 1, 'a' ) ] );

		self::assertSame( 7, $dispute->closed_at?->getTimestamp() );
		self::assertNull( Dispute::of( [ self::word( DisputeStatus::Open, 1, 'a' ) ] )->closed_at );
	}

	public function test_of_two_words_the_worse_one_counts(): void {
		self::assertSame( DisputeStatus::Lost, DisputeStatus::worse( 'won', 'lost' ) );
		self::assertSame( DisputeStatus::Open, DisputeStatus::worse( 'open', 'warning' ) );
		self::assertSame( DisputeStatus::None, DisputeStatus::worse( '', 'nonsense' ) );
	}

	private static function word( DisputeStatus $status, int $second, string $id, ?int $fee = null ): DisputeNews {
		return new DisputeNews( 'sample', 'dp_1', $id, 'stripe', $status, new DateTimeImmutable( "@$second" ), fee: $fee === null ? null : new Money( $fee, 'USD' ) );
	}
}
