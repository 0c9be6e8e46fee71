<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Capability;
use Amicable\CurrentMode;
use Amicable\Graph;
use Amicable\Mode;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Closure;

/** The screens that a shop plugin would bring: a list of orders and an order. Printed by PHP, as shops do it, with our own box beside the order. */
final class PracticeShop {

	public const ORDER = 'practice-order';

	public const ORDERS = 'practice-orders';

	/** @param Closure(): Graph $practice */
	public function __construct(
		private readonly Closure $practice,
		private readonly CurrentMode $mode,
		private readonly OrderPanel $panel,
		private readonly PracticeOrders $list,
		private readonly PracticeOrder $detail,
	) {
	}

	public function is_asked_for(): bool {
		return in_array( Url::screen(), [ self::ORDER, self::ORDERS ], true );
	}

	/** Before the page is printed: the boxes of an order and what makes them move. */
	public function prepare(): void {
		$order  = $this->is_open() && current_user_can( Capability::MONEY ) ? $this->asked() : null;
		$screen = get_current_screen();
		if ( $order === null || $screen === null ) {
			return;
		}
		add_action(
			'admin_enqueue_scripts',
			function (): void {
				$this->panel->enqueue();
				wp_enqueue_script( 'postbox' );
				wp_add_inline_script( 'postbox', 'jQuery( function() { postboxes.add_postbox_toggles( pagenow ); } );' );
			}
		);
		add_meta_box( 'amicable-order', __( 'Customer in Amicable', 'amicable' ), fn () => $this->panel->render( $order->ref ), $screen, 'side', 'high' );
		add_meta_box( 'amicable-practice-notes', __( 'Order notes', 'amicable' ), fn () => $this->detail->notes( ( $this->practice )()->sample()->rows->notes( $order->ref->id ) ), $screen, 'side' );
	}

	public function render(): void {
		echo '<div class="wrap">';
		if ( ! current_user_can( Capability::MONEY ) ) {
			$this->say( __( 'An order shows amounts, and you may not see those.', 'amicable' ) );
		} elseif ( ! $this->is_open() ) {
			$this->say( __( 'This belongs to the practice shop. Enter Practice to see it.', 'amicable' ) );
		} elseif ( Url::screen() === self::ORDERS ) {
			$this->frame();
			$this->list->render( ( $this->practice )()->sample()->store, $this->number( 'below' ) );
		} else {
			$this->frame();
			$this->order( $this->asked() );
		}
		echo '</div>';
	}

	private function order( ?Order $order ): void {
		if ( $order === null ) {
			$this->say( __( 'There is no such order.', 'amicable' ) );
			return;
		}
		$graph = ( $this->practice )();
		$this->detail->render( $order, $graph->sample()->licenses, $graph->sample()->subscriptions );
	}

	/** Practice is loaded, and whoever asks looks at it. */
	private function is_open(): bool {
		return $this->mode->of_user( get_current_user_id() ) === Mode::Practice && ( $this->practice )()->migrations()->is_installed();
	}

	private function asked(): ?Order {
		$id = Url::screen() === self::ORDER ? $this->number( 'id' ) : null;

		return $id === null ? null : ( $this->practice )()->stores()->order( new OrderRef( 'sample', $id ) );
	}

	private function number( string $name ): ?int {
		$given = $_GET[ $name ] ?? null; // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only chooses what is shown.

		return is_string( $given ) && ctype_digit( $given ) && $given !== '0' && strlen( $given ) < 16 ? (int) $given : null;
	}

	private function frame(): void {
		printf(
			'<div class="notice notice-info inline"><p><strong>%1$s</strong> %2$s <a href="%3$s">%4$s</a></p></div>',
			esc_html__( 'Practice', 'amicable' ),
			esc_html__( 'Nothing here is real. No customer, no mail, no money.', 'amicable' ),
			esc_url( Url::to() ),
			esc_html__( 'Back to Amicable', 'amicable' ),
		);
	}

	private function say( string $sentence ): void {
		printf( '<h1>%s</h1><p>%s</p><p><a href="%s">%s</a></p>', esc_html__( 'Practice shop', 'amicable' ), esc_html( $sentence ), esc_url( Url::to() ), esc_html__( 'Back to Amicable', 'amicable' ) );
	}
}
