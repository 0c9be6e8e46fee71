<?php
declare( strict_types=1 );

namespace Amicable\Bench;

use Amicable\Graph;
use Amicable\Storage\CustomerPage;
use Amicable\Storage\CustomerQuery;
use WP_REST_Request;

/** What is measured, and what it is measured against in the same run. */
final class Benchmark {

	private const FILTERS = [
		'none'       => [],
		'flag, rare' => [ 'flag' => 'legal_step' ],
		'flag'       => [ 'flag' => 'hostile_messages' ],
		'level'      => [ 'level' => 'watch' ],
		'stage'      => [ 'stage' => 'warned' ],
		'store'      => [ 'store' => 'woocommerce' ],
	];

	public function __construct(
		private readonly Graph $graph,
		private readonly int $rounds,
	) {
	}

	public function run(): void {
		$this->rebuild();
		$this->event();
		$this->list();
		$this->rest();
	}

	/** Against bare sums of the same facts, written to a table. */
	private function rebuild(): void {
		$bare  = Stopwatch::of( 1, fn () => $this->bare_sums() )->worst();
		$worst = 0.0;
		$limit = 200;
		$after = 0;
		$begun = hrtime( true );
		do {
			$slice = Stopwatch::of(
				1,
				function () use ( &$after, $limit ): void {
					$after = $this->graph->projector()->rebuild( (int) $after, $limit );
				}
			)->worst();
			$worst = max( $worst, $slice );
			$limit = (int) max( 50, min( 10_000, $limit * min( 4.0, 1000 / max( 10, $slice ) ) ) );
		} while ( $after !== null );
		$took = ( hrtime( true ) - $begun ) / 1e6;
		$this->graph->bins()->recount();
		self::say( 'rebuild', sprintf( '%.1f s, bare sums %.1f s: %.1f ×; longest slice %.0f ms; peak %.0f MiB', $took / 1000, $bare / 1000, $took / $bare, $worst, memory_get_peak_usage( true ) / 1048576 ) );
	}

	private function bare_sums(): void {
		$database = $this->graph->database();
		$database->write( 'CREATE TABLE bench_sums (customer_id bigint NOT NULL, part int NOT NULL, a bigint, b bigint, c bigint, PRIMARY KEY (part, customer_id))' );
		$database->write( "INSERT INTO bench_sums SELECT customer_id, 1, SUM(total), SUM(refunded), SUM(tax) FROM {$database->table( 'orders' )} GROUP BY customer_id" );
		$database->write( "INSERT INTO bench_sums SELECT customer_id, 2, COUNT(*), SUM(is_new), SUM(docs_answered) FROM {$database->table( 'tickets' )} GROUP BY customer_id" );
		$database->write( "INSERT INTO bench_sums SELECT customer_id, 3, COUNT(*), SUM(chars), SUM(hangul) FROM {$database->table( 'messages' )} GROUP BY customer_id" );
		$database->write( "INSERT INTO bench_sums SELECT customer_id, 4, COUNT(*), SUM(seconds), SUM(measured) FROM {$database->table( 'time_entries' )} GROUP BY customer_id" );
	}

	/** Against one read of one row. */
	private function event(): void {
		$database = $this->graph->database();
		$last     = (int) $database->value( "SELECT MAX(id) FROM {$database->table( 'customers' )}" );
		$row      = Stopwatch::of( 200, fn ( int $round ) => $this->graph->accounts()->row( 1 + $round * 37 % $last ) );
		$queries  = $database->wpdb->num_queries;
		$project  = Stopwatch::of( 100, fn ( int $round ) => $this->graph->projector()->project( 2 + $round * 50 % $last ) );
		$queries  = ( $database->wpdb->num_queries - $queries ) / 100;
		$busy     = Stopwatch::of( 20, fn ( int $round ) => $this->graph->projector()->project( 1 + $round * 50 % $last ) );
		self::say( 'event', sprintf( 'project %.1f ms (%.1f statements), with forty tickets %.1f ms; one account row %.2f ms', $project->middle(), $queries, $busy->middle(), $row->middle() ) );
	}

