<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Rest;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Rest\Cursor;
use Amicable\Storage\CustomerQuery;
use Amicable\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** The list of customers as a client walks it. */
final class CustomerListTest extends IntegrationTestCase {

	/** @return iterable<string, array{string}> */
	public static function sorts(): iterable {
		foreach ( array_keys( CustomerQuery::SORTS ) as $sort ) {
			yield $sort => [ $sort ];
		}
	}

	#[DataProvider( 'sorts' )]
	public function test_forward_by_links_everybody_is_met_once_and_backward_by_links_in_the_same_places( string $sort ): void {
		$this->as_role( 'administrator' );
		$all = $this->seed( 23 );
		foreach ( [ 'asc', 'desc' ] as $order ) {
			$forward  = $this->walk( [ 'orderby' => $sort, 'order' => $order, 'per_page' => 5 ], 'next' );
			$backward = $this->walk( [ 'orderby' => $sort, 'order' => $order, 'per_page' => 5 ], 'prev' );

			self::assertEqualsCanonicalizing( $all, $forward );
			self::assertSame( $forward, array_reverse( $backward ) );
		}
	}

	public function test_who_has_no_value_comes_last_both_ways(): void {
		$this->as_role( 'administrator' );
		$this->seed( 23 );
		foreach ( [ 'asc', 'desc' ] as $order ) {
			$ratios = array_column( array_column( $this->json( $this->rest( 'GET', "/customers?orderby=ratio&order=$order&per_page=100" ) ), 'money' ), 'ratio' );
			$known  = array_filter( $ratios, is_int( ... ) );

			self::assertSame( count( $known ), array_search( null, $ratios, true ) );
			$sorted = $known;
			$order === 'asc' ? sort( $sorted ) : rsort( $sorted );
			self::assertSame( $sorted, array_values( $known ) );
		}
	}

	public function test_dearest_first_where_amounts_may_be_seen_and_most_minutes_first_elsewhere(): void {
		$this->seed( 23 );
		$this->as_role( 'administrator' );
		$costs = array_column( array_column( array_column( $this->json( $this->rest( 'GET', '/customers' ) ), 'money' ), 'support_cost' ), 'minor' );
		self::assertSame( max( $costs ), $costs[0] );

		$this->as_role( 'amicable_support_agent' );
		$minutes = array_column( $this->json( $this->rest( 'GET', '/customers' ) ), 'minutes' );
		self::assertSame( max( $minutes ), $minutes[0] );
	}

	public function test_the_order_of_rows_tells_no_amounts_to_who_may_not_see_them(): void {
		$this->as_role( 'amicable_support_agent' );
		foreach ( CustomerQuery::SORTS as $sort => $is_money ) {
			$answer = $this->rest( 'GET', "/customers?orderby=$sort" );

			self::assertSame( $is_money ? 403 : 200, $answer->get_status(), $sort );
			self::assertSame( $is_money ? 'amicable_money_hidden' : null, $answer->get_data()['code'] ?? null, $sort );
		}
		$cursor = Cursor::encode( [ 'by' => 'ratio', 'down' => true, 'back' => false, 'value' => 1, 'id' => 1 ] );
		self::assertSame( 400, $this->rest( 'GET', "/customers?orderby=minutes&cursor=$cursor" )->get_status() );
	}

	/** @return iterable<string, array{string, string}> */
	public static function bad_queries(): iterable {
		yield 'a page beyond the deepest'     => [ 'page=41', 'page' ];
		yield 'page zero'                     => [ 'page=0', 'page' ];
		yield 'a page of a thousand'          => [ 'per_page=1000', 'per_page' ];
		yield 'an order that does not exist'  => [ 'orderby=email', 'orderby' ];
		yield 'sideways'                      => [ 'order=sideways', 'order' ];
		yield 'a filter that does not exist'  => [ 'country=KR', 'country' ];
		yield 'a pattern that does not exist' => [ 'flag=will', 'flag' ];
		yield 'two stores at once'            => [ 'store[]=edd&store[]=sample', 'store' ];
		yield 'a page and a place'            => [ 'page=2&cursor=abc', 'page' ];
		yield 'a place in no list'            => [ 'cursor=%00%ff', 'cursor' ];
		yield 'a place that is a list'        => [ 'cursor=' . 'W10', 'cursor' ];
		yield 'a place of another list'       => [ 'orderby=name&cursor=eyJieSI6InJhdGlvIiwiZG93biI6dHJ1ZSwiYmFjayI6ZmFsc2UsInZhbHVlIjoxLCJpZCI6MX0', 'cursor' ];
		yield 'broken bytes'                  => [ 'search=%ff', 'search' ];
		yield 'a novel'                       => [ 'search=' . str_repeat( 'x', 300 ), 'search' ];
	}

