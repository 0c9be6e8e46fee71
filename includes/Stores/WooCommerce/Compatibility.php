<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Hookable;
use Automattic\WooCommerce\Utilities\FeaturesUtil;

/** Says to WooCommerce what we work with; saying nothing counts as not working with its order tables. */
final class Compatibility implements Hookable {

	private const FEATURES = [ 'custom_order_tables', 'cart_checkout_blocks' ];

	public function __construct( private readonly string $file ) {
	}

	public function register(): void {
		add_action( 'before_woocommerce_init', $this->declare( ... ) );
	}

	private function declare(): void {
		if ( ! class_exists( FeaturesUtil::class ) ) {
			return;
		}
		foreach ( self::FEATURES as $feature ) {
			FeaturesUtil::declare_compatibility( $feature, $this->file, true );
		}
	}
}
