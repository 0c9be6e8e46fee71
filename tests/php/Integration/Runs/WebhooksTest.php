<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Stores\Dispute;
use Amicable\Stores\DisputeNews;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Providers\StripeDispute;
use Amicable\Tests\Support\Processes;
use Amicable\Tests\Support\Tally;
use PHPUnit\Framework\Attributes\Group;

/**
 * Webhooks about disputes: each word twice, all of them shuffled, some before their order, by workers that are killed at any statement. What a worker did not
 * answer comes again, as from a provider. In the end every dispute has to read as if all had come once and in their order.
 */
#[Group( 'faults' )]
final class WebhooksTest extends RunsTestCase {

	private const WORKERS = 4;

	private const WORDS = [ [ 'charge.dispute.created', 0 ], [ 'charge.dispute.funds_withdrawn', 1 ], [ 'charge.dispute.updated', 2 ], [ 'charge.dispute.closed', 3 ], [ 'charge.dispute.closed', 4 ] ];

	private int $kills = 0;

	/** @var array<int, OrderRef> By dispute. */
	private array $orders = [];

	public function test_ten_thousand_shuffled_and_doubled_webhooks_lose_nothing_and_double_nothing(): void {
		if ( ! function_exists( 'pcntl_fork' ) || ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'This PHP cannot start processes (pcntl, posix).' );
		}
		$disputes = Tally::is_whole() ? 1000 : 16;
		$tally    = new Tally( 'webhooks' );
		try {
			$webhooks = $this->webhooks( $disputes );
			array_map( static fn (): mixed => $tally->begin(), $webhooks );
			$this->take_orders( 0, intdiv( $disputes, 2 ) );
			$half = intdiv( count( $webhooks ), 2 );
			$this->deliver( array_slice( $webhooks, 0, $half ) );
			$this->take_orders( intdiv( $disputes, 2 ), $disputes );
			$this->deliver( array_slice( $webhooks, $half ) );
			$this->graph->job( 'fold_disputes' )?->run( [] );
			$this->judge( $tally, $webhooks );
		} finally {
			$tally->report();
		}
		self::assertGreaterThan( Tally::is_whole() ? 100 : 0, $this->kills );
	}

	/** @return list<DisputeNews> */
	private function webhooks( int $disputes ): array {
		$all = [];
		for ( $number = 0; $number < $disputes; $number++ ) {
			foreach ( self::WORDS as $place => [ $type, $second ] ) {
				$news  = StripeDispute::read( $this->event( $number, $place, $type, $second ), 'sample', 'stripe' );
				$all[] = $news;
				$all[] = $news;
			}
		}
		shuffle( $all );

		return array_values( array_filter( $all ) );
	}

	/** @return array<string, mixed> */
	private function event( int $number, int $place, string $type, int $second ): array {
		$status = $type === 'charge.dispute.closed' ? [ 'won', 'lost', 'warning_closed' ][ $number % 3 ] : [ 'needs_response', 'under_review' ][ $place % 2 ];

		return [
			'id'      => "evt_{$number}_$place",
			'type'    => $type,
			'created' => 1_700_000_000 + $number + $second,
			'data'    => [
				'object' => [
					'id'                   => "dp_$number",
					'status'               => $status,
					'charge'               => "ch_$number",
					'amount'               => 1000 + $number,
					'currency'             => 'usd',
					'created'              => 1_700_000_000 + $number,
					'reason'               => 'general',
					'evidence_details'     => [ 'due_by' => 1_700_500_000 + $number + $place ],
					'balance_transactions' => $place === 0 ? [] : [ [ 'fee' => 1500 + $number % 7, 'currency' => 'usd' ] ],
				],
			],
		];
	}

	private function take_orders( int $from, int $to ): void {
		for ( $number = $from; $number < $to; $number++ ) {
			$order = $this->order( [ 'email' => 'buyer' . $number % 50 . '@example.com' ] );
			$this->graph->database()->write( "UPDATE {$this->graph->database()->table( 'shop_orders' )} SET transaction_id = %s WHERE id = %d", [ "ch_$number", $order->id ] );
			$this->orders[ $number ] = $order;
		}
	}

	/** @param list<DisputeNews> $webhooks Until each was answered. */
	private function deliver( array $webhooks ): void {
		while ( $webhooks !== [] ) {
			$file  = (string) tempnam( sys_get_temp_dir(), 'amicable-webhooks' );
			$each  = (int) ceil( count( $webhooks ) / self::WORKERS );
			$works = [];
			foreach ( array_chunk( $webhooks, max( 1, $each ), true ) as $share ) {
				$works[] = fn (): bool => $this->work( $share, $file );
			}
			$this->kills += count( array_filter( Processes::at_once( $works ), static fn ( mixed $answer ): bool => $answer === null ) );
			$answered     = array_filter( explode( "\n", (string) file_get_contents( $file ) ), 'is_numeric' );
			$webhooks     = array_values( array_diff_key( $webhooks, array_flip( array_map( 'intval', $answered ) ) ) );
			unlink( $file );
		}
	}

	/** @param array<int, DisputeNews> $share */
	private function work( array $share, string $file ): bool {
		mt_srand( random_int( 0, PHP_INT_MAX ) );
		$left = mt_rand( 5, 600 );
		add_filter(
			'query',
			static function ( string $sql ) use ( &$left ): string {
				if ( --$left < 0 ) {
					Processes::kill_this_one();
				}

				return $sql;
			}
		);
		foreach ( $share as $place => $news ) {
			$this->graph->dispute_recorder()->record( $news );
			file_put_contents( $file, "$place\n", FILE_APPEND | LOCK_EX );
		}

		return true;
	}

	/** @param list<DisputeNews> $webhooks */
	private function judge( Tally $tally, array $webhooks ): void {
		$words = [];
		foreach ( $webhooks as $news ) {
			$words[ $news->external_id ][ $news->event_id ] = $news;
		}
		$rows = $this->rows();
		$fees = [];
		foreach ( $this->orders as $number => $order ) {
			$wanted = Dispute::of( array_values( $words[ "dp_$number" ] ) );
			$found  = $rows[ "dp_$number" ] ?? [];
			$tally->order( count( $found ) );
			self::assertCount( 1, $found, "dp_$number" );
			self::assertSame( [ (string) $order->id, $wanted->status->value, (string) $wanted->amount?->minor, (string) $wanted->fee?->minor, gmdate( 'Y-m-d H:i:s', (int) $wanted->deadline_at?->getTimestamp() ), (string) count( self::WORDS ) ], array_values( $found[0] ), "dp_$number" );
			$customer          = $this->customer_of( $order );
			$fees[ $customer ] = ( $fees[ $customer ] ?? 0 ) + (int) $wanted->fee?->minor;
			array_map( static fn (): mixed => $tally->pass(), range( 1, 2 * count( self::WORDS ) ) );
		}
		foreach ( $fees as $customer => $fee ) {
			self::assertSame( (string) $fee, $this->graph->accounts()->row( $customer )['dispute_fees'] ?? null, 'Each fee is booked once.' );
		}
		$database = $this->graph->database();
		self::assertSame( (string) ( count( $this->orders ) * count( self::WORDS ) ), $database->value( "SELECT COUNT(*) FROM {$database->table( 'dispute_events' )} WHERE folded = 1" ) );
		self::assertSame( count( $this->orders ), array_sum( array_map( count( ... ), $rows ) ) );
	}

	/** @return array<string, list<array<string, string|null>>> */
	private function rows(): array {
		$rows = [];
		foreach ( $this->graph->database()->rows( "SELECT external_id, order_id, status, amount, fee, deadline_at, news FROM {$this->graph->database()->table( 'disputes' )}" ) as $row ) {
			$rows[ (string) $row['external_id'] ][] = array_diff_key( $row, [ 'external_id' => 0 ] );
		}

		return $rows;
	}
}
