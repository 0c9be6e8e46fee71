<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Patterns;

use Amicable\Patterns\Finding;
use Amicable\Patterns\Level;
use Amicable\Patterns\Mitigators\UnclearArticle;
use Amicable\Patterns\Own\OwnField;
use Amicable\Patterns\Rules\EarlySigns;
use Amicable\Patterns\Slug;
use Amicable\Patterns\TicketView;
use Amicable\Patterns\UnclearArticles;
use Amicable\Settings\Settings;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( UnclearArticles::class )]
final class UnclearArticlesTest extends TestCase {

	private const DAY = 86400;

	/** @return iterable<string, array{list<array{int, int}>, list<array{int, int}>}> Sent on which day and to whom; from which day to which it was unclear to three people within ten days. */
	public static function lives(): iterable {
		yield 'never sent'                                    => [ [], [] ];
		yield 'two people are not many'                       => [ [ [ 1, 1 ], [ 2, 2 ], [ 3, 1 ] ], [] ];
		yield 'one person is never many'                      => [ [ [ 1, 1 ], [ 2, 1 ], [ 3, 1 ], [ 4, 1 ] ], [] ];
		yield 'those who made it known are part of it'        => [ [ [ 1, 1 ], [ 2, 2 ], [ 3, 3 ] ], [ [ 1, 3 ] ] ];
		yield 'the first day is out after ten'                => [ [ [ 1, 1 ], [ 5, 2 ], [ 11, 3 ] ], [] ];
		yield 'and in before'                                 => [ [ [ 2, 1 ], [ 5, 2 ], [ 11, 3 ] ], [ [ 2, 11 ] ] ];
		yield 'what was long before is no part of it'         => [ [ [ 1, 9 ], [ 30, 1 ], [ 31, 2 ], [ 32, 3 ] ], [ [ 30, 32 ] ] ];
		yield 'nor what comes when it was over'               => [ [ [ 1, 1 ], [ 2, 2 ], [ 3, 3 ], [ 40, 4 ] ], [ [ 1, 3 ] ] ];
		yield 'it goes on as long as many need it'            => [ [ [ 1, 1 ], [ 2, 2 ], [ 3, 3 ], [ 11, 4 ], [ 12, 4 ], [ 30, 5 ] ], [ [ 1, 11 ] ] ];
		yield 'and begins again'                              => [ [ [ 1, 1 ], [ 2, 2 ], [ 3, 3 ], [ 20, 1 ], [ 40, 1 ], [ 41, 2 ], [ 42, 3 ] ], [ [ 1, 3 ], [ 40, 42 ] ] ];
		yield 'who came twice stays one until both are over'  => [ [ [ 1, 1 ], [ 5, 1 ], [ 6, 2 ], [ 12, 3 ] ], [ [ 5, 12 ] ] ];
	}

	/**
	 * @param list<array{int, int}> $sent
	 * @param list<array{int, int}> $times
	 */
	#[DataProvider( 'lives' )]
	public function test_an_article_is_unclear_from_the_first_of_many_to_the_last( array $sent, array $times ): void {
		$seconds = static fn ( array $one ): array => [ $one[0] * self::DAY, $one[1] ];
		$found   = UnclearArticles::times( array_map( $seconds, $sent ), 10, 3 );

		self::assertSame( array_map( static fn ( array $one ): array => [ $one[0] * self::DAY, $one[1] * self::DAY ], $times ), $found );
		foreach ( $sent as [ $day ] ) {
			self::assertSame( array_filter( $times, static fn ( array $one ): bool => $day >= $one[0] && $day <= $one[1] ) !== [], UnclearArticles::holds( $found, $day * self::DAY ) );
		}
	}

	public function test_early_signs_do_not_count_such_questions_and_their_cost_stays(): void {
		$asked = static fn ( bool $unclear ): array => array_map( static fn ( int $id ): TicketView => new TicketView( $id, 0, Customers::NOW - $id * Customers::DAY, true, unclear_article: $unclear && $id > 3, cost: 1000 ), range( 1, 5 ) );
		$usual = Settings::defaults( 'USD' );
		$rule  = new EarlySigns( $usual->docs_questions, $usual->cost_over_paid, $usual->words->early_signs );
		$judge = static function ( bool $unclear, int $paid ) use ( $asked, $rule ): ?Finding {
			$finding = $rule->judge( Customers::who( $asked( $unclear ), paid: $paid, cost: 5000 ) );

			return $finding instanceof Finding ? $finding : null;
		};

		self::assertSame( [ 'tickets' => 5, 'tickets_before' => 0 ], $judge( false, 1_000_000 )?->measured );
		self::assertNull( $judge( true, 1_000_000 ) );
		self::assertSame( [ 'cost_percent', 'cost_percent_ahead' ], array_keys( $judge( true, 6000 )->measured ?? [] ) );
		self::assertCount( 5, $judge( true, 6000 )->evidence ?? [] );
	}

	public function test_rules_of_the_owners_own_do_not_count_them_either(): void {
		$customer = Customers::who( [
			new TicketView( 1, 0, Customers::NOW - 60, true, docs_answered: true, unclear_article: true ),
			new TicketView( 2, 0, Customers::NOW - 50, true, docs_answered: false ),
		] );

		self::assertSame( [ 1, 0 ], [ OwnField::Tickets->value( $customer, 30 ), OwnField::DocsPercent->value( $customer, 30 ) ] );
		self::assertCount( 2, OwnField::Minutes->evidence( $customer, 30 ), 'The time was spent all the same.' );
	}

	public function test_what_was_left_out_stands_beside_what_counts_questions(): void {
		$customer = Customers::who( [
			...Customers::questions( 3 ),
			new TicketView( 50, 0, Customers::NOW, true, unclear_article: true ),
			new TicketView( 51, 0, Customers::NOW, true, unclear_article: true ),
			new TicketView( 52, 0, Customers::NOW, true, is_ours: true, unclear_article: true ),
			new TicketView( 53, 0, Customers::NOW, false, unclear_article: true ),
		] );
		$beside   = static fn ( Slug $pattern ): ?array => ( new UnclearArticle() )->of( $customer, new Finding( $pattern, Level::Watch, 0, [], [], [] ) )?->figures;

		self::assertSame( [ 'tickets' => 2 ], $beside( Slug::DocsQuestions ) );
		self::assertSame( [ 'tickets' => 2 ], $beside( Slug::EarlySigns ) );
		self::assertSame( [ 'tickets' => 2 ], $beside( Slug::Own1 ) );
		self::assertNull( $beside( Slug::CostOverPaid ), 'There they count.' );
		self::assertNull( ( new UnclearArticle() )->of( Customers::who( Customers::questions( 3 ) ), new Finding( Slug::DocsQuestions, Level::Watch, 0, [], [], [] ) ) );
	}
}
