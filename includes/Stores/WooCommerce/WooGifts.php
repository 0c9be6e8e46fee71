<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Gift;
use Amicable\Stores\GiftShop;
use WC_Coupon;
use WC_Product;

/** Gift codes as WooCommerce's own coupons. */
final class WooGifts implements GiftShop {

	public function id(): string {
		return WooCommerceStore::ID;
	}

	public function label(): string {
		return 'WooCommerce';
	}

	public function currency(): string {
		return get_woocommerce_currency();
	}

	public function products( string $search, int $limit ): array {
		$found = wc_get_products( [ 's' => $search, 'limit' => $limit, 'status' => 'publish', 'orderby' => 'title', 'order' => 'ASC' ] );

		return array_map( static fn ( WC_Product $product ): array => [ 'id' => $product->get_id(), 'name' => $product->get_name() ], is_array( $found ) ? array_values( $found ) : [] );
	}

	public function issue( Gift $gift ): void {
		if ( $this->has( $gift->code ) ) {
			return;
		}
		$coupon = new WC_Coupon();
		$coupon->set_code( $gift->code );
		$coupon->set_email_restrictions( [ $gift->email->normalized ] );
		$coupon->set_usage_limit( 1 );
		$coupon->set_usage_limit_per_user( 1 );
		$coupon->set_individual_use( false );
		$coupon->set_date_expires( $gift->expires_at->getTimestamp() );
		if ( $gift->amount !== null ) {
			$coupon->set_discount_type( 'fixed_cart' );
			$coupon->set_amount( (float) $gift->amount->to_decimal() );
		} else {
			$coupon->set_discount_type( 'percent' );
			$coupon->set_amount( 100 );
			$coupon->set_product_ids( [ (int) $gift->product_id ] );
			$coupon->set_limit_usage_to_x_items( 1 );
		}
		$coupon->save();
	}

	public function has( string $code ): bool {
		return wc_get_coupon_id_by_code( $code ) > 0;
	}

	public function is_used( string $code ): bool {
		return $this->has( $code ) && ( new WC_Coupon( $code ) )->get_usage_count() > 0;
	}
}
