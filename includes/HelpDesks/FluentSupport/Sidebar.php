<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\FluentSupport;

use Amicable\Admin\RealCustomer;
use Amicable\Capability;
use Amicable\Hookable;
use Amicable\Stores\Keys;

/** The customer's card beside a ticket of Fluent Support: where somebody would answer, it says when nobody should. */
final class Sidebar implements Hookable {

	public function __construct( private readonly RealCustomer $card ) {
	}

	public function register(): void {
		add_filter( 'fluent_support/customer_extra_widgets', $this->add( ... ), 10, 2 );
	}

	/**
	 * @param array<array-key, mixed> $widgets
	 * @return array<array-key, mixed>
	 */
	private function add( array $widgets, mixed $customer ): array {
		if ( ! current_user_can( Capability::VIEW ) || ! is_object( $customer ) ) {
			return $widgets;
		}
		$email = isset( $customer->email ) && is_string( $customer->email ) ? $customer->email : '';
		$user  = isset( $customer->user_id ) && is_numeric( $customer->user_id ) ? (int) $customer->user_id : 0;
		ob_start();
		$this->card->render( new Keys( $user > 0 ? [ $user ] : [], $email === '' ? [] : [ $email ] ) );
		$widgets['amicable'] = [
			'header'    => __( 'Amicable', 'amicable' ),
			'body_html' => (string) ob_get_clean(), // Escaped where it was printed: they insert it as it is.
		];

		return $widgets;
	}
}
