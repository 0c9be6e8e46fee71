<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Ledger\Account;
use Amicable\Ledger\Facts;
use Amicable\Ledger\Inputs;
use Amicable\Storage\AccountSums;
use Amicable\Storage\InputFacts;
use Amicable\Storage\Sums\Scope;
use PHPUnit\Framework\Attributes\DataProvider;

/** The one arithmetic of accounts, held against the second opinion in plain PHP. */
final class AccountSumsTest extends StorageTestCase {

	private int $seed;

	protected function setUp(): void {
		parent::setUp();
		$seed       = getenv( 'AMICABLE_SEED' );
		$this->seed = is_string( $seed ) ? (int) $seed : random_int( 1, 999_999 );
	}

	/** @return iterable<string, array{string, int}> Base currency, price of an hour in it. */
	public static function bases(): iterable {
		yield 'two decimals' => [ 'USD', 3000 ];
		yield 'none' => [ 'KRW', 25_000 ];
		yield 'three' => [ 'KWD', 9_250 ];
	}

	#[DataProvider( 'bases' )]
	public function test_every_account_is_what_plain_reckoning_says( string $base, int $hour ): void {
		$inputs    = $this->inputs( $base, $hour );
		$customers = $this->customers( $base, $this->many( 120 ) );
		$this->facts->write_all( $customers );
		$this->rebuild();
		$accounts = array_column( $this->graph->accounts()->told( $this->database()->rows( "SELECT * FROM {$this->database()->table( 'accounts' )}" ) ), null, 'customer_id' );
		foreach ( $customers as $id => $facts ) {
			$account = new Account( $facts, $inputs );
			$columns = $account->columns();
			$stored  = array_intersect_key( (array) $accounts[ $id ], $columns );
			self::assertSame( self::text( $columns ), self::text( array_replace( $columns, $stored ) ), "Customer $id, base $base, AMICABLE_SEED=$this->seed" );
			self::assertSame( $account->lines(), $this->lines( $id ), "Lines of customer $id, base $base, AMICABLE_SEED=$this->seed" );
		}
	}

	public function test_counting_after_each_event_in_any_order_and_twice_is_the_same_as_a_rebuild(): void {
		$this->inputs( 'USD', 3000 );
		$events = [];
		$this->facts->write( 99, new Facts( [], [ self::ticket() ], [], [], [], [], [] ) ); // Support data are known before the first event.
		foreach ( $this->customers( 'USD', 6 ) as $id => $facts ) {
			$this->graph->projector()->project( $id );
			foreach ( $this->facts->events( $id, $facts ) as $event ) {
				$events[] = $event;
				$events[] = $event;
			}
		}
		shuffle( $events );
		foreach ( array_slice( $events, 0, $this->many( 120 ) ) as [ $table, $row ] ) {
			$this->facts->put( $table, $row );
			$this->graph->projector()->project( (int) $row['customer_id'] );
		}
		$running = $this->everything();
		$this->graph->database()->write( "DELETE FROM {$this->graph->database()->table( 'accounts' )}" );
		$this->graph->database()->write( "DELETE FROM {$this->graph->database()->table( 'account_lines' )}" );
		$this->rebuild();
		self::assertNotEmpty( $running );
		self::assertSame( $running, $this->everything(), "AMICABLE_SEED=$this->seed" );
	}

	public function test_two_who_become_one_have_the_account_of_both_and_come_apart_without_a_trace(): void {
		$inputs    = $this->inputs( 'USD', 3000 );
		$customers = $this->customers( 'USD', $this->many( 30 ) );
		$this->facts->write_all( $customers );
		$this->graph->ticket_standings()->recount( ...array_keys( $customers ) );
		$this->rebuild();
		$before = $this->everything();
		$merged = $this->many( 20 );
		for ( $id = 1; $id <= $merged; $id += 2 ) {
			$this->graph->merger()->merge( $id, $id + 1, 1, 1 );
			$both    = $this->together( $id, $customers[ $id ], $customers[ $id + 1 ] );
			$columns = ( new Account( $both, $inputs ) )->columns();
			$stored  = array_intersect_key( (array) $this->graph->accounts()->row( $id ), $columns );
			self::assertSame( self::text( $columns ), self::text( array_replace( $columns, $stored ) ), "Customers $id and more, AMICABLE_SEED=$this->seed" );
		}
		for ( $id = 1; $id <= $merged; $id += 2 ) {
			$this->graph->merger()->unmerge( $id, $id + 1, 2, 1 );
		}
		self::assertSame( $before, $this->everything(), "AMICABLE_SEED=$this->seed" );
	}

