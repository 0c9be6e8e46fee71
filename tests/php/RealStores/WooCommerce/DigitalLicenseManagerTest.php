<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Graph;
use Amicable\Licensing\DigitalLicenseManager\DigitalLicenseManager;
use Amicable\Licensing\LicenseManager;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Contract\LicenseManagerContract;
use Amicable\Tests\RealStores\Support\FinishesLooseEnds;
use Amicable\Tests\RealStores\Support\MakesDigitalLicenses;
use Amicable\Tests\RealStores\Support\MakesOrders;

/** The functions and tables of the real Digital License Manager. */
final class DigitalLicenseManagerTest extends LicenseManagerContract {

	use FinishesLooseEnds;
	use MakesDigitalLicenses;
	use MakesOrders;

	protected function setUp(): void {
		parent::setUp();
		$this->start_digital_license_manager();
	}

	protected function manager(): LicenseManager {
		global $wpdb;

		return DigitalLicenseManager::create( $wpdb );
	}

	protected function a_license( array $spec = [] ): string {
		$id = $this->a_digital_license( strtoupper( wp_generate_password( 20, false ) ), $spec['lifetime'] ?? false );
		foreach ( $spec['sites'] ?? [] as $site ) {
			self::assertTrue( $this->takes_a_new_site( $id, $site ) );
		}

		return $id;
	}

	protected function order_of( string $license_id ): OrderRef {
		return new OrderRef( 'woocommerce', (int) dlm_get_licenses( [ 'id' => (int) $license_id ] )[0]->getOrderId() );
	}

	protected function keys_of( string $license_id ): Keys {
		return new Keys( [], [ 'buyer@example.com' ] );
	}

	protected function key_of( string $license_id ): string {
		return (string) dlm_get_licenses( [ 'id' => (int) $license_id ] )[0]->getDecryptedLicenseKey();
	}

	protected function takes_a_new_site( string $license_id, string $site ): bool {
		return ! is_wp_error( dlm_activate_license( $this->key_of( $license_id ), [ 'label' => $site ] ) );
	}

	protected function delete_license( string $license_id ): void {
		dlm_delete_license( $this->key_of( $license_id ) );
	}

	public function test_it_is_found_by_itself_and_no_longer_called_uncovered(): void {
		$ids = array_map( static fn ( LicenseManager $manager ): string => $manager->id(), Plugin::instance()->graph( Mode::Live )->license_managers() );
		self::assertContains( DigitalLicenseManager::ID, $ids );

		delete_option( 'dlm_db_version' );
		self::assertFalse( DigitalLicenseManager::is_available() );
	}

	public function test_a_key_of_digits_ends_its_own_license_and_not_the_one_with_that_number(): void {
		$innocent = $this->a_license();
		$digits   = $this->a_digital_license( $innocent );

		self::assertSame( 'done', $this->manager()->disable( $digits )->outcome->value );

		self::assertTrue( $this->manager()->license( $innocent )?->is_usable() );
		self::assertFalse( $this->manager()->license( $digits )?->is_usable() );
	}

	public function test_a_license_that_an_earlier_refund_left_is_found_and_finished(): void {
		$this->as_role( 'administrator' );
		$id    = $this->a_license( [ 'sites' => [ 'https://one.example' ] ] );
		$order = $this->order_of( $id );
		wc_create_refund( [ 'order_id' => $order->id, 'amount' => wc_get_order( $order->id )->get_total(), 'refund_payment' => true ] );
		$this->look_for_loose_ends();
		self::assertSame( [ "license:dlm:$id" ], array_column( $this->loose_ends(), 'ref' ) );

		$this->finish_loose_ends();

		$this->look_for_loose_ends();
		self::assertSame( [], $this->loose_ends() );
		self::assertSame( [ 'disabled', [] ], [ $this->read( $id )->status, $this->read( $id )->activations ] );
	}

	protected function graph(): Graph {
		return Plugin::instance()->graph( Mode::Live );
	}

	public function test_an_inactive_license_still_takes_sites(): void {
		$id = $this->a_license();
		dlm_update_license( $this->key_of( $id ), [ 'status' => 4 ] );

		self::assertTrue( $this->takes_a_new_site( $id, 'https://still.example' ) );
		self::assertTrue( $this->manager()->license( $id )?->is_usable() );
	}

	private function a_digital_license( string $key, bool $lifetime = false ): string {
		$license = dlm_create_license(
			$key,
			[
				'order_id'          => $this->an_order(),
				'product_id'        => $this->a_product( 'Licensed plugin' )->get_id(),
				'expires_at'        => $lifetime ? null : gmdate( 'Y-m-d H:i:s', time() + YEAR_IN_SECONDS ),
				'status'            => 2,
				'activations_limit' => 5,
			]
		);
		self::assertFalse( is_wp_error( $license ) );

		return (string) $license->getId();
	}
}
