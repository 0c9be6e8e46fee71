<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Stores\DisputeNews;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;
use Amicable\Values\Money;
use DateTimeImmutable;

/** Words about disputes, and closed files, the same on every database we support. */
final class DisputeTablesTest extends StorageTestCase {

	private OrderRef $order;

	protected function setUp(): void {
		parent::setUp();
		foreach ( [ 'dispute_events', 'closures' ] as $table ) {
			$this->database()->write( "DELETE FROM {$this->database()->table( $table )}" );
		}
		$this->take( $this->order( 1, 'ada@example.com' ) );
		$this->order = new OrderRef( 'sample', 1 );
	}

	public function test_words_in_any_order_and_twice_make_one_row_and_one_fee(): void {
		foreach ( [ [ 3, DisputeStatus::Lost ], [ 1, DisputeStatus::Open ], [ 3, DisputeStatus::Lost ], [ 2, DisputeStatus::Open ] ] as [ $second, $status ] ) {
			$this->graph->dispute_recorder()->record( $this->word( $second, $status ) );
		}
		$rows = $this->database()->rows( "SELECT status, fee, news FROM {$this->database()->table( 'disputes' )}" );

		self::assertSame( [ [ 'status' => 'lost', 'fee' => '1500', 'news' => '3' ] ], $rows );
		self::assertSame( '1500', $this->graph->accounts()->row( (int) $this->graph->order_facts()->customer_of( $this->order ) )['dispute_fees'] ?? null );
		self::assertSame( [], $this->graph->job( 'fold_disputes' )?->due() );
	}

	public function test_the_order_shows_the_gravest_of_its_disputes(): void {
		$this->graph->dispute_recorder()->record( $this->word( 1, DisputeStatus::Open, 'one' ) );
		$this->graph->dispute_recorder()->record( $this->word( 2, DisputeStatus::Won, 'two' ) );
		$shown = $this->graph->customer_facts()->page( 'orders', (int) $this->graph->order_facts()->customer_of( $this->order ), 10, 0 )[0];

		self::assertSame( [ 'open', '0' ], [ $shown['told'], $shown['closures'] ] );
	}

	public function test_who_opens_files_again_is_overruled_by_another_run_only(): void {
		$closures = $this->graph->closures();
		$closures->close( 1, [ $this->order ] );
		$closures->close( 1, [ $this->order ] );
		self::assertSame( [ 'sample:1' => true ], $closures->among( [ $this->order, new OrderRef( 'sample', 2 ) ] ) );

		self::assertSame( [ true, false ], [ $closures->reopen( $this->order, 5 ), $closures->reopen( $this->order, 5 ) ] );
		$closures->close( 1, [ $this->order ] );
		self::assertSame( [], $closures->among( [ $this->order ] ), 'The same run looked again.' );

		$closures->close( 2, [ $this->order ] );
		self::assertSame( [ 'sample:1' => true ], $closures->among( [ $this->order ] ) );
	}

	private function word( int $second, DisputeStatus $status, string $dispute = 'dp' ): DisputeNews {
		return new DisputeNews( 'sample', $dispute, "evt_{$dispute}_$second", 'stripe', $status, new DateTimeImmutable( '@' . ( 1_700_000_000 + $second ) ), $this->order, '', new Money( 4900, 'USD' ), new Money( 1500, 'USD' ) );
	}
}