	public function test_without_any_support_data_cost_is_unknown_and_never_zero(): void {
		$this->inputs( 'USD', 3000 );
		$this->facts->customer( 1, 'Ada' );
		$this->facts->write( 1, new Facts( [ self::bought( 4900 ) ], [], [], [], [], [], [] ) );
		$this->graph->projector()->project( 1 );
		$row = (array) $this->graph->accounts()->row( 1 );
		self::assertSame( [ '4900', null, null, null, 'support_unknown' ], [ $row['paid_base'], $row['support_cost'], $row['margin'], $row['ratio'], $row['reason'] ] );
	}

	public function test_the_first_ticket_of_all_makes_everybodys_cost_known(): void {
		$this->inputs( 'USD', 3000 );
		$this->facts->customer( 1, 'Ada' );
		$this->facts->customer( 2, 'Ben' );
		$this->facts->write( 1, new Facts( [ self::bought( 4900 ) ], [], [], [], [], [], [] ) );
		$this->graph->rebuild_accounts()->run( [] );
		self::assertNull( ( (array) $this->graph->accounts()->row( 1 ) )['support_cost'] );
		self::assertSame( [], $this->graph->rebuild_accounts()->due() );
		$this->facts->write( 2, new Facts( [], [ self::ticket() ], [], [], [], [], [] ) );
		$this->graph->projector()->project( 2 );
		self::assertSame( [ [] ], $this->graph->rebuild_accounts()->due() );
		$this->graph->rebuild_accounts()->run( [] );
		$row = (array) $this->graph->accounts()->row( 1 );
		self::assertSame( [ '0', '0', '1', '2026-11-02 10:00:00' ], [ $row['support_cost'], $row['ratio'], $row['at_least'], $row['support_known_since'] ] );
	}

	public function test_while_orders_are_brought_in_nobody_is_compared_and_afterwards_all_are_counted_with_other_inputs(): void {
		$this->inputs( 'USD', 3000 );
		$this->facts->customer( 1, 'Ada' );
		$this->facts->write( 1, $facts = new Facts( [ self::bought( 4900 ) ], [ self::ticket() ], [], [], [], [], [] ) );
		$count = function () use ( $facts ): array {
			$told   = ( new InputFacts( $this->database(), static fn (): array => [ 'shop' ] ) )->read();
			$inputs = Inputs::from( $this->graph->settings()->current(), true, $told['support_known'], self::NOW, null, $told['importing'] );
			( new AccountSums( $this->database() ) )->count( Scope::one( 1 ), $inputs );
			$reason = ( (array) $this->graph->accounts()->row( 1 ) )['reason'];
			self::assertSame( ( new Account( $facts, $inputs ) )->columns()['reason'], $reason );

			return [ $reason, $inputs->hash( '' ) ];
		};
		$this->graph->imports()->start( 'a-shop-that-left', 10, '7' );
		$before = $count();
		self::assertNull( $before[0] );
		$this->graph->imports()->start( 'shop', 10, '7' );
		$during = $count();
		self::assertSame( 'orders_importing', $during[0] );
		self::assertNotSame( $before[1], $during[1] );
		$this->graph->imports()->put_back( (string) $this->graph->imports()->claim( 'shop', 60 ), '0', 10, true );
		self::assertSame( $before, $count() );
	}

	public function test_an_order_without_a_rate_leaves_every_sum_unknown_and_says_so(): void {
		$this->inputs( 'USD', 3000 );
		$this->facts->customer( 1, 'Ada' );
		$this->facts->write( 1, new Facts( [ self::bought( 4900 ), [ ...self::bought( 3000 ), 'currency' => 'EUR' ] ], [], [], [], [], [], [] ) );
		$this->graph->projector()->project( 1 );
		$row = (array) $this->graph->accounts()->row( 1 );
		self::assertSame( [ '1', null, null, 'not_converted' ], [ $row['orders_not_converted'], $row['paid_base'], $row['value'], $row['reason'] ] );
		self::assertSame( [ 'EUR', 'USD' ], array_keys( $this->lines( 1 ) ) );
	}

