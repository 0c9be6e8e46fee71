<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Together;

use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\EddProviders;
use Amicable\Tests\RealStores\Support\MakesEddLicenses;
use Amicable\Tests\RealStores\Support\MakesEddSubscriptions;
use Amicable\Tests\RealStores\Support\MakesLicenses;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\MakesSubscriptions;
use Amicable\Tests\RealStores\Support\PartsWays;
use Amicable\Tests\Support\IntegrationTestCase;
use EDD_Recurring_Gateway;
use EDD_Subscription;

/**
 * One customer of two shops: two orders, a subscription and a key in WooCommerce; a bundle with two parts, its renewal, a plugin paid for
 * under another address, one that can only be paid back by hand, and a subscription (of the stand-in for EDD Recurring) in EDD.
 */
final class PartWaysWithBothTest extends IntegrationTestCase {

	use MakesEddLicenses;
	use MakesEddSubscriptions;
	use MakesLicenses;
	use MakesOrders;
	use MakesSubscriptions;
	use PartsWays;

	/** @var array<string, int> */
	private array $woo;

	/** @var array<string, int> */
	private array $edd;

	private int $subscription;

	private string $edd_subscription;

	private string $key;

	/** @var list<string> */
	private array $edd_licenses;

	protected function setUp(): void {
		parent::setUp();
		$this->two_people();
		$this->start_recurring();
		EddProviders::open();
		$this->a_relation();
		foreach ( [ 'woocommerce', 'edd' ] as $store ) {
			$this->graph()->importer()->slice( $store, 60.0 );
		}
	}

	public function test_parting_ways_ends_everything_in_both_shops_and_the_proof_says_so(): void {
		$customer = (int) $this->graph()->identity()->find_by_email( 'robin@example.com' );
		$plan     = $this->plan( $customer );
		self::assertSame( [ 'USD' => 4900 + 2500 + 9900 + 2900 + 4900 + 1900 ], array_column( $plan['totals'], 'minor', 'currency' ) );
		self::assertSame( [], Bank::payouts_by_order(), 'A plan pays nothing.' );

		$run = $this->run_to_its_end( $this->started( $customer, $plan ) );

		self::assertSame( 'completed', $run['state'], (string) wp_json_encode( $run ) );
		$this->assert_proof( $run );
		$this->assert_money_is_back();
		$this->assert_woocommerce_is_over();
		$this->assert_edd_is_over();
		self::assertTrue( $this->graph()->block_list()->is_blocked( [], [ 'ROBIN@example.com' ] ) );
		self::assertSame( 'clear', $this->line( $run, 13 )['state'] );

		$this->assert_what_is_given_back_works_and_raises_no_alarm( $this->given_back( (int) $run['id'] ) );
	}

	/** @param array<string, mixed> $run After everything was asked back that can be. */
	private function assert_what_is_given_back_works_and_raises_no_alarm( array $run ): void {
		$ways = [];
		foreach ( $run['steps'] as $step ) {
			$ways[ $step['kind'] ][] = $step['undo']['state'] ?? null;
		}
		self::assertSame( [ 'done' ], array_unique( $ways['disable_license'] ), (string) wp_json_encode( $run['steps'] ) );
		self::assertSame( [ 'impossible' ], array_unique( [ ...$ways['refund'], ...$ways['cancel_subscription'], ...$ways['deactivate_site'] ] ) );
		self::assertSame( [ 'done' ], $ways['block'] );
		self::assertNotContains( 'disabled', array_map( $this->stored_status( ... ), $this->edd_licenses ) );
		foreach ( array_slice( $this->edd_licenses, 1 ) as $id ) { // No site joins by the key of a bundle, only by those of its parts.
			self::assertTrue( $this->edd_site_may_join( $id, 'https://again.example' ), "License $id." );
		}
		self::assertNotInstanceOf( \WP_Error::class, lmfwc_activate_license( $this->key_of( $this->key ), [ 'label' => 'https://again.example' ] ) );
		self::assertFalse( $this->graph()->block_list()->is_blocked( [], [ 'robin@example.com' ] ) );
		$this->assert_money_is_back();

		self::assertNull( $this->json( $this->rest( 'POST', "/offboardings/{$run['id']}/check" ) )['broken_at'] );
		$this->graph()->loose_end_counter()->recount( [ (int) $run['customer_id'] ] );
		self::assertSame( [], $this->graph()->loose_end_list()->page( 'open', null, 50, 0 ) );
	}

	public function test_a_key_that_comes_alive_again_is_found_by_the_next_proof(): void {
		$customer = (int) $this->graph()->identity()->find_by_email( 'robin@example.com' );
		$run      = $this->run_to_its_end( $this->started( $customer, $this->plan( $customer ) ) );
		self::assertSame( 'clear', $this->line( $run, 13 )['state'] );
		$this->edd_license( $this->edd_licenses[0] )->enable();

		$open = array_filter( $this->graph()->license_managers()[1]->obligations( [ new OrderRef( 'edd', $this->edd['bundle'] ) ], new Keys( [], [] ) ), static fn ( $obligation ): bool => $obligation->open );

		self::assertNotSame( [], $open );
	}

