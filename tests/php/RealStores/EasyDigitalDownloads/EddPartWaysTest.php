<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\RealStores\Support\PartsWays;
use Amicable\Tests\Support\IntegrationTestCase;

/**
 * From the first order to the receipt, over REST: one customer under three addresses, orders with PayPal and Stripe in two currencies
 * (one partly refunded, one renewal, one revoked, one free, one in test mode), and one on a gateway that cannot give back.
 */
final class EddPartWaysTest extends IntegrationTestCase {

	use MakesEddOrders;
	use PartsWays;

	/** @var array<string, int> */
	private array $orders;

	protected function setUp(): void {
		parent::setUp();
		$this->two_people();
		$this->a_relation();
		$this->graph()->importer()->slice( 'edd', 60.0 );
	}

	public function test_the_plan_equals_the_outcome_to_the_minor_unit_and_a_second_run_changes_nothing(): void {
		$customer = (int) $this->graph()->identity()->find_by_email( 'robin@example.com' );
		$plan     = $this->plan( $customer );
		self::assertSame( [ 'USD' => 24_039, 'EUR' => 1999 ], array_column( $plan['totals'], 'minor', 'currency' ) );
		self::assertSame( [], Bank::payouts_by_order(), 'A plan pays nothing.' );

		$run = $this->run_to_its_end( $this->started( $customer, $plan ) );

		$this->assert_outcome_is_the_plan( $plan );
		self::assertSame( 'completed', $run['state'], (string) wp_json_encode( $run ) );
		$this->assert_receipt( $run );
		$this->assert_nothing_left();
		$this->assert_a_second_run_changes_nothing( $customer );
	}

	/** @param array<string, mixed> $plan */
	private function assert_outcome_is_the_plan( array $plan ): void {
		$refunds = array_filter( $plan['items'], static fn ( array $item ): bool => $item['kind'] === 'refund' && $item['action'] === 'do' );
		self::assertCount( 7, $refunds );
		foreach ( $refunds as $item ) {
			$order   = $this->graph()->edd()->order( (int) $item['target'] );
			$by_hand = $item['method'] === 'manual';
			self::assertSame( $by_hand ? [] : [ number_format( $item['amount']['minor'] / 100, 2, '.', '' ) ], Bank::payouts( (int) $item['target'] ), $item['key'] );
			self::assertSame( 0, $order?->remaining()->minor );
			self::assertSame( 'refunded', $order->status );
			self::assertSame( ! $by_hand, $order->refunds[ count( $order->refunds ) - 1 ]->by_gateway );
		}
	}

	/** @param array<string, mixed> $run */
	private function assert_receipt( array $run ): void {
		$open = array_filter( $run['proof']['obligations'], static fn ( array $line ): bool => ! in_array( $line['state'], [ 'clear', 'not_covered' ], true ) );
		self::assertSame( [], array_values( $open ) );
		$clear = array_column( array_filter( $run['proof']['obligations'], static fn ( array $line ): bool => $line['state'] === 'clear' ), 'check' );
		foreach ( [ 3, 4, 5, 9, 10, 11, 13, 15, 16 ] as $check ) {
			self::assertContains( $check, $clear, "Check $check." );
		}
		foreach ( $this->orders as $name => $id ) {
			$notes = array_map( static fn ( object $note ): string => $note->content, edd_get_notes( [ 'object_id' => $id, 'object_type' => 'order', 'number' => 99 ] ) );
			self::assertCount( in_array( $name, [ 'free', 'test' ], true ) ? 0 : 1, array_filter( $notes, static fn ( string $note ): bool => preg_match( "/run {$run['id']}\\b/", $note ) === 1 ), "Notes on $name." );
		}
	}

	private function assert_nothing_left(): void {
		foreach ( array_diff_key( $this->orders, [ 'test' => 0 ] ) as $name => $id ) {
			foreach ( edd_get_order( $id )->get_items() as $item ) {
				$has_files = edd_get_download_files( (int) $item->product_id ) !== [];
				self::assertFalse( $has_files && edd_order_grants_access_to_download_files( [ 'order_id' => $id, 'product_id' => $item->product_id ] ), $name );
			}
		}
		self::assertSame( 'complete', edd_get_order( $this->orders['test'] )->status, 'A test is left alone.' );
		self::assertTrue( $this->graph()->block_list()->is_blocked( [], [ 'ROBIN@example.com' ] ) );
		self::assertTrue( $this->graph()->block_list()->is_blocked( [], [ 'robin@work.example' ] ), 'And under the address that only EDD knew of.' );
	}

	private function assert_a_second_run_changes_nothing( int $customer ): void {
		$before = [ Bank::payouts_by_order(), edd_count_orders( [ 'type' => 'refund' ] ) ];
		$plan   = $this->plan( $customer );
		$answer = $this->start( $customer, $plan, $this->case_of( $customer ) );

		self::assertSame( [], $plan['totals'] );
		self::assertSame( 409, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		self::assertSame( $before, [ Bank::payouts_by_order(), edd_count_orders( [ 'type' => 'refund' ] ) ] );
	}

	private function a_relation(): void {
		$user         = wp_create_user( 'robin', wp_generate_password(), 'robin@example.com' );
		$known        = [
			'email'   => 'robin@example.com',
			'user_id' => $user,
		];
		$this->orders = [
			'first'   => $this->an_order( [ ...$known, 'total' => 4900, 'gateway' => 'stripe', 'downloads' => 2, 'age_days' => 400 ] ),
			'partly'  => $this->an_order( [ ...$known, 'total' => 5939, 'tax' => 940, 'shipping' => 500, 'refunds' => [ 1000 ] ] ),
			'euro'    => $this->an_order( [ ...$known, 'total' => 1999, 'currency' => 'EUR', 'rate' => 0.9 ] ),
			'guest'   => $this->an_order( [ 'total' => 2500, 'email' => 'Robin@Example.COM' ] ),
			'manual'  => $this->an_order( [ ...$known, 'total' => 3000, 'gateway' => 'none' ] ),
			'renewal' => $this->an_order( [ ...$known, 'total' => 2900, 'state' => 'edd_subscription' ] ),
			'revoked' => $this->an_order( [ ...$known, 'total' => 5800, 'state' => 'revoked' ] ),
			'free'    => $this->an_order( [ ...$known, 'total' => 0, 'downloads' => 1 ] ),
			'test'    => $this->an_order( [ ...$known, 'total' => 9900, 'mode' => 'test' ] ),
		];
		edd_update_order( $this->orders['renewal'], [ 'parent' => $this->orders['first'] ] );
		edd_add_customer_email_address( [ 'customer_id' => $this->a_customer( 'robin@example.com', $user ), 'email' => 'robin@work.example', 'type' => 'secondary' ] );
		foreach ( edd_get_order( $this->orders['partly'] )->get_items() as $item ) {
			self::assertSame( 'partially_refunded', $item->status );
		}
		// Booked by hand before our time, and vouched for.
		$refunds = edd_get_order_refunds( $this->orders['partly'] );
		edd_add_order_transaction( [ 'object_id' => $refunds[0]->id, 'object_type' => 'order', 'transaction_id' => 'RF-before', 'gateway' => 'paypal_commerce', 'status' => 'complete', 'total' => '-10.00' ] );
		Bank::open();
	}
}
