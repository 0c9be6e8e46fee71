<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Admin\MoneyText;
use Amicable\Stores\Order;
use Amicable\Stores\Providers\PayPalWindow;
use Amicable\Values\Money;
use DateTimeImmutable;

/** What the person who runs a refund reads about it. */
final class Sentences {

	public function gone(): string {
		return __( 'The order no longer exists.', 'amicable' );
	}

	public function other_amount( Money $remaining, Money $asked ): string {
		/* translators: 1: amount that can still be given back, 2: amount that was asked for. */
		return sprintf( __( 'The order changed meanwhile: %1$s can still be given back, not %2$s.', 'amicable' ), MoneyText::of( $remaining ), MoneyText::of( $asked ) );
	}

	public function by_hand( Order $order ): string {
		if ( PayPalWindow::is_over( $order->gateway, $order->paid_at, new DateTimeImmutable() ) ) {
			return __( 'PayPal gives nothing back of a payment that is older than 180 days. Pay the money back yourself, then say so here.', 'amicable' );
		}

		/* translators: %s: name of a payment method. */
		return sprintf( __( '%s cannot pay back by itself. Pay the money back yourself, then say so here.', 'amicable' ), $this->method( $order ) );
	}

	public function refused( string $complaint ): string {
		return $complaint === ''
			? __( 'The refund was refused. No money moved.', 'amicable' )
			/* translators: %s: an error message. */
			: sprintf( __( 'The refund was refused, and no money moved: %s', 'amicable' ), $complaint );
	}

	/** The books were not whole before the gateway was asked, so it was not. */
	public function half_booked( Order $order, string $complaint ): string {
		/* translators: 1: amount, 2: an error message, perhaps empty. */
		return sprintf( __( 'Easy Digital Downloads did not book the whole refund, so nobody was asked to pay. Pay %1$s back yourself, then say so here. %2$s', 'amicable' ), MoneyText::of( $order->remaining() ), $complaint );
	}

	public function booked_but_refused( Order $order, string $complaint ): string {
		/* translators: 1: name of a payment method, 2: amount, 3: an error message. */
		return sprintf( __( 'The order reads refunded, but %1$s refused to pay, and no money moved: %3$s Pay %2$s back yourself, then say so here.', 'amicable' ), $this->method( $order ), MoneyText::of( $order->remaining() ), rtrim( $complaint, '.' ) . '.' );
	}

	public function not_booked( string $complaint ): string {
		/* translators: %s: an error message. */
		return sprintf( __( 'Easy Digital Downloads could not book the refund: %s', 'amicable' ), $complaint );
	}

	/** The worst case in plain words: what is known, what is not, where to look, what not to do. */
	public function unknown( Order $order, string $complaint ): string {
		$check = sprintf(
			/* translators: 1: name of a payment method, 2: amount, 3: order number. */
			__( 'Look at %1$s whether %2$s went out for order %3$s before you do anything else.', 'amicable' ),
			$this->method( $order ),
			MoneyText::of( $order->remaining() ),
			$order->number
		);
		if ( $complaint === '' ) {
			/* translators: 1: name of a payment method, 2: a sentence that says where to look. */
			return sprintf( __( '%1$s left no proof that it paid this amount. %2$s', 'amicable' ), $this->method( $order ), $check );
		}

		/* translators: 1: an error message, 2: a sentence that says where to look. */
		return sprintf( __( 'Nobody knows whether the money was paid: the attempt ended with “%1$s”. %2$s', 'amicable' ), $complaint, $check );
	}

	public function nothing_found( Order $order, Money $amount ): string {
		/* translators: 1: name of a payment method, 2: amount, 3: order number. */
		return sprintf( __( 'The shop holds no proof that %2$s went out for order %3$s. Look at %1$s.', 'amicable' ), $this->method( $order ), MoneyText::of( $amount ), $order->number );
	}

	private function method( Order $order ): string {
		return $order->gateway_title !== '' ? $order->gateway_title : __( 'the payment provider', 'amicable' );
	}
}
