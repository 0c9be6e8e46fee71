<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\MakesLicenses;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\MakesSubscriptions;
use Amicable\Tests\RealStores\Support\PartsWays;
use Amicable\Tests\Support\IntegrationTestCase;

/**
 * From the first order to the receipt, over REST: one customer, five orders in two currencies (one partly refunded, one as a guest in
 * other letter case, one on a gateway that cannot give back), a subscription and two licenses.
 */
final class PartWaysTest extends IntegrationTestCase {

	use MakesLicenses;
	use MakesOrders;
	use MakesSubscriptions;
	use PartsWays;

	/** @var array<string, int> */
	private array $orders;

	private int $subscription;

	/** @var list<string> */
	private array $licenses;

	protected function setUp(): void {
		parent::setUp();
		$this->two_people();
		$this->a_relation();
		$this->graph()->importer()->slice( 'woocommerce', 60.0 );
	}

	public function test_the_plan_equals_the_outcome_to_the_minor_unit_and_a_second_run_changes_nothing(): void {
		$customer = (int) $this->graph()->identity()->find_by_email( 'robin@example.com' );
		$plan     = $this->plan( $customer );
		self::assertSame( [ 'USD' => 15_339, 'EUR' => 1999 ], array_column( $plan['totals'], 'minor', 'currency' ) );
		self::assertSame( [], $this->payouts_since(), 'A plan pays nothing.' );

		$run = $this->run_to_its_end( $this->started( $customer, $plan ) );

		$this->assert_outcome_is_the_plan( $plan );
		self::assertSame( 'completed', $run['state'], (string) wp_json_encode( $run ) );
		$this->assert_receipt( $run );
		$this->assert_nothing_left();
		$this->assert_a_second_run_changes_nothing( $customer );
		$this->assert_files_can_be_given_back( $this->given_back( (int) $run['id'] ) );
	}

	/** @param array<string, mixed> $run */
	private function assert_files_can_be_given_back( array $run ): void {
		$files = array_column( array_filter( $run['steps'], static fn ( array $step ): bool => $step['kind'] === 'revoke_download' ), 'undo' );
		self::assertSame( [ 'done', 'done', 'done' ], array_column( $files, 'state' ), 'Two of the order, one of its subscription.' );
		self::assertNull( $run['broken_at'] );
		$order = $this->wc_order( $this->orders['first'] );
		self::assertSame( 'refunded', $order->get_status() );
		self::assertTrue( $order->is_download_permitted(), 'WooCommerce alone would hand out nothing of a refunded order.' );
		self::assertCount( 3, array_filter( $this->graph()->woocommerce()->downloads( [ $this->orders['first'] ], new \Amicable\Stores\Keys( [], [] ) ), static fn ( $download ): bool => $download->open ) );
		self::assertCount( 3, wc_get_customer_download_permissions( (int) get_user_by( 'email', 'robin@example.com' )->ID ) );
		self::assertFalse( $this->wc_order( $this->orders['partly'] )->is_download_permitted() );
	}

	/** @param array<string, mixed> $plan */
	private function assert_outcome_is_the_plan( array $plan ): void {
		foreach ( $plan['items'] as $item ) {
			if ( $item['kind'] !== 'refund' ) {
				continue;
			}
			$order   = $this->graph()->woocommerce()->order( (int) $item['target'] );
			$by_hand = $item['method'] === 'manual';
			self::assertSame( $by_hand ? [] : [ number_format( $item['amount']['minor'] / 100, 2, '.', '' ) ], $this->payouts_since()[ (int) $item['target'] ] ?? [], $item['key'] );
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
		foreach ( [ 1, 2, 3, 4, 5, 6, 7, 8, 15, 16 ] as $check ) {
			self::assertContains( $check, $clear, "Check $check." );
		}
		$notes = array_map( fn ( int $id ): array => array_column( wc_get_order_notes( [ 'order_id' => $id ] ), 'content' ), $this->orders );
		foreach ( $notes as $name => $of_order ) {
			self::assertCount( 1, array_filter( $of_order, static fn ( string $note ): bool => preg_match( "/run {$run['id']}\\b/", $note ) === 1 ), "One note on $name." );
		}
	}

	private function assert_nothing_left(): void {
		self::assertSame( 'cancelled', wcs_get_subscription( $this->subscription )->get_status() );
		foreach ( $this->licenses as $id ) {
			self::assertInstanceOf( \WP_Error::class, lmfwc_activate_license( $this->key_of( $id ), [ 'label' => 'https://later.example' ] ) );
		}
		foreach ( $this->graph()->woocommerce()->downloads( array_values( $this->orders ), new \Amicable\Stores\Keys( [], [] ) ) as $download ) {
			self::assertFalse( $download->open );
		}
		self::assertTrue( $this->graph()->block_list()->is_blocked( [], [ 'ROBIN@example.com' ] ) );
	}

	private function assert_a_second_run_changes_nothing( int $customer ): void {
		$before = [ Bank::payouts_by_order(), $this->refund_rows() ];
		$plan   = $this->plan( $customer );
		$answer = $this->start( $customer, $plan, $this->case_of( $customer ) );

		self::assertSame( [], $plan['totals'] );
		self::assertSame( 409, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		self::assertSame( $before, [ Bank::payouts_by_order(), $this->refund_rows() ] );
	}

	private function a_relation(): void {
		$user         = wp_create_user( 'robin', wp_generate_password(), 'robin@example.com' );
		$known        = [
			'email'   => 'robin@example.com',
			'user_id' => $user,
		];
		$this->orders = [
			'first'  => $this->an_order( [ ...$known, 'total' => 4900, 'gateway' => 'proof', 'downloads' => 2 ] ),
			'partly' => $this->an_order( [ ...$known, 'total' => 5939, 'tax' => 940, 'shipping' => 500 ] ),
			'euro'   => $this->an_order( [ ...$known, 'total' => 1999, 'currency' => 'EUR' ] ),
			'guest'  => $this->an_order( [ 'total' => 2500, 'email' => 'Robin@Example.COM' ] ),
			'manual' => $this->an_order( [ ...$known, 'total' => 3000, 'gateway' => 'none' ] ),
		];
		wc_create_refund(
			[
				'order_id'       => $this->orders['partly'],
				'amount'         => '10.00',
				'refund_payment' => true,
			]
		);
		$this->subscription = $this->a_subscription_for( $this->orders['first'] );
		$this->a_download( $this->subscription, 'robin@example.com', $user );
		$this->licenses = [ $this->a_key_for( $this->orders['first'] ), $this->a_key_for( $this->orders['euro'], true, $user ) ];
		lmfwc_activate_license( $this->key_of( $this->licenses[0] ), [ 'label' => 'https://one.example' ] );
		lmfwc_activate_license( $this->key_of( $this->licenses[1] ), [ 'label' => 'https://two.example' ] );
		Bank::open();
	}

	/** @return array<int, list<string>> */
	private function payouts_since(): array {
		return Bank::payouts_by_order();
	}

	/** @return array<int, int> Number of refund records by order. */
	private function refund_rows(): array {
		return array_map( fn ( int $id ): int => count( $this->wc_order( $id )->get_refunds() ), array_combine( $this->orders, $this->orders ) );
	}
}
