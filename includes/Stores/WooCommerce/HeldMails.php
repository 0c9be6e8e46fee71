<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\ErrorLog;
use Amicable\Hookable;
use Amicable\Stores\OrderRef;
use Closure;
use Throwable;
use WC_Order;

/** Holds the refund mail of an order where our own receipt lists that refund. Asked only when WooCommerce is about to send one. */
final class HeldMails implements Hookable {

	private const MAILS = [ 'customer_refunded_order', 'customer_partially_refunded_order' ];

	/** @param Closure(OrderRef): bool $holds */
	public function __construct( private readonly Closure $holds ) {
	}

	public function register(): void {
		foreach ( self::MAILS as $mail ) {
			add_filter( "woocommerce_email_enabled_$mail", $this->judge( ... ), 10, 2 );
		}
	}

	/** What cannot be asked about is sent. */
	private function judge( mixed $enabled, mixed $order = null ): mixed {
		if ( ! $order instanceof WC_Order ) {
			return $enabled;
		}
		try {
			return ( $this->holds )( new OrderRef( WooCommerceStore::ID, $order->get_id() ) ) ? false : $enabled;
		} catch ( Throwable $broken ) {
			ErrorLog::broken( sprintf( 'mails of order %d', $order->get_id() ), $broken ); // Must not stop a mail.

			return $enabled;
		}
	}
}
