<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\AmicableException;
use Amicable\Rest\OrderCard;
use Amicable\Stores\OrderRef;
use Closure;

/** The box on an order's screen, the same for every store: who this is, what it came to, and what can be done from here. */
final class OrderPanel {

	public const HANDLE = 'amicable-order-panel';

	/** @param Closure(): OrderCard $card */
	public function __construct(
		private readonly Closure $card,
		private readonly Assets $assets,
		private readonly CustomerCard $view,
	) {
	}

	/** Script and style of the box; on the screens that show it. */
	public function enqueue(): void {
		$this->assets->enqueue( self::HANDLE );
	}

	public function render( OrderRef $ref ): void {
		try {
			$card = ( $this->card )()->printed( $ref->store, $ref->id );
		} catch ( AmicableException $refusal ) {
			printf( '<p>%s</p>', esc_html( $refusal->getMessage() ) );
			return;
		}
		echo '<div class="amicable-card">';
		if ( $card['customer'] === null ) {
			printf( '<p>%s</p>', esc_html__( 'This order has not been read yet. Look again in a minute.', 'amicable' ) );
		} else {
			$this->charge( $card );
			$this->view->render( $card['customer'], $card['lock'] );
			$this->acts( $card );
		}
		echo '</div>';
	}

	/** @param array<string, mixed> $card */
	private function acts( array $card ): void {
		$customer = (int) $card['customer']['id'];
		$order    = $card['order']['store'] . ':' . $card['order']['id'];
		if ( in_array( 'refund', $card['allowed'], true ) ) {
			$address = Url::to( 'run', null, [ 'customer' => $customer, 'kind' => 'refund', 'orders' => $order ] );
			printf( '<p><a class="button button-primary amicable-card__refund" href="%s">%s</a></p>', esc_url( $address ), esc_html__( 'Refund and end license…', 'amicable' ) );
		}
		$this->more( $customer, $order, $card );
		if ( in_array( 'log_contact', $card['allowed'], true ) ) {
			printf( '<div data-amicable-order-panel="%s"></div>', esc_attr( (string) wp_json_encode( [ 'order' => $card['order'] ] ) ) );
		}
	}

	/** @param array<string, mixed> $card */
	private function charge( array $card ): void {
		if ( $card['charge'] !== null ) {
			( new ChargeNotice() )->render( $card['charge'], in_array( 'refund', $card['allowed'], true ) );
		}
	}

	/**
	 * What is rarer and graver stands in a menu.
	 *
	 * @param array<string, mixed> $card
	 */
	private function more( int $customer, string $order, array $card ): void {
		$links = [];
		if ( in_array( 'part_ways', $card['allowed'], true ) ) {
			$links[ __( 'Part ways…', 'amicable' ) ] = Url::to( 'customer', $customer, [ 'tab' => 'case', 'order' => $order ] );
		} elseif ( in_array( 'propose', $card['allowed'], true ) ) {
			$links[ __( 'Propose to part ways…', 'amicable' ) ] = Url::to( 'customer', $customer, [ 'tab' => 'case', 'order' => $order ] );
		}
		if ( $links === [] ) {
			return;
		}
		printf( '<details class="amicable-card__more"><summary>%s</summary><ul>', esc_html__( 'More', 'amicable' ) );
		foreach ( $links as $name => $address ) {
			printf( '<li><a href="%s">%s</a></li>', esc_url( $address ), esc_html( $name ) );
		}
		echo '</ul></details>';
	}
}
