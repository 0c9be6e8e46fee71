<?php
declare( strict_types=1 );

namespace Amicable\Tests\Unit\Patterns;

use Amicable\Language\Label;
use Amicable\Patterns\Incidents\Candidate;
use Amicable\Patterns\Incidents\Matcher;
use Amicable\Patterns\Incidents\Spike;
use Amicable\Patterns\Incidents\Terms;
use Amicable\Patterns\Remark;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( Matcher::class )]
#[CoversClass( Spike::class )]
#[CoversClass( Terms::class )]
final class IncidentsTest extends TestCase {

	private const NOW = 1_780_000_000;

	/** @return iterable<string, array{string, string, bool}> */
	public static function subjects(): iterable {
		yield 'a version' => [ '4.2', 'Broken since 4.2!', true ];
		yield 'its point release is another' => [ '4.2', 'Broken since 4.2.1', false ];
		yield 'part of a longer number' => [ '4.2', 'Invoice 14.25', false ];
		yield 'in capitals' => [ 'export', 'EXPORT IS GONE', true ];
		yield 'a Turkish suffix and a dotted capital' => [ 'iade', 'İadelerim nerede', true ];
		yield 'a Korean particle' => [ '결제', '결제가 안 돼요', true ];
		yield 'the end of another word' => [ 'port', 'Export', false ];
		yield 'the second of several' => [ "checkout, pay page", 'The pay  page is white', true ];
		yield 'signs are no expression' => [ 'c++ (beta)', 'c++ (beta) crashes', true ];
		yield 'no words explain nothing' => [ ' , ', 'Anything', false ];
	}

	#[DataProvider( 'subjects' )]
	public function test_words_are_found_as_people_write_them( string $words, string $subject, bool $found ): void {
		self::assertSame( $found ? 'subject' : null, ( new Matcher( $words, null ) )->why( new Candidate( 1, 1, 0, $subject ) ) );
	}

	public function test_message_and_article_explain_as_well(): void {
		$matcher = new Matcher( '4.2', 'https://www.docs.example/exports/?from=mail' );

		self::assertSame( 'text', $matcher->why( new Candidate( 1, 1, 0, 'Help', 'Since 4.2 nothing works' ) ) );
		self::assertSame( 'article', $matcher->why( new Candidate( 1, 1, 0, 'Help', 'It is empty', [ 'https://docs.example/exports#csv' ] ) ) );
		self::assertNull( $matcher->why( new Candidate( 1, 1, 0, 'Help', 'It is empty', [ 'https://docs.example/imports' ] ) ) );
	}

	public function test_many_different_customers_at_once_are_a_proposal(): void {
		$found = Spike::find( [ ...self::usual( 100 ), ...self::now( Spike::PEOPLE, 'White page in the Harborline checkout' ) ], self::NOW );

		self::assertSame( [ Spike::PEOPLE ], array_column( $found, 'people' ) );
		self::assertStringContainsString( $found[0]['term'], 'white page harborline checkout' );
	}

	public function test_one_customer_who_writes_often_is_none(): void {
		$tickets = array_map( static fn ( int $id ): Candidate => new Candidate( 1000 + $id, 1, self::NOW - $id, 'Checkout is white' ), range( 1, 30 ) );

		self::assertSame( [], Spike::find( [ ...self::usual( 100 ), ...$tickets ], self::NOW ) );
	}

	public function test_what_people_always_write_about_is_none_however_busy_the_days_are(): void {
		$before = array_map( static fn ( int $id ): Candidate => new Candidate( $id, $id, self::NOW - 10 * 86400 - $id, 'Invoice wanted' ), range( 1, 60 ) );

		self::assertSame( [], Spike::find( [ ...$before, ...self::now( 40, 'Invoice wanted' ) ], self::NOW ) );
		self::assertSame( [], Spike::find( [ ...self::usual( 100 ), ...self::now( Spike::PEOPLE - 1, 'Checkout is white' ) ], self::NOW ) );
	}

	public function test_an_article_that_many_are_sent_to_is_one_too(): void {
		$tickets = array_map( static fn ( int $id ): Candidate => new Candidate( 1000 + $id, $id, self::NOW - $id, "Q$id", '', [ 'https://docs.example/exports' ] ), range( 1, 9 ) );

		self::assertSame( [ [ 'term' => 'https://docs.example/exports', 'is_article' => true, 'people' => 9, 'from' => self::NOW - 9 ] ], Spike::find( [ ...self::usual( 100 ), ...$tickets ], self::NOW ) );
	}

	public function test_what_one_proposal_explains_is_not_proposed_twice(): void {
		$found = Spike::find( [ ...self::usual( 200 ), ...self::now( 12, 'Harborline checkout' ), ...self::now( 9, 'Tidewatch backups', 500 ) ], self::NOW );

		self::assertSame( [ 12, 9 ], array_column( $found, 'people' ) );
	}

	public function test_terms_are_names_versions_and_words_without_particles(): void {
		self::assertSame( [ 'harborline', '4.2', 'broken' ], Terms::of( 'Harborline 4.2 and the broken' ) );
		self::assertSame( [ '업데이트', '오류' ], Terms::of( '업데이트가 오류' ) );
		self::assertSame( [], Terms::of( '7 !!' ) );
	}

	public function test_what_was_written_about_an_incident_counts_for_legal_steps_only(): void {
		$customer = Customers::saying( [ new Remark( 1, 2, Customers::NOW - 60, [ Customers::said( Label::Abuse ), Customers::said( Label::LegalThreat ) ], in_incident: true ) ] );

		self::assertSame( [], $customer->remarks( 90, Label::Abuse ) );
		self::assertCount( 1, $customer->remarks( 90, Label::LegalThreat ) );
	}

	/** @return list<Candidate> */
	private static function usual( int $count ): array {
		return array_map( static fn ( int $id ): Candidate => new Candidate( $id, $id, self::NOW - 4 * 86400 - $id * 3600 % ( 20 * 86400 ), 'Question about setting ' . chr( 97 + $id % 26 ) . 'xyz' ), range( 1, $count ) );
	}

	/** @return list<Candidate> */
	private static function now( int $count, string $subject, int $first = 300 ): array {
		return array_map( static fn ( int $id ): Candidate => new Candidate( 2000 + $id, $id, self::NOW - 3600, $subject ), range( $first, $first + $count - 1 ) );
	}
}
