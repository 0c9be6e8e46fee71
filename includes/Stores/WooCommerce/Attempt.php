<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Stores\Providers\Wire;
use Throwable;
use WC_Order_Refund;
use WP_Error;

/** What one call of `wc_create_refund()` came to. */
final class Attempt {

	/** @param bool $asked The call came as far as the gateway, or might have. */
	public function __construct(
		public readonly WC_Order_Refund|WP_Error|Throwable $answer,
		public readonly bool $asked,
		public readonly Wire $wire,
	) {
	}

	/** The record, when WooCommerce says that its gateway paid. */
	public function paid(): ?WC_Order_Refund {
		return $this->answer instanceof WC_Order_Refund && $this->answer->get_id() > 0 && (bool) $this->answer->get_refunded_payment() ? $this->answer : null;
	}

	/** WooCommerce logs a failed save and goes on with id 0, past the gateway. */
	public function was_not_saved(): bool {
		return $this->answer instanceof WC_Order_Refund && $this->answer->get_id() === 0;
	}

	/** In whoever's words it failed; '' when it did not. */
	public function complaint(): string {
		return match ( true ) {
			$this->answer instanceof WP_Error  => wp_strip_all_tags( $this->answer->get_error_message() ),
			$this->answer instanceof Throwable => $this->answer->getMessage(),
			default                            => '',
		};
	}
}
