<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Cases\Report\Months;
use Amicable\Storage\Reports\CameBack;
use Amicable\Storage\Reports\MonthSums;
use Amicable\Storage\Reports\Unanswered;
use DateTimeImmutable;
use DateTimeZone;

/** What reports count, the same on every database we support. */
final class ReportsTest extends StorageTestCase {

	private const THREAT = 'threat_with_demand';

	private int $order = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->facts->customers( [ 1 => 'Ada', 2 => 'Grace', 3 => 'Edith' ] );
	}

	public function test_what_was_given_is_counted_by_the_month_of_the_shop(): void {
		$this->give( 1, '2026-10-31 16:00:00', 500, 1 );
		$this->give( 1, '2026-11-02 10:00:00', 900, 0 );
		$this->give( 2, '2026-11-03 10:00:00', 30_000, 1, 'KRW' );
		$this->give( 2, '2025-11-30 10:00:00', 500, 1 );

		self::assertSame(
			[
				[ '2026-11', 'KRW', 'none', 1, 1, 30_000 ],
				[ '2026-11', 'USD', 'none', 2, 1, 500 ],
			],
			$this->concessions()
		);
	}

	public function test_only_what_came_within_ninety_days_of_a_confirmed_threat_followed_it(): void {
		$this->threat( 1, 'confirmed', '2026-08-20 10:00:00' );
		$this->confirm( 1 );
		$this->give( 1, '2026-08-19 10:00:00', 100, 1 );
		$this->give( 1, '2026-08-20 11:00:00', 200, 1 );
		$this->give( 1, '2026-11-18 09:00:00', 400, 1 );
		$this->give( 1, '2026-11-19 09:00:00', 800, 1 );
		$this->give( 2, '2026-08-21 10:00:00', 1_600, 1 );

		self::assertSame(
			[
				[ '2026-08', 'USD', 'confirmed', 1, 1, 200 ],
				[ '2026-08', 'USD', 'none', 2, 2, 1_700 ],
				[ '2026-11', 'USD', 'confirmed', 1, 1, 400 ],
				[ '2026-11', 'USD', 'none', 1, 1, 800 ],
			],
			$this->concessions()
		);
	}

	public function test_what_a_person_said_decides_and_outlives_the_flag(): void {
		$this->threat( 1, 'expired', '2026-11-01 10:00:00' );
		$this->confirm( 1 );
		$this->threat( 2, 'open', '2026-11-01 10:00:00' );
		$this->threat( 3, 'dismissed', '2026-11-01 10:00:00' );
		$this->confirm( 3 );
		foreach ( [ 1, 2, 3 ] as $customer ) {
			$this->give( $customer, '2026-11-02 10:00:00', 100 * $customer, 1 );
		}

		self::assertSame(
			[
				[ '2026-11', 'USD', 'confirmed', 1, 1, 100 ],
				[ '2026-11', 'USD', 'none', 1, 1, 300 ],
				[ '2026-11', 'USD', 'unjudged', 1, 1, 200 ],
			],
			$this->concessions()
		);
	}

	public function test_first_answers_are_in_time_late_or_missing_and_what_is_not_due_is_none_of_these(): void {
		$this->ticket( 10, 1, '2026-11-02 10:00:00', answered: '2026-11-03 10:00:00' );
		$this->ticket( 11, 1, '2026-11-03 10:00:00', answered: '2026-11-04 10:00:01' );
		$this->ticket( 12, 1, '2026-11-04 10:00:00' );
		$this->ticket( 13, 1, '2026-11-20 11:00:00' );
		$this->ticket( 14, 1, '2026-11-05 10:00:00', more: [ 'status' => 'spam' ] );
		$this->ticket( 15, 1, '2026-11-05 10:00:00', more: [ 'channel' => 'public' ] );
		$this->ticket( 16, 1, '2026-11-06 10:00:00' );
		$this->entry( 1, 'answered', 'done', 16 );

		self::assertEquals( [ '2026-11' => [ 'month' => '2026-11', 'asked' => 5, 'in_time' => 1, 'late' => 1, 'unanswered' => 1 ] ], $this->sums()->answers( $this->months(), 24, $this->clock->now() ) );
	}

	public function test_high_value_and_anger_wait_in_front_and_a_public_post_in_its_own_line(): void {
		$this->ticket( 10, 1, '2026-11-10 10:00:00' );
		$this->ticket( 11, 2, '2026-11-15 10:00:00' );
		$this->finding( 11, 2, 'abuse', '2026-11-15 10:00:00' );
		$this->ticket( 12, 3, '2026-11-17 10:00:00' );
		$this->ticket( 13, 1, '2026-11-20 10:00:00' );
		$this->database()->insert( 'accounts', [ 'customer_id' => 3, 'tier' => 'high_value', 'as_of' => self::NOW, 'updated_at' => self::NOW ] );
		$this->ticket( 20, 1, '2026-11-01 10:00:00', more: [ 'channel' => 'public', 'url' => 'https://reviews.example/20', 'stars' => 1, 'status' => 'closed' ] );
		$this->ticket( 21, 2, '2026-11-02 10:00:00', more: [ 'channel' => 'public', 'url' => 'https://reviews.example/21', 'status' => 'closed' ] );
		$this->entry( 2, 'complaint', 'done', 21 );
		$this->ticket( 22, 3, '2026-11-02 10:00:00', more: [ 'channel' => 'public', 'url' => 'https://reviews.example/22', 'status' => 'closed' ] );
		$this->entry( 3, 'move', 'done', null, 'public_answer' );
		$unanswered = new Unanswered( $this->database() );
		$before     = new DateTimeImmutable( '2026-11-19 12:00:00Z' );
		$begin      = $this->months()->begin();

		self::assertSame( [ '12', '11', '10' ], array_column( $unanswered->page( $before, 5 ), 'id' ) );
		self::assertSame( 3, $unanswered->count( $before ) );
		self::assertSame( [ '20' ], array_column( $unanswered->page_public( $begin, 5 ), 'id' ) );
		self::assertSame( 1, $unanswered->count_public( $begin ) );
	}

	public function test_who_was_recovered_came_back_by_what_happened_later(): void {
		foreach ( [ 1, 2, 3 ] as $customer ) {
			$this->database()->insert( 'cases', [ 'customer_id' => $customer, 'stage' => 'recovered', 'opened_by' => 1, 'opened_at' => '2026-07-01 10:00:00', 'closed_at' => '2026-08-01 10:00:00', 'updated_at' => self::NOW ] );
		}
		$this->bought( 1, '2026-07-31 10:00:00', 5_000 );
		$this->bought( 2, '2026-08-02 10:00:00', 5_000 );
		$this->bought( 2, '2026-08-03 10:00:00', 5_000, refunded: 5_000 );
		$this->ticket( 10, 3, '2026-07-30 10:00:00' );
		$this->finding( 10, 3, 'praise', '2026-08-02 10:00:00' );
		$this->finding( 10, 1, 'praise', '2026-07-31 10:00:00' );
		$back = new CameBack( $this->database() );

		self::assertSame( [ 'customers' => 3, 'bought' => 1, 'praised' => 1, 'came_back' => 2 ], $back->numbers() );
		self::assertEqualsCanonicalizing( [ '2', '3' ], array_column( $back->page( 5 ), 'customer_id' ) );
		self::assertSame( [ [ 'minor' => 5_000, 'currency' => 'USD' ] ], $back->paid()->to_array() );
		self::assertSame( [ 2 ], array_keys( $back->paid_by( [ 2, 3 ] ) ) );
	}

	private function sums(): MonthSums {
		return new MonthSums( $this->database() );
	}

	/** Of a shop in Seoul, nine hours ahead. */
	private function months(): Months {
		return Months::until( $this->clock->now()->setTimezone( new DateTimeZone( 'Asia/Seoul' ) ), 12 );
	}

	/** @return list<list<int|string>> */
	private function concessions(): array {
		return array_map( array_values( ... ), $this->sums()->concessions( $this->months() ) );
	}

	private function give( int $customer, string $at, int $cost, int $used, string $currency = 'USD' ): void {
		$this->database()->insert( 'goodwill', [ 'customer_id' => $customer, 'kind' => 'coupon', 'currency' => $currency, 'value' => $cost, 'cost' => $cost, 'used' => $used, 'created_at' => $at ] );
	}

	private function threat( int $customer, string $state, string $at ): void {
		$this->ticket( 100 + $customer, $customer, $at );
		$this->database()->insert( 'flags', [ 'id' => $customer, 'customer_id' => $customer, 'pattern' => self::THREAT, 'level' => 'flag', 'state' => $state, 'since' => $at, 'updated_at' => $at ] );
		$this->database()->insert( 'evidence', [ 'customer_id' => $customer, 'pattern' => self::THREAT, 'ticket_id' => 100 + $customer, 'message_id' => 1, 'at' => $at ] );
	}

	/** By a person, as the log tells it. */
	private function confirm( int $flag ): void {
		$this->graph->log()->append( 'flag_confirmed', 'flag', $flag, $flag, 1, [] );
	}

	/** @param array<string, int|string> $more */
	private function ticket( int $id, int $customer, string $at, ?string $answered = null, array $more = [] ): void {
		$this->database()->insert( 'tickets', $more + [ 'id' => $id, 'source' => 'test', 'external_id' => "t$id", 'customer_id' => $customer, 'channel' => 'email', 'status' => 'open', 'first_customer_at' => $at, 'first_agent_at' => $answered, 'last_customer_at' => $at, 'last_agent_at' => $answered, 'created_at' => $at, 'updated_at' => $at ] );
	}

	private function entry( int $customer, string $kind, string $state, ?int $ticket, string $what = '' ): void {
		$this->database()->insert( 'case_entries', [ 'customer_id' => $customer, 'case_id' => $customer, 'kind' => $kind, 'what' => $what, 'state' => $state, 'ticket_id' => $ticket, 'created_at' => '2026-11-07 10:00:00' ] );
	}

	private function finding( int $ticket, int $customer, string $label, string $at ): void {
		$this->database()->insert( 'findings', [ 'message_id' => $ticket * 10 + $customer, 'ticket_id' => $ticket, 'customer_id' => $customer, 'label' => $label, 'rule' => "en.$label", 'quote' => 'x', 'at' => $at ] );
	}

	private function bought( int $customer, string $at, int $total, int $refunded = 0 ): void {
		++$this->order;
		$this->database()->insert( 'orders', [ 'store' => 'sample', 'order_id' => $this->order, 'customer_id' => $customer, 'key_id' => $customer, 'kind' => 'sale', 'status' => 'completed', 'paid' => 1, 'currency' => 'USD', 'total' => $total, 'refunded' => $refunded, 'created_at' => $at, 'bought_at' => $at, 'seen_at' => self::NOW ] );
	}
}
