<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\SubscriptionManager;
use Amicable\Stores\Keys;
use Amicable\Stores\Order;
use Amicable\Stores\OrderLine;
use Amicable\Stores\Refund;
use Amicable\Values\Money;

/** One order of the practice shop, as a shop's own screen shows it: what was bought, paid and given back, and what it opened. */
final class PracticeOrder {

	public function render( Order $order, LicenseManager $licenses, SubscriptionManager $subscriptions ): void {
		/* translators: %s: order number */
		printf( '<h1 class="wp-heading-inline">%s</h1> <a class="page-title-action" href="%s">%s</a><hr class="wp-header-end">', esc_html( sprintf( __( 'Order %s', 'amicable' ), $order->number ) ), esc_url( Url::to( PracticeShop::ORDERS ) ), esc_html__( 'All orders', 'amicable' ) );
		echo '<form method="post" onsubmit="return false"><div id="poststuff"><div id="post-body" class="metabox-holder columns-2"><div id="post-body-content">';
		$this->facts( $order );
		$this->items( $order );
		$this->refunds( $order );
		$this->opened( $order, $licenses, $subscriptions );
		echo '</div><div id="postbox-container-1" class="postbox-container">';
		wp_nonce_field( 'closedpostboxes', 'closedpostboxesnonce', false );
		wp_nonce_field( 'meta-box-order', 'meta-box-order-nonce', false );
		do_meta_boxes( get_current_screen() ?? '', 'side', $order );
		echo '</div></div><br class="clear"></div></form>';
	}

	/** @param list<array<string, string|null>> $notes */
	public function notes( array $notes ): void {
		if ( $notes === [] ) {
			printf( '<p>%s</p>', esc_html__( 'No notes yet.', 'amicable' ) );
			return;
		}
		echo '<ul>';
		foreach ( $notes as $note ) {
			printf( '<li>%s</li>', esc_html( (string) $note['note'] ) );
		}
		echo '</ul>';
	}

	private function facts( Order $order ): void {
		$facts = [
			[ __( 'Customer', 'amicable' ), "$order->name <$order->email>" ],
			[ __( 'Date', 'amicable' ), PracticeWords::day( $order->created_at ) ],
			[ __( 'Status', 'amicable' ), PracticeWords::status( $order->status ) ],
			[ __( 'Payment', 'amicable' ), $order->gateway_title ],
		];
		if ( $order->why_not !== null ) {
			$facts[] = [ __( 'Refund', 'amicable' ), $order->why_not ];
		}
		$this->box( __( 'Order details', 'amicable' ), $facts );
	}

	private function items( Order $order ): void {
		$rows = array_map( static fn ( OrderLine $line ): array => [ $line->name, MoneyText::of( $line->total ) ], $order->lines );
		$sums = [
			__( 'Shipping', 'amicable' )       => $order->shipping,
			__( 'Tax, included', 'amicable' )  => $order->tax,
			__( 'Total', 'amicable' )          => $order->total,
			__( 'Refunded so far', 'amicable' ) => $order->refunded->negated(),
		];
		foreach ( array_filter( $sums, static fn ( Money $sum ): bool => ! $sum->is_zero() ) as $name => $sum ) {
			$rows[] = [ $name, MoneyText::of( $sum ) ];
		}
		$this->box( __( 'Items', 'amicable' ), $rows );
	}

	private function refunds( Order $order ): void {
		if ( $order->refunds !== [] ) {
			$this->box( __( 'Refunds', 'amicable' ), array_map( static fn ( Refund $refund ): array => [ PracticeWords::day( $refund->created_at ) . ' · ' . $refund->reason, MoneyText::of( $refund->amount ) ], $order->refunds ) );
		}
	}

	private function opened( Order $order, LicenseManager $licenses, SubscriptionManager $subscriptions ): void {
		$rows = [];
		foreach ( $licenses->licenses_of( [ $order->ref ], new Keys( [], [] ) ) as $license ) {
			/* translators: 1: status of a license, 2: number of sites */
			$rows[] = [ "$license->product $license->masked", sprintf( __( '%1$s, sites: %2$d', 'amicable' ), PracticeWords::status( $license->status ), count( $license->activations ) ) ];
		}
		foreach ( $subscriptions->subscriptions_of( [ $order->ref ], new Keys( [], [] ) ) as $subscription ) {
			/* translators: %s: name of a subscription */
			$rows[] = [ sprintf( __( 'Subscription: %s', 'amicable' ), $subscription->label ), PracticeWords::status( $subscription->status ) ];
		}
		if ( $rows !== [] ) {
			$this->box( __( 'Licenses and subscriptions', 'amicable' ), $rows );
		}
	}

	/** @param list<array{string, string}> $rows */
	private function box( string $title, array $rows ): void {
		printf( '<div class="postbox"><div class="postbox-header"><h2 class="hndle">%s</h2></div><div class="inside"><table class="widefat striped"><tbody>', esc_html( $title ) );
		foreach ( $rows as [ $name, $value ] ) {
			printf( '<tr><th scope="row">%s</th><td>%s</td></tr>', esc_html( $name ), esc_html( $value ) );
		}
		echo '</tbody></table></div></div>';
	}
}
