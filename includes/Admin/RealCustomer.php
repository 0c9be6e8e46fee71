<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Capability;
use Amicable\CurrentMode;
use Amicable\Customers\Identity;
use Amicable\Mode;
use Amicable\Rest\CustomerShape;
use Amicable\Rest\LockShape;
use Amicable\Stores\Keys;
use Closure;

/** The card of somebody whom another plugin's screen shows, found by the names that screen knows. */
final class RealCustomer {

	/**
	 * @param Closure(): Identity      $identity
	 * @param Closure(): CustomerShape $customers
	 * @param Closure(): LockShape     $locks
	 */
	public function __construct(
		private readonly Closure $identity,
		private readonly Closure $customers,
		private readonly Closure $locks,
		private readonly Assets $assets,
		private readonly CustomerCard $view,
		private readonly CurrentMode $mode,
	) {
	}

	public function enqueue(): void {
		$this->assets->enqueue( OrderPanel::HANDLE );
	}

	/** @param (Closure(): Keys)|null $more Names that cost a look of their own, and are asked for only when the others lead nowhere. */
	public function render( Keys $keys, ?Closure $more = null ): void {
		if ( $this->mode->of_user( get_current_user_id() ) === Mode::Practice ) {
			printf( '<p>%s <a href="%s">%s</a></p>', esc_html__( 'You are in Practice, and this is a real customer.', 'amicable' ), esc_url( Url::to() ), esc_html__( 'Leave Practice there to see this customer.', 'amicable' ) );
			return;
		}
		$identity = ( $this->identity )();
		$id       = $identity->find( $keys ) ?? ( $more === null ? null : $identity->find( $more() ) );
		$customer = $id === null ? null : ( $this->customers )()->rows( [ $id ] )[0] ?? null;
		if ( $customer === null ) {
			printf( '<p>%s</p>', esc_html__( 'No order and no ticket of this customer has been read yet.', 'amicable' ) );
			return;
		}
		echo '<div class="amicable-card">';
		$this->view->render( $customer, ( $this->locks )()->notice( (int) $customer['id'] ) );
		if ( current_user_can( Capability::LOG ) ) {
			printf( '<div data-amicable-order-panel="%s"></div>', esc_attr( (string) wp_json_encode( [ 'customer_id' => (int) $customer['id'] ] ) ) );
		}
		echo '</div>';
	}
}
