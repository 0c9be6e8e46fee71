<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Storage\Candidates;
use Amicable\Storage\CustomerList;
use Amicable\Storage\CustomerPage;
use Amicable\Storage\CustomerQuery;
use Amicable\Storage\Marks;
use Amicable\Storage\Rows;
use Amicable\Storage\Sums\Scope;
use PHPUnit\Framework\Attributes\DataProvider;

/** Every way through the list shows every customer once, in one order. */
final class CustomerListTest extends StorageTestCase {

	private const CUSTOMERS = 90;

	protected function setUp(): void {
		parent::setUp();
		mt_srand( 7 );
		$rows = [];
		for ( $id = 1; $id <= self::CUSTOMERS; $id++ ) {
			foreach ( self::customer( $id ) as $table => $row ) {
				$rows[ $table ][] = $row;
			}
		}
		foreach ( $rows as $table => $some ) {
			( new Rows( $this->database() ) )->upsert( $table, $some );
		}
		( new Marks( $this->database() ) )->set( Scope::range( 1, self::CUSTOMERS ), $this->graph->current_inputs()->read() );
		$this->graph->bins()->recount();
	}

	/** @return iterable<string, array{string, bool}> */
	public static function sorts(): iterable {
		foreach ( array_keys( CustomerQuery::SORTS ) as $sort ) {
			yield "$sort down" => [ $sort, true ];
			yield "$sort up" => [ $sort, false ];
		}
	}

	#[DataProvider( 'sorts' )]
	public function test_forward_backward_and_by_number_are_the_same_list( string $sort, bool $down ): void {
		foreach ( [ [], [ 'stage' => 'warned' ], [ 'store' => 'edd' ], [ 'flag' => 'docs_questions' ], [ 'level' => 'flag', 'store' => 'edd' ], [ 'search' => 'Ada' ] ] as $filter ) {
			$forward  = $this->walk( $sort, $down, false, $filter );
			$backward = $this->walk( $sort, $down, true, $filter );
			$numbered = [];
			for ( $page = 1; ( $ids = $this->page( $sort, $down, $filter, $page )->ids ) !== []; $page++ ) {
				$numbered = [ ...$numbered, ...$ids ];
			}
			self::assertNotSame( [], $forward, (string) wp_json_encode( $filter ) );
			self::assertSame( $forward, $backward );
			self::assertSame( $forward, $numbered );
			self::assertSame( $this->expected( $sort, $down, $filter ), $forward );
			self::assertSame( count( $forward ), $this->page( $sort, $down, $filter, 1 )->total );
		}
	}

	public function test_what_is_found_among_few_is_found_in_the_same_order_by_walking_the_list(): void {
		$walking = new CustomerList( $this->database(), new Candidates( $this->database(), $this->graph->bins(), [], 0 ), $this->graph->bins() );
		foreach ( array_slice( array_keys( CustomerQuery::SORTS ), 0, $this->many( 12 ) ) as $sort ) {
			foreach ( [ [ 'stage' => 'warned' ], [ 'store' => 'edd' ], [ 'flag' => 'docs_questions' ], [ 'level' => 'flag', 'store' => 'edd' ], [ 'search' => 'Ada' ], [ 'search' => 'person-1', 'stage' => 'warned' ] ] as $filter ) {
				foreach ( [ [ true, false, null ], [ false, false, null ], [ true, true, null ], [ true, false, $this->page( $sort, true, $filter, 1 )->next ], [ true, true, $this->page( $sort, true, $filter, 2 )->prev ] ] as [ $down, $backwards, $after ] ) {
					$query = new CustomerQuery( $sort, $down, 4, 1, $after, $backwards, ...$filter );
					self::assertEquals( $this->graph->customer_list()->page( $query ), $walking->page( $query ), (string) wp_json_encode( [ $sort, $filter, $down, $backwards, $after ] ) );
				}
			}
		}
	}

	public function test_a_search_finds_beginnings_of_addresses_and_name_words_and_whole_numbers(): void {
		$this->facts->put( 'orders', [ 'store' => 'sample', 'order_id' => 1, 'customer_id' => 5, 'key_id' => 1, 'number' => 'A-77', 'currency' => 'USD', 'created_at' => self::NOW, 'seen_at' => self::NOW ] );
		self::assertSame( [ 5 ], $this->found( 'A-77' ) );
		self::assertSame( [], $this->found( 'A-7' ) );
		self::assertSame( [ 12 ], $this->found( 'person-12@' ) );
		self::assertSame( $this->found( 'ada' ), $this->found( 'Ada' ) );
		self::assertSame( $this->found( 'Byron' ), $this->found( 'byr' ) );
		self::assertSame( [], $this->found( '%' ) );
		self::assertSame( [], $this->found( "x' OR '1'='1" ) );
	}

