<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Order;
use Amicable\Stores\Providers\PayPalWindow;
use Amicable\Values\Money;
use DateTimeImmutable;
use WC_Order;

/** What the person who runs a refund reads about it. */
final class Sentences {

	public function gone(): string {
		return __( 'The order no longer exists.', 'amicable' );
	}

	public function under_way(): string {
		return __( 'The shop is refunding this order right now. No money moved here; look at the order in five minutes and try again if anything is left.', 'amicable' );
	}

	public function other_amount( Money $remaining, Money $asked ): string {
		/* translators: 1: amount that can still be given back, 2: amount that was asked for. */
		return sprintf( __( 'The order changed meanwhile: %1$s can still be given back, not %2$s.', 'amicable' ), $this->money( $remaining ), $this->money( $asked ) );
	}

	public function by_hand( Order $order ): string {
		if ( $order->gateway === '' ) {
			return __( 'The order names no payment method. Pay the money back yourself, then say so here.', 'amicable' );
		}

		if ( PayPalWindow::is_over( $order->gateway, $order->paid_at, new DateTimeImmutable() ) ) {
			return __( 'PayPal gives nothing back of a payment that is older than 180 days. Pay the money back yourself, then say so here.', 'amicable' );
		}

		/* translators: %s: name of a payment method. */
		return sprintf( __( '%s cannot pay back by itself. Pay the money back yourself, then say so here.', 'amicable' ), $this->method( $order ) );
	}

	public function void_by_hand(): string {
		return __( 'The payment was only reserved. Cancel the reservation where it was made, then say so here.', 'amicable' );
	}

	public function voided(): string {
		return __( 'The payment was only reserved; the reservation was let go.', 'amicable' );
	}

	public function refused( string $complaint ): string {
		return $complaint === ''
			? __( 'The refund was refused. No money moved.', 'amicable' )
			/* translators: %s: an error message. */
			: sprintf( __( 'The refund was refused, and no money moved: %s', 'amicable' ), $complaint );
	}

	public function by_its_word( Order $order ): string {
		/* translators: %s: name of a payment method. */
		return sprintf( __( '%s says that it paid back. It leaves no number of its own to prove it.', 'amicable' ), $this->method( $order ) );
	}

	public function vanished( Order $order ): string {
		/* translators: 1: amount, 2: name of a payment method. */
		return sprintf( __( 'The order disappeared while %1$s were given back. Look at %2$s whether the money went out.', 'amicable' ), $this->money( $order->remaining() ), $this->method( $order ) );
	}

	/** The worst case in plain words: what is known, what is not, where to look, what not to do. */
	public function unknown( Order $order, Attempt $attempt, WC_Order $now ): string {
		$check = sprintf(
			/* translators: 1: name of a payment method, 2: amount, 3: order number. */
			__( 'Look at %1$s whether %2$s went out for order %3$s before you do anything else.', 'amicable' ),
			$this->method( $order ),
			$this->money( $order->remaining() ),
			$order->number
		);
		if ( $attempt->paid() !== null ) {
			/* translators: 1: name of a payment method, 2: a sentence that says where to look. */
			return sprintf( __( '%1$s says that it paid back, but left no proof. %2$s', 'amicable' ), $this->method( $order ), $check );
		}
		if ( $now->get_status() === 'refunded' && $order->status !== 'refunded' ) {
			/* translators: 1: an error message, 2: a sentence that says where to look. */
			return sprintf( __( 'The money may have been paid: the order reads refunded, but WooCommerce broke off (“%1$s”) and dropped the record of the refund. %2$s', 'amicable' ), $attempt->complaint(), $check );
		}

		/* translators: 1: an error message, 2: a sentence that says where to look. */
		return sprintf( __( 'Nobody knows whether the money was paid: the attempt ended with “%1$s”. %2$s', 'amicable' ), $attempt->complaint(), $check );
	}

	public function nothing_found( Order $order, Money $amount ): string {
		/* translators: 1: name of a payment method, 2: amount, 3: order number. */
		return sprintf( __( 'The shop holds no proof that %2$s went out for order %3$s. Look at %1$s.', 'amicable' ), $this->method( $order ), $this->money( $amount ), $order->number );
	}

	private function method( Order $order ): string {
		return $order->gateway_title !== '' ? $order->gateway_title : ( $order->gateway !== '' ? $order->gateway : __( 'the payment provider', 'amicable' ) );
	}

	private function money( Money $amount ): string {
		return html_entity_decode(
			wp_strip_all_tags(
				wc_price(
					(float) $amount->to_decimal(),
					[
						'currency' => $amount->currency,
						'decimals' => \Amicable\Values\Currency::decimals( $amount->currency ),
					]
				)
			),
			ENT_QUOTES,
			'UTF-8'
		);
	}
}
