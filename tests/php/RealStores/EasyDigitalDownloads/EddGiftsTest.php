<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\EasyDigitalDownloads;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Stores\EasyDigitalDownloads\EddGifts;
use Amicable\Stores\GiftShop;
use Amicable\Tests\Contract\GiftShopContract;
use PHPUnit\Framework\Attributes\Before;

/** EDD's own discounts, with the guard that this plugin registered. */
final class EddGiftsTest extends GiftShopContract {

	#[Before]
	public function open_the_till(): void {
		edd_update_option( 'currency', 'USD' );
	}

	protected function shop(): GiftShop {
		return new EddGifts( Plugin::instance()->graph( Mode::Live )->gift_hash( ... ) );
	}

	protected function is_taken( string $code, string $email, int $product ): bool {
		edd_empty_cart();
		edd_add_to_cart( $product );

		return edd_is_discount_valid( $code, $email, false );
	}

	protected function redeem( string $code, string $email, int $product ): void {
		self::assertTrue( $this->is_taken( $code, $email, $product ) );
		edd_increase_discount_usage( $code );
	}

	protected function a_product( string $name ): int {
		$id = wp_insert_post( [ 'post_type' => 'download', 'post_status' => 'publish', 'post_title' => $name ] );
		update_post_meta( $id, 'edd_price', 49.0 );

		return $id;
	}
}