	public function test_a_full_refund_leaves_nothing_paid_and_no_tax(): void {
		$this->inputs( 'USD', 3000 );
		$this->facts->customer( 1, 'Ada' );
		$this->facts->write( 1, new Facts( [ [ ...self::bought( 10_000 ), 'tax' => 1500, 'shipping' => 500, 'refunded' => 10_000, 'refunded_tax' => 1500, 'refunded_shipping' => 500 ] ], [], [], [], [], [], [] ) );
		$this->graph->projector()->project( 1 );
		$row = (array) $this->graph->accounts()->row( 1 );
		self::assertSame( [ '9500', '9500', '0', '0' ], [ $row['gross_base'], $row['refunded_base'], $row['tax_base'], $row['paid_base'] ] );
	}

	private function inputs( string $base, int $hour ): Inputs {
		delete_option( 'amicable_settings' );
		$settings = $this->graph->settings();
		$current  = $settings->current();
		$settings->save( $current->with( [ 'base_currency' => $base ] )->with( [ 'hourly_cost' => [ 'minor' => $hour, 'currency' => $base ], 'ticket_cost' => [ 'minor' => 7, 'currency' => $base ] ] ), $current->version );

		return Inputs::from( $settings->current(), true, true, self::NOW );
	}

	/** @return array<int, Facts> */
	private function customers( string $base, int $count ): array {
		$shop      = new RandomFacts( $this->seed, $base, (int) strtotime( self::NOW . ' UTC' ) );
		$customers = [];
		$this->facts->shop( $shop );
		for ( $id = 1; $id <= $count; $id++ ) {
			$customers[ $id ] = $shop->customer();
		}
		$this->facts->customers( array_map( static fn ( int $id ): string => "Customer $id", array_combine( array_keys( $customers ), array_keys( $customers ) ) ) );

		return $customers;
	}

	private function rebuild(): void {
		$after = 0;
		do {
			$after = $this->graph->projector()->rebuild( $after, 70 );
		} while ( $after !== null );
	}

	/** @return array<string, array<string, int>> */
	private function lines( int $id ): array {
		$lines = [];
		foreach ( $this->graph->database()->rows( "SELECT * FROM {$this->graph->database()->table( 'account_lines' )} WHERE customer_id = %d ORDER BY currency", [ $id ] ) as $row ) {
			$lines[ (string) $row['currency'] ] = array_map( 'intval', array_diff_key( $row, [ 'customer_id' => 1, 'currency' => 1 ] ) );
		}

		return $lines;
	}

	/** @return array<string, list<array<string, string|null>>> */
	private function everything(): array {
		return [
			'accounts' => $this->accounts(),
			'lines'    => $this->database()->rows( "SELECT * FROM {$this->database()->table( 'account_lines' )} ORDER BY customer_id, currency" ),
		];
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, string|null>
	 */
	private static function text( array $row ): array {
		return array_map( static fn ( mixed $value ): ?string => $value === null ? null : (string) $value, $row );
	}

	/** What both had; how their tickets count is read again, since who wrote under two names may have asked twice. */
	private function together( int $id, Facts $one, Facts $other ): Facts {
		$tickets = array_map(
			static fn ( array $row ): array => [ ...$row, 'id' => (int) $row['id'], 'is_new' => (int) $row['is_new'], 'docs_answered' => $row['docs_answered'] === null ? null : (int) $row['docs_answered'] ],
			$this->database()->rows( "SELECT id, status, cause, is_new, docs_answered, created_at FROM {$this->database()->table( 'tickets' )} WHERE customer_id = %d", [ $id ] )
		);
		self::assertCount( count( $one->tickets ) + count( $other->tickets ), $tickets );

		return new Facts( [ ...$one->orders, ...$other->orders ], $tickets, [ ...$one->messages, ...$other->messages ], [ ...$one->entries, ...$other->entries ], [ ...$one->extras, ...$other->extras ], $one->rates, $one->hourly );
	}

	/** @return array<string, mixed> */
	private static function ticket(): array {
		return [ 'id' => 9999, 'status' => 'open', 'cause' => null, 'is_new' => 1, 'docs_answered' => null, 'created_at' => '2026-11-02 10:00:00' ];
	}

	/** @return array<string, mixed> */
	private static function bought( int $total ): array {
		return [ 'store' => 'sample', 'currency' => 'USD', 'total' => $total, 'tax' => 0, 'shipping' => 0, 'refunded' => 0, 'refunded_tax' => 0, 'refunded_shipping' => 0, 'fee' => null, 'rate_units' => null, 'rate_divisor' => null, 'rate_to' => null, 'rate_date' => '2026-11-01', 'bought_at' => '2026-11-01 10:00:00' ];
	}
}
