<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\LicenseManagerForWooCommerce\LicenseManagerForWooCommerce;
use Amicable\Licensing\LicenseManagerForWooCommerce\LicenseRecords;
use Amicable\Stores\Keys;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Contract\LicenseManagerContract;
use Amicable\Tests\RealStores\Support\MakesLicenses;
use Amicable\Tests\RealStores\Support\MakesOrders;

/** The real License Manager for WooCommerce. */
final class LicenseManagerForWooCommerceTest extends LicenseManagerContract {

	use MakesLicenses;
	use MakesOrders;

	protected function manager(): LicenseManager {
		global $wpdb;

		return new LicenseManagerForWooCommerce( new LicenseRecords( $wpdb ) );
	}

	protected function a_license( array $spec = [] ): string {
		$id = $this->a_key_for( $this->an_order(), $spec['lifetime'] ?? false );
		foreach ( $spec['sites'] ?? [] as $site ) {
			self::assertTrue( $this->takes_a_new_site( $id, $site ) );
		}

		return $id;
	}

	protected function order_of( string $license_id ): OrderRef {
		return new OrderRef( 'woocommerce', (int) $this->license_row( $license_id )->order_id );
	}

	protected function keys_of( string $license_id ): Keys {
		return new Keys( [], [ 'buyer@example.com' ] );
	}

	protected function takes_a_new_site( string $license_id, string $site ): bool {
		return ! is_wp_error( lmfwc_activate_license( $this->key_of( $license_id ), [ 'label' => $site ] ) );
	}

	protected function delete_license( string $license_id ): void {
		lmfwc_delete_license( $this->key_of( $license_id ) );
	}

	public function test_an_ended_key_never_goes_back_into_stock(): void {
		$id = $this->a_license();

		$this->manager()->disable( $id );

		self::assertSame( 4, (int) $this->license_row( $id )->status, 'Status 3 reads "active" and means "for sale".' );
	}

	public function test_an_inactive_key_that_has_not_expired_is_still_usable(): void {
		$id = $this->a_license();
		lmfwc_update_license( $this->key_of( $id ), [ 'status' => 4 ] );

		self::assertTrue( $this->takes_a_new_site( $id, 'https://still.example' ) );
		self::assertTrue( $this->manager()->license( $id )?->is_usable() );
	}
}