	/** @param array<string, mixed> $run */
	private function assert_proof( array $run ): void {
		$states = [];
		foreach ( $run['proof']['obligations'] as $line ) {
			$states[ $line['check'] ][] = $line['state'];
		}
		foreach ( range( 1, 16 ) as $check ) {
			self::assertSame( [ 'clear' ], $states[ $check ], "Check $check." );
		}
	}

	private function assert_money_is_back(): void {
		$expected = [
			$this->woo['first']   => [ '49.00' ],
			$this->woo['guest']   => [ '25.00' ],
			$this->edd['bundle']  => [ '99.00' ],
			$this->edd['renewal'] => [ '29.00' ],
			$this->edd['other']   => [ '49.00' ],
		];
		$paid = Bank::payouts_by_order();
		ksort( $expected );
		ksort( $paid );
		self::assertSame( $expected, $paid );
		foreach ( [ 'woocommerce' => $this->woo, 'edd' => $this->edd ] as $store => $orders ) {
			foreach ( $orders as $name => $id ) {
				self::assertSame( 0, $this->graph()->stores()->get( $store )->order( $id )?->remaining()->minor, "$store $name" );
			}
		}
	}

	private function assert_woocommerce_is_over(): void {
		self::assertSame( 'cancelled', wcs_get_subscription( $this->subscription )->get_status() );
		self::assertInstanceOf( \WP_Error::class, lmfwc_activate_license( $this->key_of( $this->key ), [ 'label' => 'https://later.example' ] ) );
	}

	private function assert_edd_is_over(): void {
		global $wpdb;
		foreach ( $this->edd_licenses as $id ) {
			self::assertSame( 'disabled', $this->stored_status( $id ) );
			self::assertFalse( $this->edd_site_may_join( $id, 'https://later.example' ) );
		}
		self::assertSame( '0', $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}edd_license_activations WHERE activated = 1" ) );
		foreach ( $this->edd as $name => $id ) {
			self::assertSame( 'refunded', edd_get_order( $id )->status, $name );
		}
		$subscription = new EDD_Subscription( (int) $this->edd_subscription );
		self::assertSame( 'cancelled', $subscription->status );
		self::assertFalse( $subscription->is_active() );
		self::assertSame( 'at once', EDD_Recurring_Gateway::told()[ $subscription->profile_id ][0] );
	}

	/**
	 * @param array<string, mixed> $run
	 * @return array<string, mixed>
	 */
	private function line( array $run, int $check ): array {
		return array_values( array_filter( $run['proof']['obligations'], static fn ( array $line ): bool => $line['check'] === $check ) )[0];
	}

	private function a_relation(): void {
		global $wpdb;
		$user  = wp_create_user( 'robin', wp_generate_password(), 'robin@example.com' );
		$known = [
			'email'   => 'robin@example.com',
			'user_id' => $user,
		];
		$this->in_woocommerce( $known );
		// Two shops count their orders from one; the bank of these tests tells them apart by number only.
		$wpdb->query( "ALTER TABLE {$wpdb->prefix}edd_orders AUTO_INCREMENT = 90000" );
		$this->in_edd( $known );
		Bank::open();
	}

	/** @param array{email: string, user_id: int} $known */
	private function in_woocommerce( array $known ): void {
		$this->woo          = [
			'first' => $this->an_order( [ ...$known, 'total' => 4900, 'gateway' => 'proof' ] ),
			'guest' => $this->an_order( [ 'total' => 2500, 'email' => 'Robin@Example.COM' ] ),
		];
		$this->subscription = $this->a_subscription_for( $this->woo['first'] );
		$this->key          = $this->a_key_for( $this->woo['first'] );
		lmfwc_activate_license( $this->key_of( $this->key ), [ 'label' => 'https://one.example' ] );
	}

	/** @param array{email: string, user_id: int} $known */
	private function in_edd( array $known ): void {
		$parts  = [ $this->a_licensed_download( 'Part one' ), $this->a_licensed_download( 'Part two' ) ];
		$bundle = $this->a_purchase( $this->a_licensed_download( 'All of it', false, $parts ), [ ...$known, 'pay' => 'ok', 'price' => '99.00' ] );
		$first  = $this->license_of_purchase( $bundle );
		edd_get_customer_by( 'email', 'robin@example.com' )->add_email( 'work@example.com' );
		$other     = $this->a_purchase( $this->a_licensed_download( 'Forever', true ), [ ...$known, 'email' => 'work@example.com', 'pay' => 'stripe' ] );
		$this->edd = [
			'bundle'  => $bundle,
			'renewal' => $this->a_renewal_of( $first, [ ...$known, 'pay' => 'ok' ] ),
			'other'   => $other,
			'by_hand' => $this->a_purchase( $this->a_licensed_download( 'Small' ), [ ...$known, 'price' => '19.00' ] ),
		];
		$this->edd_licenses = [
			$first,
			...array_map( static fn ( \EDD_SL_License $license ): string => (string) $license->ID, $this->edd_license( $first )->get_child_licenses() ),
			$this->license_of_purchase( $other ),
			$this->license_of_purchase( $this->edd['by_hand'] ),
		];
		foreach ( array_slice( $this->edd_licenses, 1 ) as $n => $id ) {
			self::assertTrue( $this->edd_site_may_join( $id, "https://site$n.example" ) );
		}
		$this->edd_subscription = $this->an_edd_subscription_for( $other, [ 'profile_id' => 'sub_robin' ] );
	}
}
