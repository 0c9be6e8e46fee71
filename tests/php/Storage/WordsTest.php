<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Language\Finding;
use Amicable\Language\Label;
use Amicable\Patterns\Dealing;
use Amicable\Patterns\Remark;
use Amicable\Patterns\Slug;
use Amicable\Storage\Coverage;
use Amicable\Storage\Dealings;
use Amicable\Storage\DocsGaps;
use Amicable\Storage\EvidenceRows;
use Amicable\Storage\Remarks;
use Amicable\Storage\ReviewQueue;
use Amicable\Storage\Sums\Scope;
use PHPUnit\Framework\Attributes\DataProvider;

/** What was found in messages, and money that went back, as patterns read them: on every database alike. */
final class WordsTest extends StorageTestCase {

	private int $order = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->facts->customers( [ 1 => 'Maya', 2 => 'Noor' ] );
	}

	/** @return iterable<string, array{list<array<string, mixed>>, list<bool>}> Orders, and of each fully refunded one whether that was a right. */
	public static function refunds(): iterable {
		yield 'inside the window' => [ [ [ 'bought' => '2026-03-01', 'back' => '2026-03-31' ] ], [ true ] ];
		yield 'after the window' => [ [ [ 'bought' => '2026-03-01', 'back' => '2026-04-01' ] ], [ false ] ];
		yield 'a renewal inside the window' => [ [ [ 'bought' => '2026-03-01', 'back' => '2026-03-20', 'kind' => 'renewal' ] ], [ true ] ];
		yield 'only a part' => [ [ [ 'bought' => '2026-03-01', 'back' => '2026-06-01', 'part' => 100 ] ], [] ];
		yield 'one of two equal orders of a day' => [ [ [ 'bought' => '2026-03-01', 'back' => '2026-06-01' ], [ 'bought' => '2026-03-01 09:00:00' ] ], [ true ] ];
		yield 'two equal orders of different days' => [ [ [ 'bought' => '2026-03-01', 'back' => '2026-06-01' ], [ 'bought' => '2026-03-05' ] ], [ false ] ];
		yield 'bought again after a refund and given back again' => [ [ [ 'bought' => '2026-03-01', 'back' => '2026-03-05', 'products' => ',7,12,' ], [ 'bought' => '2026-03-20', 'back' => '2026-03-25', 'products' => ',12,' ] ], [ true, false ] ];
		yield 'another product the second time' => [ [ [ 'bought' => '2026-03-01', 'back' => '2026-03-05', 'products' => ',12,' ], [ 'bought' => '2026-03-20', 'back' => '2026-03-25', 'products' => ',120,' ] ], [ true, true ] ];
		yield 'both bought before either was given back' => [ [ [ 'bought' => '2026-03-01', 'back' => '2026-03-12', 'products' => ',12,' ], [ 'bought' => '2026-03-10', 'back' => '2026-03-12 09:00:00', 'products' => ',12,' ] ], [ true, true ] ];
		yield 'its renewal is not buying again' => [ [ [ 'bought' => '2026-03-01', 'back' => '2026-03-05', 'products' => ',12,' ], [ 'bought' => '2026-03-20', 'back' => '2026-03-25', 'products' => ',12,', 'kind' => 'renewal' ] ], [ true, true ] ];
		yield 'nobody knows what was bought' => [ [ [ 'bought' => '2026-03-01', 'back' => '2026-03-05' ], [ 'bought' => '2026-03-20', 'back' => '2026-03-25' ] ], [ true, true ] ];
		yield 'never paid' => [ [ [ 'bought' => null, 'back' => '2026-06-01' ] ], [ true ] ];
	}

	/**
	 * @param list<array<string, mixed>> $orders
	 * @param list<bool>                 $by_right
	 */
	#[DataProvider( 'refunds' )]
	public function test_a_refund_by_right_is_told_from_a_late_one( array $orders, array $by_right ): void {
		foreach ( $orders as $order ) {
			$this->buy( $order );
		}

		self::assertSame( $by_right, array_map( static fn ( Dealing $dealing ): bool => $dealing->by_right, $this->dealings()[1] ?? [] ) );
	}

	public function test_whoever_parted_ways_was_given_the_money(): void {
		$this->buy( [ 'bought' => '2026-03-01', 'back' => '2026-06-01' ] );
		$this->facts->put( 'runs', [ 'customer_id' => 1, 'kind' => 'part_ways', 'state' => 'completed', 'plan_hash' => str_repeat( '0', 64 ), 'started_by' => 1, 'created_at' => self::NOW, 'updated_at' => self::NOW ] );

		self::assertTrue( $this->dealings()[1][0]->by_right );
	}

	public function test_what_a_run_of_a_case_gave_back_was_offered_and_what_a_run_without_one_did_was_asked_for(): void {
		$this->buy( [ 'bought' => '2026-03-01', 'back' => '2026-06-01' ] );
		$this->buy( [ 'bought' => '2026-03-05', 'back' => '2026-06-05' ] );
		$this->buy( [ 'bought' => '2026-03-09', 'back' => '2026-06-09' ] );
		foreach ( [ 1 => [ null, 'done' ], 2 => [ 7, 'done' ], 3 => [ 8, 'failed' ] ] as $order => [ $case, $state ] ) {
			$this->facts->put( 'runs', [ 'id' => $order, 'customer_id' => 1, 'case_id' => $case, 'kind' => 'refund', 'state' => 'completed', 'plan_hash' => str_repeat( '0', 64 ), 'started_by' => 1, 'created_at' => self::NOW, 'updated_at' => self::NOW ] );
			$this->facts->put( 'steps', [ 'run_id' => $order, 'step_key' => "refund:$order", 'kind' => 'refund', 'store' => 'sample', 'target' => (string) $order, 'state' => $state ] );
		}

		self::assertSame( [ false, true, false ], array_map( static fn ( Dealing $dealing ): bool => $dealing->by_right, $this->dealings()[1] ) );
	}

	public function test_a_dispute_is_one_an_order_with_the_gravest_word_of_shop_and_gateway(): void {
		$this->buy( [ 'bought' => '2026-03-01', 'dispute' => 'open' ] );
		$this->facts->put( 'disputes', [ 'store' => 'sample', 'order_id' => 1, 'external_id' => 'dp_1', 'customer_id' => 1, 'status' => 'lost', 'currency' => 'USD', 'opened_at' => '2026-04-01 10:00:00' ] );
		$this->buy( [ 'bought' => '2026-05-01', 'dispute' => 'warning' ] );
		$this->buy( [ 'bought' => '2026-05-01', 'dispute' => 'none' ] );

		self::assertSame( [ [ 'lost', '2026-04-01' ], [ 'warning', '2026-05-01' ] ], array_map( static fn ( Dealing $dealing ): array => [ $dealing->status, gmdate( 'Y-m-d', $dealing->at ) ], $this->dealings()[1] ) );
		self::assertSame( [ 1 ], ( new Dealings( $this->database() ) )->customers( 3, 10 ) );
		self::assertNull( ( new Dealings( $this->database() ) )->customers( 3, 0 ), 'More people than anybody waits for.' );
	}

	public function test_findings_are_replaced_and_tell_whose_changed(): void {
		$findings = $this->graph->findings();
		$this->message( 1, 1 );
		$first = fn ( Finding ...$found ): array => [ [ 'id' => 1, 'ticket_id' => 1, 'customer_id' => 1, 'at' => '2026-11-01 10:00:00', 'findings' => array_values( $found ) ] ];

		self::assertSame( [ 1 ], $findings->replace( $first( self::found( 'a' ), self::found( 'b' ) ) ) );
		self::assertSame( [], $findings->replace( $first( self::found( 'b' ), self::found( 'a' ) ) ) );
		self::assertSame( [ 1 ], $findings->replace( $first( self::found( 'a' ), self::found( 'c' ) ) ) );
		self::assertSame( [ 'a', 'c' ], array_column( $findings->of_messages( [ 1 ] )[1], 'rule' ) );
		self::assertSame( [ 1 ], $findings->customers_of( 'a' ) );
	}

	public function test_remarks_leave_out_spam_and_what_a_silent_rule_found(): void {
		$this->message( 1, 1 );
		$this->message( 2, 2, 'spam' );
		foreach ( [ 1, 2 ] as $id ) {
			$this->graph->findings()->replace( [ [ 'id' => $id, 'ticket_id' => $id, 'customer_id' => $id, 'at' => '2026-11-01 10:00:00', 'findings' => [ self::found( 'a' ), self::found( 'b' ) ] ] ] );
		}
		$said = fn (): array => array_map( static fn ( array $remarks ): array => array_map( static fn ( Remark $remark ): array => array_column( $remark->said, 'rule' ), $remarks ), ( new Remarks( $this->database() ) )->of( Scope::range( 1, 2 ) ) );

		self::assertSame( [ 1 => [ [ 'a', 'b' ] ] ], $said() );
		$this->graph->rule_votes()->add( [ 'a', 'b' ], false );
		$this->graph->rule_votes()->silence( 'a', $this->clock->now() );
		self::assertSame( [ 1 => [ [ 'b' ] ] ], $said() );
		self::assertNull( ( new Remarks( $this->database() ) )->since( '2026-01-01 00:00:00', 0 ) );
		self::assertSame( [ 1 ], array_keys( ( new Remarks( $this->database() ) )->since( '2026-01-01 00:00:00', 5 ) ?? [] ) );
	}

	public function test_rights_wait_for_ninety_days_and_not_those_of_spam(): void {
		foreach ( [ 1 => [ 'closed', '2026-11-01' ], 2 => [ 'closed', '2026-08-22' ], 3 => [ 'spam', '2026-11-01' ], 4 => [ 'open', '2026-08-23' ] ] as $id => [ $status, $day ] ) {
			$this->message( $id, 1, $status );
			$this->graph->findings()->replace( [ [ 'id' => $id, 'ticket_id' => $id, 'customer_id' => 1, 'at' => "$day 12:00:00", 'findings' => [ new Finding( Label::Right, null, 1, 'en.right', 'data_right', 'my data', 0, 7, null, false ) ] ] ] );
		}
		$queue = new ReviewQueue( $this->database(), $this->graph->flags() );
		$asked = fn (): array => array_column( $queue->rights( $this->clock->now(), 9 ), 'ticket_id' );

		self::assertSame( [ '4', '1' ], $asked() );
		self::assertSame( [ [ '1', '2026-08-23 12:00:00' ] ], array_map( static fn ( array $row ): array => [ $row['id'], $row['since'] ], $queue->rights_by_customer( $this->clock->now(), 9 ) ) );
		self::assertSame( 1, $queue->answer( (int) $queue->rights( $this->clock->now(), 1 )[0]['id'], 5, $this->clock->now() ) );
		self::assertSame( [ '1' ], $asked() );
		self::assertNull( $queue->answer( 999, 5, $this->clock->now() ) );
	}

	public function test_evidence_without_a_ticket_follows_its_refund(): void {
		$this->buy( [ 'bought' => '2026-03-01', 'back' => '2026-06-01' ] );
		$rows    = new EvidenceRows( $this->database() );
		$dealing = $this->dealings()[1][0];
		$rows->mute( 1, Slug::RepeatRefunds, [ $dealing->evidence( 'seen' ) ] );
		$this->database()->write( "UPDATE {$this->database()->table( 'refunds' )} SET customer_id = 2" );

		self::assertTrue( $rows->of( 2 )['repeat_refunds'][ $dealing->key() ]['muted'] );
	}

	public function test_coverage_and_articles_are_counted(): void {
		for ( $i = 1; $i <= 10; $i++ ) {
			$this->message( $i, $i, 'closed', $i <= 4 ? '' : 'en,tr' );
			$this->facts->put( 'messages', [ 'id' => 100 + $i, 'ticket_id' => $i, 'customer_id' => $i, 'external_id' => 'a', 'kind' => 'agent', 'at' => '2026-11-01 10:00:00', 'docs_url' => 'https://docs.example/a', 'text' => 'x', 'keep_until' => '2027-01-30 10:00:00', 'updated_at' => self::NOW ] );
		}
		$coverage = new Coverage( $this->database() );

		self::assertSame( [ 'messages' => 10, 'not_read' => 4, 'languages' => [ [ 'language' => 'en', 'messages' => 6 ], [ 'language' => 'tr', 'messages' => 6 ] ] ], $coverage->lately() );
		self::assertSame( [ 'messages' => 1, 'not_read' => 1 ], $coverage->of( 1 ) );
		self::assertSame( 10, ( new DocsGaps( $this->database() ) )->lately( $this->clock->now(), [ 'people' => 10, 'days' => 30 ], 5 )[0]['customers'] );
	}

	/** @return array<int, list<Dealing>> */
	private function dealings(): array {
		return ( new Dealings( $this->database() ) )->of( Scope::range( 1, 2 ), $this->graph->current_inputs()->read() );
	}

	/** @param array<string, mixed> $order */
	private function buy( array $order ): void {
		$id    = ++$this->order;
		$total = 4900;
		$back  = $order['back'] ?? null;
		$sum   = $back === null ? 0 : ( $order['part'] ?? $total );
		$this->facts->put( 'orders', [ 'store' => 'sample', 'order_id' => $id, 'customer_id' => 1, 'key_id' => 1, 'kind' => $order['kind'] ?? 'sale', 'currency' => 'USD', 'total' => $total, 'refunded' => $sum, 'dispute' => $order['dispute'] ?? 'none', 'products' => $order['products'] ?? '', 'created_at' => '2026-03-01 00:00:00', 'bought_at' => $order['bought'] ?? null, 'seen_at' => self::NOW ] );
		if ( $back !== null ) {
			$this->facts->put( 'refunds', [ 'store' => 'sample', 'refund_id' => $id, 'order_id' => $id, 'customer_id' => 1, 'currency' => 'USD', 'amount' => $sum, 'created_at' => $back ] );
		}
	}

	private function message( int $id, int $customer, string $status = 'closed', ?string $languages = 'en' ): void {
		$this->facts->put( 'tickets', [ 'id' => $id, 'source' => 'test', 'external_id' => "t$id", 'customer_id' => $customer, 'status' => $status, 'created_at' => '2026-11-01 10:00:00', 'updated_at' => self::NOW ] );
		$this->facts->put( 'messages', [ 'id' => $id, 'ticket_id' => $id, 'customer_id' => $customer, 'external_id' => 'm', 'kind' => 'customer', 'at' => '2026-11-01 10:00:00', 'languages' => $languages, 'updated_at' => self::NOW ] );
	}

	private static function found( string $rule ): Finding {
		return new Finding( Label::Abuse, null, 2, $rule, 'contempt', 'grow up', 4, 11, $rule === 'a' ? 'grow up' : null, false );
	}
}