	public function test_a_value_that_nobody_has_finds_nobody(): void {
		self::assertSame( [ [], 0 ], [ $this->page( 'ratio', true, [ 'stage' => 'nonsense' ], 1 )->ids, $this->page( 'ratio', true, [ 'flag' => 'nonsense' ], 1 )->total ] );
	}

	/** @return array<string, array<string, mixed>> Rows by table. */
	private static function customer( int $id ): array {
		$name   = [ 'Ada Byron', 'Çağ Öz', '김민수', 'Bo van Dyk' ][ mt_rand( 0, 3 ) ];
		$is_edd = mt_rand( 0, 1 ) === 0;
		$row    = [ 'customer_id' => $id, 'as_of' => self::NOW, 'updated_at' => self::NOW, 'stage' => mt_rand( 0, 2 ) === 0 ? 'warned' : null, 'stores' => $is_edd ? 'edd,sample,' : 'sample,', 'tickets' => mt_rand( 0, 4 ), 'minutes' => mt_rand( 0, 4 ) ];
		foreach ( [ 'paid_base', 'gross_base', 'value', 'support_cost', 'margin', 'ratio', 'tickets_peak_14d' ] as $column ) {
			$row[ $column ] = mt_rand( 0, 3 ) === 0 ? null : mt_rand( -3, 3 );
		}
		foreach ( [ 'last_order_at', 'last_ticket_at' ] as $column ) {
			$row[ $column ] = mt_rand( 0, 3 ) === 0 ? null : '2026-01-0' . mt_rand( 1, 9 ) . ' 00:00:00';
		}

		return array_filter(
			[
				'customers' => [ 'id' => $id, 'name' => $name, 'name_second' => explode( ' ', "$name ", 2 )[1], 'name_last' => '', 'email' => "person-$id@example.com", 'created_at' => self::NOW, 'updated_at' => self::NOW ],
				'orders'    => $is_edd ? [ 'store' => 'edd', 'order_id' => $id, 'customer_id' => $id, 'key_id' => $id, 'number' => "E$id", 'currency' => 'USD', 'created_at' => self::NOW, 'seen_at' => self::NOW ] : [],
				'accounts'  => $row,
				'flags'     => mt_rand( 0, 2 ) === 0 ? [ 'customer_id' => $id, 'pattern' => 'docs_questions', 'level' => mt_rand( 0, 1 ) === 0 ? 'flag' : 'watch', 'state' => 'open', 'since' => self::NOW, 'updated_at' => self::NOW ] : [],
			]
		);
	}

	/**
	 * The order by plain sorting; by name it is the database's own.
	 *
	 * @param array<string, string> $filter
	 * @return list<int>
	 */
	private function expected( string $sort, bool $down, array $filter ): array {
		if ( $sort === 'name' || $filter !== [] ) {
			return $this->walk( $sort, $down, false, $filter );
		}
		$rows = $this->database()->rows( "SELECT customer_id AS id, $sort AS value FROM {$this->database()->table( 'accounts' )}" );
		usort(
			$rows,
			static function ( array $one, array $other ) use ( $down ): int {
				$values = is_numeric( $one['value'] ) && is_numeric( $other['value'] ) ? (int) $one['value'] <=> (int) $other['value'] : $one['value'] <=> $other['value'];
				$by     = $values !== 0 ? $values : (int) $one['id'] <=> (int) $other['id'];

				return [ $one['value'] === null, $down ? -$by : $by ] <=> [ $other['value'] === null, 0 ];
			}
		);

		return array_map( static fn ( array $row ): int => (int) $row['id'], $rows );
	}

	/**
	 * @param array<string, string> $filter
	 * @return list<int>
	 */
	private function walk( string $sort, bool $down, bool $backwards, array $filter ): array {
		$ids   = [];
		$after = null;
		do {
			$page  = $this->graph->customer_list()->page( new CustomerQuery( $sort, $down, 13, 1, $after, $backwards, ...$filter ) );
			$ids   = $backwards ? [ ...$page->ids, ...$ids ] : [ ...$ids, ...$page->ids ];
			$after = $backwards ? $page->prev : $page->next;
		} while ( $after !== null && count( $ids ) < 3 * self::CUSTOMERS );

		return $ids;
	}

	/** @param array<string, string> $filter */
	private function page( string $sort, bool $down, array $filter, int $page ): CustomerPage {
		return $this->graph->customer_list()->page( new CustomerQuery( $sort, $down, 13, $page, null, false, ...$filter ) );
	}

	/** @return list<int> */
	private function found( string $search ): array {
		return $this->graph->customer_list()->page( new CustomerQuery( 'tickets', true, 100, search: $search ) )->ids;
	}
}
