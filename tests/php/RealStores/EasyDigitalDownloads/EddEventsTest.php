<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Stores\OrderRef;
use Amicable\Tests\RealStores\Support\Figures;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\RealStores\Support\Scale;
use Amicable\Tests\Support\IntegrationTestCase;
use Closure;
use PHPUnit\Framework\Attributes\DataProvider;

/** All orders that a shop has when we come, and every one that changes afterwards. */
final class EddEventsTest extends IntegrationTestCase {

	use MakesEddOrders;

	/** @return iterable<string, array{Closure(int): mixed}> */
	public static function changes(): iterable {
		yield 'a status' => [ static fn ( int $id ) => edd_update_order_status( $id, 'revoked' ) ];
		yield 'a dispute' => [ static fn ( int $id ) => edd_record_order_dispute( $id, 'dp_7', 'fraudulent' ) ];
		yield 'a refund' => [ static fn ( int $id ) => edd_refund_order( $id ) ];
		yield 'another address' => [ static fn ( int $id ) => edd_update_order( $id, [ 'email' => 'moved@example.com' ] ) ];
		yield 'the trash' => [ static fn ( int $id ) => edd_trash_order( $id ) ];
		yield 'deleting' => [ static fn ( int $id ) => edd_destroy_order( $id ) ];
	}

	/** @param Closure(int): mixed $change */
	#[DataProvider( 'changes' )]
	public function test_a_change_is_heard_of( Closure $change ): void {
		$this->as_role( 'administrator' );
		$id    = $this->an_order();
		$heard = $this->listen();

		$change( $id );

		self::assertContains( $id, $heard() );
		self::assertSame( [ $id ], array_values( array_unique( $heard() ) ), 'A refund is no order.' );
	}

	public function test_what_happens_to_a_refund_is_heard_of_as_its_order(): void {
		$id     = $this->an_order( [ 'refunds' => [ 4900 ] ] );
		$refund = (int) edd_get_order_refunds( $id )[0]->id;
		$heard  = $this->listen();
		edd_add_order_transaction( [ 'object_id' => $refund, 'object_type' => 'order', 'transaction_id' => 'RF-late', 'gateway' => 'paypal_commerce', 'total' => '-49.00' ] );
		self::assertSame( [ $id ], $heard(), 'The provider says that it paid.' );

		$heard = $this->listen();
		edd_destroy_order( $refund );
		self::assertContains( $id, $heard() );
	}

	public function test_the_figures_follow(): void {
		$id = $this->an_order();
		$this->graph()->importer()->slice( 'edd', 60.0 );
		$customer = (int) $this->graph()->identity()->find_by_email( 'buyer@example.com' );
		self::assertSame( '4900', $this->graph()->accounts()->row( $customer )['paid_base'] ?? null );

		$this->refund_elsewhere( $id, 1900 );
		$this->graph()->projector()->order_changed( new OrderRef( 'edd', $id ) );

		self::assertSame( '3000', $this->graph()->accounts()->row( $customer )['paid_base'] ?? null );
	}

	public function test_another_currency_counts_at_the_rate_of_its_order(): void {
		$this->an_order( [ 'currency' => 'EUR', 'total' => 1000, 'rate' => 0.8 ] );
		$this->graph()->importer()->slice( 'edd', 60.0 );

		self::assertSame( '1250', $this->graph()->accounts()->row( (int) $this->graph()->identity()->find_by_email( 'buyer@example.com' ) )['paid_base'] ?? null );
	}

	public function test_orders_under_all_addresses_of_one_customer_are_one_customer_here_too(): void {
		$this->an_order( [ 'email' => 'one@example.com' ] );
		edd_add_customer_email_address( [ 'customer_id' => $this->a_customer( 'one@example.com' ), 'email' => 'two@example.com', 'type' => 'secondary' ] );
		$this->an_order( [ 'email' => 'two@example.com' ] );
		$this->graph()->importer()->slice( 'edd', 60.0 );

		$customer = (int) $this->graph()->identity()->find_by_email( 'one@example.com' );

		self::assertSame( $customer, $this->graph()->identity()->find_by_email( 'two@example.com' ) );
		self::assertSame( '2', $this->graph()->accounts()->row( $customer )['orders'] ?? null );
		self::assertSame( [ 'one@example.com', 'two@example.com' ], $this->graph()->keyring()->of( $customer )->emails );
	}

