<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

/** Keys of the real License Manager. */
trait MakesLicenses {

	protected function a_key_for( int $order_id, bool $lifetime = false, ?int $user_id = null ): string {
		global $wpdb;

		lmfwc_add_license(
			strtoupper( wp_generate_password( 20, false ) ),
			[
				'order_id'            => $order_id,
				'product_id'          => $this->a_product( 'Licensed plugin' )->get_id(),
				'user_id'             => $user_id,
				'expires_at'          => $lifetime ? null : gmdate( 'Y-m-d H:i:s', time() + YEAR_IN_SECONDS ),
				'status'              => 2,
				'times_activated_max' => 5,
			]
		);

		return (string) $wpdb->get_var( "SELECT MAX(id) FROM {$wpdb->prefix}lmfwc_licenses" );
	}

	protected function key_of( string $license_id ): string {
		return (string) apply_filters( 'lmfwc_decrypt', $this->license_row( $license_id )->license_key );
	}

	protected function license_row( string $license_id ): object {
		global $wpdb;
		$row = $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$wpdb->prefix}lmfwc_licenses WHERE id = %d", $license_id ) );
		self::assertIsObject( $row );

		return $row;
	}
}
