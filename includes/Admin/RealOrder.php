<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\CurrentMode;
use Amicable\Mode;
use Amicable\Stores\OrderRef;

/** Our panel on the order screen of a real shop. Whoever practices is told so instead of being shown other figures. */
final class RealOrder {

	public function __construct(
		private readonly OrderPanel $panel,
		private readonly CurrentMode $mode,
	) {
	}

	public function enqueue(): void {
		$this->panel->enqueue();
	}

	public function render( OrderRef $ref ): void {
		if ( $this->mode->of_user( get_current_user_id() ) === Mode::Practice ) {
			printf( '<p>%s <a href="%s">%s</a></p>', esc_html__( 'You are in Practice, and this is a real order.', 'amicable' ), esc_url( Url::to() ), esc_html__( 'Leave Practice there to see this customer.', 'amicable' ) );
			return;
		}
		$this->panel->render( $ref );
	}
}
