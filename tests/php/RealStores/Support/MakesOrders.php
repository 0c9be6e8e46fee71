<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Amicable\Stores\WooCommerce\Precision;
use Amicable\Values\Currency;
use Amicable\Values\Money;
use PHPUnit\Framework\Attributes\Before;
use RuntimeException;
use WC_Customer_Download;
use WC_Order;
use WC_Order_Item_Product;
use WC_Order_Item_Shipping;
use WC_Order_Item_Tax;
use WC_Product_Simple;

/** Orders of the real WooCommerce, made through its own objects. */
trait MakesOrders {

	#[Before]
	public function open_the_shop(): void {
		Bank::open();
		FakeGateway::register();
		WC()->payment_gateways()->init();
		// Subscriptions takes a site that it did not see installed for a copy.
		add_filter( 'woocommerce_subscriptions_is_duplicate_site', '__return_false' );
	}

	/** @param array{currency?: string, total?: int, tax?: int, shipping?: int, email?: string, user_id?: int, state?: string, refunds?: list<int>, gateway?: string, downloads?: int, free?: bool} $spec */
	protected function an_order( array $spec = [] ): int {
		$currency = $spec['currency'] ?? 'USD';
		$id       = Precision::of( Currency::decimals( $currency ), fn (): int => $this->made( $spec, $currency ) );
		foreach ( $spec['refunds'] ?? [] as $minor ) {
			$this->refund_elsewhere( $id, $minor );
		}
		for ( $n = 0; $n < ( $spec['downloads'] ?? 0 ); $n++ ) {
			$this->a_download( $id, $spec['email'] ?? 'buyer@example.com', $spec['user_id'] ?? 0 );
		}

		return $id;
	}

	protected function refund_elsewhere( int $order_id, int $minor ): void {
		$currency = $this->wc_order( $order_id )->get_currency();
		$refund   = Precision::of(
			Currency::decimals( $currency ),
			static fn () => wc_create_refund(
				[
					'order_id' => $order_id,
					'amount'   => ( new Money( $minor, $currency ) )->to_decimal(),
					'reason'   => 'Elsewhere',
				]
			)
		);
		if ( is_wp_error( $refund ) ) {
			throw new RuntimeException( $refund->get_error_message() );
		}
	}

	protected function delete_order( int $order_id ): void {
		$this->wc_order( $order_id )->delete( true );
	}

	protected function paid_out( int $order_id ): int {
		$order    = wc_get_order( $order_id );
		$currency = $order instanceof WC_Order ? $order->get_currency() : 'USD';

		return array_sum( array_map( static fn ( string $amount ): int => Money::from_decimal( $amount, $currency )->minor, Bank::payouts( $order_id ) ) );
	}

	protected function wc_order( int $id ): WC_Order {
		$order = wc_get_order( $id );
		assert( $order instanceof WC_Order );

		return $order;
	}

	protected function a_product( string $name = 'Plugin' ): WC_Product_Simple {
		$product = new WC_Product_Simple();
		$product->set_name( $name );
		$product->set_regular_price( '49' );
		$product->set_virtual( true );
		$product->save();

		return $product;
	}

	protected function a_download( int $order_id, string $email, int $user_id = 0, ?int $product_id = null ): int {
		$download = new WC_Customer_Download();
		$download->set_order_id( $order_id );
		$download->set_product_id( $product_id ?? $this->a_product( 'File' )->get_id() );
		$download->set_download_id( wp_generate_uuid4() );
		$download->set_user_email( $email );
		$download->set_user_id( $user_id );
		$download->set_order_key( 'wc_order_test' );
		$download->save();

		return $download->get_id();
	}

	/** @param array<string, mixed> $spec */
	private function made( array $spec, string $currency ): int {
		$total    = $spec['total'] ?? 4900;
		$tax      = $spec['tax'] ?? 0;
		$shipping = $spec['shipping'] ?? 0;
		$decimal  = static fn ( int $minor ): string => ( new Money( $minor, $currency ) )->to_decimal();
		$order    = new WC_Order();
		$order->set_currency( $currency );
		$order->set_billing_email( $spec['email'] ?? 'buyer@example.com' );
		$order->set_billing_first_name( 'Robin' );
		$order->set_customer_id( $spec['user_id'] ?? 0 );
		$order->set_payment_method( $this->payment_method( $spec ) );
		$order->set_payment_method_title( 'Fake ' . ( $spec['gateway'] ?? 'ok' ) );
		$order->add_item( $this->item( $decimal( $total - $tax - $shipping ), $decimal( $tax ) ) );
		if ( $spec['free'] ?? false ) {
			$order->add_item( $this->item( '0', '0' ) );
		}
		if ( $shipping > 0 ) {
			$item = new WC_Order_Item_Shipping();
			$item->set_total( $decimal( $shipping ) );
			$order->add_item( $item );
		}
		if ( $tax > 0 ) {
			$item = new WC_Order_Item_Tax();
			$item->set_rate_id( 1 );
			$item->set_tax_total( $decimal( $tax ) );
			$order->add_item( $item );
		}
		$order->set_cart_tax( $decimal( $tax ) );
		$order->set_shipping_total( $decimal( $shipping ) );
		$order->set_total( $decimal( $total ) );
		$order->save();
		$this->bring_to( $order, (string) ( $spec['state'] ?? 'paid' ) );

		return $order->get_id();
	}

	private function bring_to( WC_Order $order, string $state ): void {
		if ( $state === 'paid' || $state === 'disputed' ) {
			$order->set_date_paid( time() );
			$order->set_transaction_id( 'ch_' . $order->get_id() );
		}
		$order->set_status(
			match ( $state ) {
				'paid'               => 'completed',
				'unpaid'             => 'pending',
				'failed', 'disputed' => 'failed',
				default              => $state,
			}
		);
		$order->save();
	}

	/** @param array<string, mixed> $spec */
	private function payment_method( array $spec ): string {
		// Stripe's plugin marks a lost dispute as `failed`, after payment.
		return ( $spec['state'] ?? 'paid' ) === 'disputed' ? 'stripe' : FakeGateway::id_of( (string) ( $spec['gateway'] ?? 'ok' ) );
	}

	private function item( string $total, string $tax ): WC_Order_Item_Product {
		$item = new WC_Order_Item_Product();
		$item->set_product( $this->a_product() );
		$item->set_quantity( 1 );
		$item->set_subtotal( $total );
		$item->set_total( $total );
		if ( (float) $tax > 0 ) {
			$item->set_taxes(
				[
					'total'    => [ 1 => $tax ],
					'subtotal' => [ 1 => $tax ],
				]
			);
		}

		return $item;
	}
}
