<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Together;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Tests\RealStores\Support\EddProviders;
use Amicable\Tests\RealStores\Support\MakesEddLicenses;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\Support\IntegrationTestCase;

/** Whoever buys in both shops is one customer, by account or by address. */
final class OneCustomerTest extends IntegrationTestCase {

	use MakesEddLicenses;
	use MakesOrders;

	protected function setUp(): void {
		parent::setUp();
		EddProviders::open();
		$this->as_role( 'administrator' );
	}

	public function test_two_guests_with_one_address_are_one(): void {
		$this->an_order( [ 'email' => 'Sam@Example.com', 'total' => 4900 ] );
		$this->a_purchase( $this->a_licensed_download(), [ 'email' => 'sam@example.COM', 'pay' => 'ok', 'price' => '30.00' ] );
		$this->read_both();

		$this->assert_one( 'sam@example.com', [ 'sam@example.com' ], 7900, 2 );
	}

	public function test_one_account_with_two_addresses_is_one(): void {
		$user = wp_create_user( 'sam', wp_generate_password(), 'sam@example.com' );
		$this->an_order( [ 'email' => 'private@example.com', 'user_id' => $user, 'total' => 4900 ] );
		$this->a_purchase( $this->a_licensed_download(), [ 'email' => 'work@example.com', 'user_id' => $user, 'pay' => 'ok', 'price' => '30.00' ] );
		$this->read_both();

		$this->assert_one( 'private@example.com', [ 'private@example.com', 'work@example.com' ], 7900, 2 );
	}

	public function test_the_order_of_reading_does_not_matter(): void {
		$user = wp_create_user( 'sam', wp_generate_password(), 'sam@example.com' );
		$this->an_order( [ 'email' => 'sam@example.com', 'user_id' => $user, 'total' => 4900 ] );
		$this->a_purchase( $this->a_licensed_download(), [ 'email' => 'sam@example.com', 'pay' => 'ok', 'price' => '30.00' ] );
		$this->read_both( [ 'edd', 'woocommerce' ] );

		$this->assert_one( 'sam@example.com', [ 'sam@example.com' ], 7900, 2 );
	}

	public function test_two_people_stay_two(): void {
		$this->an_order( [ 'email' => 'sam@example.com' ] );
		$this->a_purchase( $this->a_licensed_download(), [ 'email' => 'alex@example.com', 'pay' => 'ok' ] );
		$this->read_both();

		self::assertNotSame( $this->graph()->identity()->find_by_email( 'sam@example.com' ), $this->graph()->identity()->find_by_email( 'alex@example.com' ) );
	}

	public function test_both_screens_show_the_same_person(): void {
		$order    = $this->an_order( [ 'email' => 'sam@example.com', 'total' => 4900 ] );
		$purchase = $this->a_purchase( $this->a_licensed_download(), [ 'email' => 'sam@example.com', 'pay' => 'ok', 'price' => '30.00' ] );
		$this->read_both();

		$cards = [ $this->graph()->order_card()->of( 'woocommerce', $order ), $this->graph()->order_card()->of( 'edd', $purchase ) ];

		self::assertSame( $cards[0]['customer'], $cards[1]['customer'] );
		self::assertSame( [ 'edd', 'woocommerce' ], $this->sorted( $cards[0]['customer']['stores'] ) );
	}

	public function test_every_store_and_system_is_named_once(): void {
		self::assertSame( [ 'woocommerce', 'edd' ], array_map( static fn ( $store ): string => $store->id(), $this->graph()->stores()->all() ) );
		self::assertSame( [ 'lmfwc', 'edd_sl' ], array_map( static fn ( $manager ): string => $manager->id(), $this->graph()->license_managers() ) );
		self::assertSame( [ 'woocommerce_subscriptions' ], array_map( static fn ( $manager ): string => $manager->id(), $this->graph()->subscription_managers() ), 'EDD Recurring is not here.' );
	}

	/** @param list<string> $emails */
	private function assert_one( string $email, array $emails, int $paid, int $orders ): void {
		$id = $this->graph()->identity()->find_by_email( $email );
		self::assertIsInt( $id );
		foreach ( $emails as $other ) {
			self::assertSame( $id, $this->graph()->identity()->find_by_email( $other ), $other );
		}
		$row = $this->json( $this->rest( 'GET', "/customers/$id" ) );
		self::assertSame( $orders, $row['orders'] );
		self::assertSame( [ 'edd', 'woocommerce' ], $this->sorted( $row['stores'] ) );
		self::assertSame( [ [ 'minor' => $paid, 'currency' => 'USD' ] ], $row['money']['paid'] );
	}

	/** @param list<string> $stores */
	private function read_both( array $stores = [ 'woocommerce', 'edd' ] ): void {
		foreach ( $stores as $store ) {
			$this->graph()->importer()->slice( $store, 60.0 );
		}
	}

	/**
	 * @param list<string> $values
	 * @return list<string>
	 */
	private function sorted( array $values ): array {
		sort( $values );

		return $values;
	}

	private function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}
}