	public function test_all_orders_of_before_come_in_whole(): void {
		for ( $n = 0; $n < 30; $n++ ) {
			$this->an_order( [ 'email' => 'buyer' . ( $n % 12 ) . '@example.com', 'total' => 5939, 'tax' => 940, 'shipping' => 500, 'refunds' => $n % 6 === 0 ? [ 1000 ] : [] ] );
		}
		$copies = Scale::copies();
		$this->copy_orders( $copies - 1 );
		wp_cache_flush();
		self::assertSame( $copies * 30, $this->graph()->edd()->count_orders() );
		$began = microtime( true );

		while ( $this->graph()->importer()->slice( 'edd', 20.0 ) ) {
			// A job or a page does this slice by slice.
			continue;
		}

		$seconds = round( microtime( true ) - $began, 1 );
		Figures::note( 'import_of_' . $copies * 30 . '_orders_seconds', $seconds );
		global $wpdb;
		self::assertSame( [ 'orders' => (string) ( $copies * 30 ), 'total' => (string) ( $copies * 30 * 5939 ), 'refunded' => (string) ( $copies * 5 * 1000 ), 'customers' => (string) ( $copies * 12 ) ], $wpdb->get_row( "SELECT COUNT(*) AS orders, SUM( total ) AS total, SUM( refunded ) AS refunded, COUNT( DISTINCT customer_id ) AS customers FROM {$wpdb->prefix}amicable_orders", ARRAY_A ) );
	}

	/** Each copy belongs to buyers of its own. */
	private function copy_orders( int $times ): void {
		global $wpdb;
		for ( $copy = 1; $copy <= $times; $copy++ ) {
			$by = $copy * 100_000;
			$this->copy_rows( 'edd_customers', [ 'id' => "id + $by", 'email' => "REPLACE( email, '@', '.$copy@' )" ], 'id < 100000' );
			$this->copy_rows( 'edd_customer_email_addresses', [ 'id' => "id + $by", 'customer_id' => "customer_id + $by", 'email' => "REPLACE( email, '@', '.$copy@' )" ], 'id < 100000' );
			$this->copy_rows( 'edd_orders', [ 'id' => "id + $by", 'parent' => "CASE WHEN parent > 0 THEN parent + $by ELSE 0 END", 'customer_id' => "customer_id + $by", 'email' => "REPLACE( email, '@', '.$copy@' )" ], 'id < 100000' );
			$this->copy_rows( 'edd_order_items', [ 'id' => "id + $by", 'order_id' => "order_id + $by" ], 'id < 100000' );
			$this->copy_rows( 'edd_order_adjustments', [ 'id' => "id + $by", 'object_id' => "object_id + $by" ], 'id < 100000' );
			$this->copy_rows( 'edd_order_transactions', [ 'id' => "id + $by", 'object_id' => "object_id + $by" ], 'id < 100000' );
		}
	}

	/** @param array<string, string> $set Column => expression. */
	private function copy_rows( string $table, array $set, string $where ): void {
		global $wpdb;
		$columns = $wpdb->get_col( "SHOW COLUMNS FROM {$wpdb->prefix}$table" );
		$values  = array_map( static fn ( string $column ): string => $set[ $column ] ?? "`$column`", $columns );
		$wpdb->query( "INSERT INTO {$wpdb->prefix}$table (`" . implode( '`, `', $columns ) . '`) SELECT ' . implode( ', ', $values ) . " FROM {$wpdb->prefix}$table WHERE $where" );
		self::assertSame( '', $wpdb->last_error );
	}

	/** @return Closure(): list<int> */
	private function listen(): Closure {
		$heard = [];
		$this->graph()->edd()->on_change(
			static function ( int $order_id ) use ( &$heard ): void {
				$heard[] = $order_id;
			}
		);

		return static function () use ( &$heard ): array {
			return $heard;
		};
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}
}