	/** Every sort with every single filter, first page, next page and last page. */
	private function list(): void {
		foreach ( self::FILTERS as $name => $filter ) {
			$first = $next = $end = [ 0.0, '' ];
			foreach ( array_keys( CustomerQuery::SORTS ) as $sort ) {
				foreach ( [ true, false ] as $down ) {
					$page  = $this->page( $sort, $down, null, false, $filter );
					$way   = $sort . ( $down ? ' down' : ' up' );
					$first = max( $first, [ $this->time( fn () => $this->page( $sort, $down, null, false, $filter ) ), $way ] );
					$next  = max( $next, [ $this->time( fn () => $this->page( $sort, $down, $page->next, false, $filter ) ), $way ] );
					$end   = max( $end, [ $this->time( fn () => $this->page( $sort, $down, null, true, $filter ) ), $way ] );
				}
			}
			self::say( "list, $name", sprintf( 'slowest p95: first %.1f ms (%s), next %.1f ms (%s), last %.1f ms (%s)', ...$first, ...$next, ...$end ) );
		}
		foreach ( [ 'person-77', 'Person12', 'Family9', '4711' ] as $search ) {
			self::say( "search, $search", sprintf( 'p95 %.1f ms', $this->time( fn () => $this->graph->customer_list()->page( new CustomerQuery( search: $search ) ) ) ) );
		}
		self::say( 'two filters', sprintf( 'p95 %.1f ms', $this->time( fn () => $this->page( 'margin', true, null, false, [ 'flag' => 'hostile_messages', 'stage' => 'warned' ] ) ) ) );
	}

	/** Through REST, over a trivial route of the same site. */
	private function rest(): void {
		add_action(
			'rest_api_init',
			static fn () => register_rest_route(
				'bench/v1',
				'/nothing',
				[
					'methods'             => 'GET',
					'callback'            => static fn (): array => [ 'ok' => true ],
					'permission_callback' => '__return_true',
				]
			)
		);
		$ask     = static fn ( string $route, array $query ): callable => static function () use ( $route, $query ): void {
			$request = new WP_REST_Request( 'GET', $route );
			$request->set_query_params( $query );
			$answer = rest_do_request( $request );
			if ( $answer->is_error() ) {
				throw new \RuntimeException( (string) wp_json_encode( $answer->get_data() ) );
			}
		};
		$nothing = Stopwatch::of( 50, $ask( '/bench/v1/nothing', [] ) );
		foreach ( [ [], [ 'orderby' => 'margin', 'order' => 'asc' ], [ 'orderby' => 'name', 'order' => 'asc' ], [ 'flag' => 'hostile_messages' ], [ 'stage' => 'warned', 'orderby' => 'ratio' ], [ 'page' => 40 ] ] as $query ) {
			$ask( '/amicable/v1/customers', $query )();
			$list = Stopwatch::of( max( 20, $this->rounds ), $ask( '/amicable/v1/customers', $query ) );
			self::say( 'REST, ' . ( $query === [] ? 'as it opens' : http_build_query( $query, '', ' ' ) ), sprintf( 'p95 %.1f ms, a trivial route %.1f ms: + %.1f ms', $list->p95(), $nothing->p95(), $list->p95() - $nothing->p95() ) );
		}
	}

	/**
	 * @param array{value: int|string|null, id: int}|null $after
	 * @param array<string, string>                       $filter
	 */
	private function page( string $sort, bool $down, ?array $after, bool $backwards, array $filter ): CustomerPage {
		return $this->graph->customer_list()->page( new CustomerQuery( $sort, $down, 25, 1, $after, $backwards, ...$filter ) );
	}

	private function time( callable $work ): float {
		$work();

		return Stopwatch::of( $this->rounds, $work )->p95();
	}

	private static function say( string $what, string $figures ): void {
		echo str_pad( $what, 34 ), $figures, "\n";
	}
}
