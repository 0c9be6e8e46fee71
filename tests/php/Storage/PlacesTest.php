<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Offboarding\Kind;
use Amicable\Storage\InBase;
use Amicable\Storage\Places;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Tests\Support\MovableClock;
use wpdb;

/** The places of a day, the same on every database we support. */
final class PlacesTest extends IntegrationTestCase {

	public function test_a_place_is_taken_once_and_its_number_never_again(): void {
		$graph  = $this->graph();
		$places = new Places( $graph->database(), $graph->clock() );

		self::assertTrue( $places->take( Kind::PartWays, '2026-03-04', 1, 11, 4900 ) );
		self::assertFalse( $places->take( Kind::PartWays, '2026-03-04', 1, 12, 100 ), 'Somebody has it.' );
		self::assertFalse( $places->take( Kind::PartWays, '2026-03-04', 2, 11, 4900 ), 'One run has one place.' );
		self::assertTrue( $places->take( Kind::PartWays, '2026-03-04', 2, 12, 100 ) );
		self::assertTrue( $places->take( Kind::Refund, '2026-03-04', 1, 13, 0 ) );
		self::assertTrue( $places->take( Kind::PartWays, '2026-03-05', 1, 14, 0 ) );
		self::assertSame( [ 'last' => 2, 'used' => 2, 'sum' => 5000, 'has' => true ], $places->on( Kind::PartWays, '2026-03-04', 12 ) );

		$places->free( 12 );
		$places->free( 12 );
		self::assertSame( [ 'last' => 2, 'used' => 1, 'sum' => 4900, 'has' => false ], $places->on( Kind::PartWays, '2026-03-04', 15 ) );
		self::assertSame( [ 'last' => 0, 'used' => 0, 'sum' => 0, 'has' => false ], $places->on( Kind::PartWays, '2026-03-06' ) );

		$places->free_leftovers( $graph->clock()->now()->modify( '-1 hour' ) );
		self::assertSame( 1, $places->on( Kind::Refund, '2026-03-04' )['used'], 'Too young to be left over.' );
		$places->free_leftovers( $graph->clock()->now()->modify( '+1 minute' ) );
		self::assertSame( 0, $places->on( Kind::Refund, '2026-03-04' )['used'], 'There is no such run.' );
	}

	public function test_what_came_in_lately_counts_each_order_at_its_own_rate(): void {
		$graph = $this->graph();
		$now   = gmdate( 'Y-m-d H:i:s' );
		$row   = [ 'store' => 'sample', 'customer_id' => 7, 'key_id' => 1, 'status' => 'completed', 'kind' => 'sale', 'paid' => 1, 'rate_source' => '', 'created_at' => $now, 'seen_at' => $now ];
		$orders = [
			[ 'order_id' => 1, 'currency' => 'USD', 'total' => 10_000, 'tax' => 1000, 'shipping' => 500, 'refunded' => 2000, 'refunded_tax' => 200, 'bought_at' => $now ],
			[ 'order_id' => 2, 'currency' => 'EUR', 'total' => 1000, 'rate_units' => 11_000_000, 'rate_divisor' => 10, 'rate_to' => 'USD', 'bought_at' => $now ],
			[ 'order_id' => 3, 'currency' => 'GBP', 'total' => 7777, 'bought_at' => $now ],
			[ 'order_id' => 4, 'currency' => 'USD', 'total' => 5555, 'bought_at' => '2020-01-01 00:00:00' ],
			[ 'order_id' => 5, 'currency' => 'USD', 'total' => 5555, 'paid' => 0 ],
		];
		foreach ( $orders as $order ) {
			$graph->database()->insert( 'orders', $order + $row + [ 'rate_date' => '2026-03-04' ] );
		}
		$sums = new InBase( $graph->database() );

		// 100 less 5 shipping, less 20 given back, less the 8 of tax that are still kept; 10 euros at 1.10; pounds without a rate are left out.
		self::assertSame( 6700 + 1100, $sums->net_since( $graph->clock()->now()->modify( '-30 days' ), 'USD' ) );
		$graph->database()->insert( 'rates', [ 'currency' => 'GBP', 'rate_to' => 'USD', 'day' => '2026-03-01', 'rate_units' => 10_000_000, 'rate_divisor' => 10, 'source' => 'owner' ] );
		self::assertSame( 6700 + 1100 + 7777, $sums->net_since( $graph->clock()->now()->modify( '-30 days' ), 'USD' ) );
	}

	private function graph(): Graph {
		global $wpdb;
		assert( $wpdb instanceof wpdb );
		$graph = new Graph( Mode::Practice, '', $wpdb, new MovableClock() );
		$graph->migrations()->run();

		return $graph;
	}
}
