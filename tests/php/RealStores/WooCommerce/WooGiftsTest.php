<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\WooCommerce;

use Amicable\Stores\GiftShop;
use Amicable\Stores\WooCommerce\WooGifts;
use Amicable\Tests\Contract\GiftShopContract;
use PHPUnit\Framework\Attributes\Before;
use WC_Coupon;
use WC_Discounts;
use WC_Order;
use WC_Product_Simple;

/** WooCommerce's own coupons, asked by an order as its till asks them. */
final class WooGiftsTest extends GiftShopContract {

	#[Before]
	public function open_the_till(): void {
		update_option( 'woocommerce_enable_coupons', 'yes' );
	}

	protected function shop(): GiftShop {
		return new WooGifts();
	}

	protected function is_taken( string $code, string $email, int $product ): bool {
		// Applying would already count as a use.
		return ( new WC_Discounts( $this->an_order_of( $email, $product ) ) )->is_coupon_valid( new WC_Coupon( $code ) ) === true;
	}

	protected function redeem( string $code, string $email, int $product ): void {
		$order = $this->an_order_of( $email, $product );
		self::assertTrue( $order->apply_coupon( $code ) );
		$order->update_status( 'completed' );
	}

	protected function a_product( string $name ): int {
		$product = new WC_Product_Simple();
		$product->set_name( $name );
		$product->set_regular_price( '49.00' );
		$product->set_status( 'publish' );

		return $product->save();
	}

	private function an_order_of( string $email, int $product ): WC_Order {
		$order = new WC_Order();
		$order->set_billing_email( $email );
		$order->add_product( wc_get_product( $product ), 1 );
		$order->calculate_totals();
		$order->save();

		return $order;
	}
}
