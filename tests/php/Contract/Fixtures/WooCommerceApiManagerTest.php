<?php
declare( strict_types=1 );

namespace Amicable\Tests\Contract\Fixtures;

use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\WooCommerceApiManager\WooCommerceApiManager;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Contract\LicenseManagerContract;
use Amicable\Tests\Support\ApiManager;

/** Against its tables, functions and requests as they are documented, not against the plugin itself. */
final class WooCommerceApiManagerTest extends LicenseManagerContract {

	private ApiManager $plugin;

	private int $order = 700;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$this->plugin = new ApiManager( $wpdb );
		$this->plugin->install();
	}

	protected function tearDown(): void {
		$this->plugin->remove();
		parent::tearDown();
	}

	protected function manager(): LicenseManager {
		return $this->adapter();
	}

	protected function a_license( array $spec = [] ): string {
		$id = (string) $this->plugin->sell( ++$this->order, $this->order + 40, strtolower( wp_generate_password( 40, false ) ), $spec['lifetime'] ?? false ? 0 : time() + YEAR_IN_SECONDS );
		foreach ( $spec['sites'] ?? [] as $site ) {
			self::assertTrue( $this->takes_a_new_site( $id, $site ) );
		}

		return $id;
	}

	protected function order_of( string $license_id ): OrderRef {
		return new OrderRef( 'woocommerce', (int) $this->row( $license_id )->order_id );
	}

	protected function keys_of( string $license_id ): Keys {
		return new Keys( [ (int) $this->row( $license_id )->user_id ], [] );
	}

	protected function key_of( string $license_id ): string {
		return $this->row( $license_id )->product_order_api_key;
	}

	protected function takes_a_new_site( string $license_id, string $site ): bool {
		return $this->plugin->activate( $this->key_of( $license_id ), "instance of $site", $site );
	}

	protected function delete_license( string $license_id ): void {
		$this->plugin->delete_resource( (int) $license_id );
	}

	public function test_it_is_found_by_its_functions_and_its_table(): void {
		global $wpdb;
		self::assertTrue( WooCommerceApiManager::is_available( $wpdb ) );

		$this->plugin->remove();

		self::assertFalse( WooCommerceApiManager::is_available( $wpdb ) );
	}

	public function test_it_is_found_by_its_user_by_the_order_of_its_subscription_and_by_the_key_of_the_customer(): void {
		$id    = (string) $this->plugin->sell( 81, 9, 'key-of-order-81', 0, [ 'sub_id' => 90, 'sub_parent_id' => 80 ] );
		$found = fn ( array $licenses ): array => array_column( $licenses, 'id' );

		self::assertSame( [ $id ], $found( $this->manager()->licenses_of( [], new Keys( [ 9 ], [] ) ) ) );
		self::assertSame( [ $id ], $found( $this->manager()->licenses_of( [ new OrderRef( 'woocommerce', 80 ) ], new Keys( [], [] ) ) ) );
		self::assertSame( [ $id ], $found( $this->manager()->search( 'master-of-9-0123456789abcdef' ) ) );
		self::assertSame( [], $found( $this->manager()->licenses_of( [ new OrderRef( 'edd', 81 ) ], new Keys( [ 0 ], [] ) ) ) );
		self::assertFalse( $this->read( $id )->lifetime, 'It runs as long as its subscription.' );
	}

	public function test_a_grace_period_keeps_no_ended_key_alive(): void {
		$this->plugin->grace = YEAR_IN_SECONDS;
		$expired             = (string) $this->plugin->sell( 91, 8, 'ended-yesterday', time() - DAY_IN_SECONDS );
		$granted             = $this->a_license();
		$this->plugin->grant( (int) $granted, time() + YEAR_IN_SECONDS );
		self::assertTrue( $this->read( $expired )->is_usable(), 'Its year is not over.' );

		foreach ( [ $expired, $granted ] as $id ) {
			self::assertSame( 'done', $this->manager()->disable( $id )->outcome->value );
			self::assertFalse( $this->takes_a_new_site( $id, 'https://after.example' ) );
			self::assertFalse( $this->read( $id )->is_usable() );
		}
	}

	public function test_two_sites_of_one_name_are_told_apart(): void {
		$first  = $this->a_license();
		$second = $this->a_license();
		$this->plugin->activate( $this->key_of( $first ), 'copied', 'https://one.example' );
		$this->plugin->activate( $this->key_of( $second ), 'copied', 'https://two.example' );

		self::assertSame( 'done', $this->manager()->deactivate( $second, $this->read( $second )->activations[0]->id )->outcome->value );

		self::assertCount( 1, $this->read( $first )->activations );
		self::assertSame( [], $this->read( $second )->activations );
	}

	public function test_an_ended_license_comes_back_as_it_was_while_it_is_there(): void {
		$id     = $this->a_license();
		$ends   = (int) $this->row( $id )->access_expires;
		$before = $this->adapter()->before( $id );

		$this->adapter()->disable( $id );
		self::assertSame( [ 'access_expires' => $ends ], $before, 'No key and no name stays with the run.' );
		self::assertSame( [ $this->key_of( $id ), '701' ], [ $this->plugin->forgotten[1]['api_key'], $this->plugin->forgotten[1]['order_id'] ] );

		self::assertSame( 'done', $this->adapter()->restore( $id, $before )->outcome->value );
		self::assertSame( 'already', $this->adapter()->restore( $id, $before )->outcome->value );
		self::assertTrue( $this->takes_a_new_site( $id, 'https://again.example' ) );

		$this->delete_license( $id );
		self::assertSame( 'manual', $this->adapter()->restore( $id, $before )->outcome->value );
	}

	private function adapter(): WooCommerceApiManager {
		global $wpdb;

		return WooCommerceApiManager::create( $wpdb );
	}

	private function row( string $license_id ): object {
		return $this->plugin->resource( (int) $license_id ) ?? self::fail( 'There is no such license.' );
	}
}
