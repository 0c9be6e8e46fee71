<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

/** Licenses of the real EDD Software Licensing, by purchases that go through EDD as a customer's would. */
trait MakesEddLicenses {

	/**
	 * @param list<int> $bundle Products that come with it.
	 */
	protected function a_licensed_download( string $name = 'Licensed plugin', bool $lifetime = false, array $bundle = [] ): int {
		$id = wp_insert_post(
			[
				'post_type'   => 'download',
				'post_status' => 'publish',
				'post_title'  => $name,
			]
		);
		self::assertIsInt( $id );
		update_post_meta( $id, 'edd_price', '49.00' );
		update_post_meta( $id, 'edd_download_files', [ 1 => [ 'index' => 0, 'name' => 'The file', 'file' => 'https://example.org/plugin.zip', 'condition' => 'all' ] ] );
		update_post_meta( $id, '_edd_sl_enabled', true );
		update_post_meta( $id, '_edd_sl_limit', 5 );
		update_post_meta( $id, '_edd_sl_exp_unit', 'years' );
		update_post_meta( $id, '_edd_sl_exp_length', 1 );
		if ( $lifetime ) {
			update_post_meta( $id, 'edd_sl_download_lifetime', true );
		}
		if ( $bundle !== [] ) {
			update_post_meta( $id, '_edd_product_type', 'bundle' );
			update_post_meta( $id, '_edd_bundled_products', $bundle );
		}

		return $id;
	}

	/**
	 * A paid order of two hours ago. `pay` names how its provider behaves (`EddProviders`), `gateway` one that nobody knows.
	 *
	 * @param array{email?: string, user_id?: int, gateway?: string, pay?: string, options?: array<string, mixed>, price?: string} $spec
	 */
	protected function a_purchase( int $download_id, array $spec = [] ): int {
		$email   = $spec['email'] ?? 'buyer@example.com';
		$price   = $spec['price'] ?? '49.00';
		$options = $spec['options'] ?? [];
		$order   = edd_build_order(
			[
				'price'        => $price,
				'email'        => $email,
				'user_email'   => $email,
				'currency'     => 'USD',
				'gateway'      => isset( $spec['pay'] ) ? EddProviders::gateway( $spec['pay'] ) : $spec['gateway'] ?? 'manual',
				'status'       => 'pending',
				'date_created' => gmdate( 'Y-m-d H:i:s', time() - 2 * HOUR_IN_SECONDS ),
				'user_info'    => [
					'id'         => $spec['user_id'] ?? 0,
					'email'      => $email,
					'first_name' => 'Robin',
					'last_name'  => 'Kim',
					'discount'   => 'none',
				],
				'downloads'    => [
					[
						'id'      => $download_id,
						'options' => $options,
					],
				],
				'cart_details' => [
					[
						'id'          => $download_id,
						'name'        => get_the_title( $download_id ),
						'item_number' => [
							'id'      => $download_id,
							'options' => $options,
						],
						'item_price'  => $price,
						'quantity'    => 1,
						'tax'         => 0,
						'price'       => $price,
					],
				],
			]
		);
		self::assertIsInt( $order );
		EDD()->session->set( 'edd_resume_payment', null );
		edd_update_order_status( $order, 'complete' );
		edd_update_order( $order, [ 'date_actions_run' => gmdate( 'Y-m-d H:i:s' ) ] );
		if ( isset( $spec['pay'] ) ) {
			edd_add_order_transaction(
				[
					'object_id'      => $order,
					'object_type'    => 'order',
					'transaction_id' => EddProviders::transaction( $order, $spec['pay'] ),
					'gateway'        => EddProviders::gateway( $spec['pay'] ),
					'status'         => 'complete',
					'total'          => $price,
				]
			);
		}

		return $order;
	}

	/** The first license of an order. */
	protected function license_of_purchase( int $order_id ): string {
		$licenses = edd_software_licensing()->get_licenses_of_purchase( $order_id );
		self::assertIsArray( $licenses );

		return (string) $licenses[0]->ID;
	}

	/**
	 * A renewal, paid for by an order of its own.
	 *
	 * @param array{email?: string, user_id?: int, pay?: string} $spec
	 */
	protected function a_renewal_of( string $license_id, array $spec = [] ): int {
		edd_update_option( 'edd_sl_renewals', true );

		return $this->a_purchase(
			(int) $this->edd_license( $license_id )->download_id,
			[
				...$spec,
				'price'   => '29.00',
				'options' => [
					'is_renewal'  => true,
					'license_id'  => (int) $license_id,
					'license_key' => $this->edd_license( $license_id )->key,
				],
			]
		);
	}

	protected function edd_license( string $license_id ): \EDD_SL_License {
		$license = edd_software_licensing()->get_license( (int) $license_id );
		self::assertInstanceOf( \EDD_SL_License::class, $license );

		return $license;
	}

	/** What the table says, whatever the plugin makes of it when asked. */
	protected function stored_status( string $license_id ): string {
		global $wpdb;

		return (string) $wpdb->get_var( $wpdb->prepare( "SELECT status FROM {$wpdb->prefix}edd_licenses WHERE id = %d", $license_id ) );
	}

	/** Asks the plugin as a customer's site would. */
	protected function edd_site_may_join( string $license_id, string $site ): bool {
		wp_cache_delete( (int) $license_id, 'edd_license_objects' );
		$license = $this->edd_license( $license_id );
		$answer  = edd_software_licensing()->activate_license(
			[
				'key'     => $license->key,
				'item_id' => $license->download_id,
				'url'     => $site,
			]
		);

		return $answer['success'] === true;
	}
}