	#[DataProvider( 'bad_queries' )]
	public function test_a_bad_question_is_refused_by_name( string $query, string $field ): void {
		$this->as_role( 'administrator' );
		$answer = $this->rest( 'GET', "/customers?$query" );

		self::assertSame( 400, $answer->get_status() );
		self::assertSame( [ $field ], array_keys( $answer->get_data()['data']['params'] ) );
	}

	public function test_a_search_takes_wildcards_and_quotes_for_letters(): void {
		$this->as_role( 'administrator' );
		$this->seed( 3 );
		foreach ( [ '%', '_', "' OR 1=1 --", '\\' ] as $text ) {
			self::assertSame( [], $this->rest( 'GET', '/customers', [ 'search' => $text ] )->get_data(), $text );
		}
		self::assertCount( 3, $this->rest( 'GET', '/customers', [ 'search' => '  person' ] )->get_data() );
	}

	/** @return list<int> */
	private function seed( int $many ): array {
		$database = Plugin::instance()->graph( Mode::Live )->database();
		$ids      = [];
		for ( $number = 1; $number <= $many; $number++ ) {
			$id       = (int) $database->insert( 'customers', [ 'name' => $number % 5 === 0 ? '' : 'Person ' . $number % 4, 'email' => "person$number@example.com", 'created_at' => '2026-01-01 00:00:00', 'updated_at' => '2026-01-01 00:00:00' ] );
			$known    = $number % 3 > 0;
			$database->insert( 'accounts', [
				'customer_id'      => $id,
				'orders'           => $number % 2,
				'paid_base'        => $known ? $number % 7 * 1000 : null,
				'gross_base'       => $known ? $number % 6 * 1000 : null,
				'value'            => $known ? $number % 7 * 900 : null,
				'support_cost'     => $number % 4 > 0 ? $number * 37 % 11 * 100 : null,
				'margin'           => $known ? 5000 - $number % 8 * 1000 : null,
				'ratio'            => $known ? $number % 7 * 250000 : null,
				'tickets'          => $number % 5,
				'tickets_peak_14d' => $number % 4 === 0 ? $number : null,
				'minutes'          => $number * 13 % 10,
				'last_order_at'    => $number % 2 === 1 ? '2026-01-' . sprintf( '%02d', $number % 6 + 1 ) . ' 00:00:00' : null,
				'last_ticket_at'   => null,
				'as_of'            => '2026-02-04 00:00:00',
				'updated_at'       => '2026-02-04 00:00:00',
			] );
			$ids[] = $id;
		}

		return $ids;
	}

	/**
	 * @param array<string, scalar> $query
	 * @param 'next'|'prev'         $way
	 * @return list<int> In the order they were met.
	 */
	private function walk( array $query, string $way ): array {
		$met    = [];
		$answer = $this->rest( 'GET', '/customers', $query );
		if ( $way === 'prev' ) {
			$answer = $this->follow( $answer->get_headers()['Link'], 'last' );
		}
		for ( $pages = 0; $answer !== null && $pages < 20; $pages++ ) {
			$ids    = array_column( $answer->get_data(), 'id' );
			$met    = [ ...$met, ...( $way === 'prev' ? array_reverse( $ids ) : $ids ) ];
			$answer = $this->follow( $answer->get_headers()['Link'], $way );
		}

		return $met;
	}

	private function follow( string $links, string $relation ): ?\WP_REST_Response {
		if ( preg_match( "~<([^>]+)>; rel=\"$relation\"~", $links, $found ) !== 1 ) {
			return null;
		}
		parse_str( (string) wp_parse_url( $found[1], PHP_URL_QUERY ), $query );

		return $this->rest( 'GET', '/customers', array_diff_key( $query, [ 'rest_route' => true ] ) );
	}
}
