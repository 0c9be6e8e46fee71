<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Capability;
use Amicable\Checkout\Guard;
use Amicable\Hookable;
use EDD_Customer;

/**
 * Warns whoever types in an order for somebody who is blocked. EDD's form offers no place for it, but asks for the picture of the customer who was chosen:
 * the warning stands in its place, also where a site shows no pictures. Whoever is typed in as new is seen when the order is saved; then a note on it says so.
 */
final class NewOrderScreen implements Hookable {

	public function __construct( private readonly Guard $guard ) {
	}

	public function register(): void {
		add_action( 'wp_ajax_edd_customer_details', $this->chosen( ... ), 1 );
		add_action( 'edd_post_add_manual_order', $this->saved( ... ), 10, 2 );
	}

	private function chosen(): void {
		$id      = absint( $_POST['customer_id'] ?? 0 ); // phpcs:ignore WordPress.Security.NonceVerification.Missing -- EDD checks its form; here it only decides what stands in place of a picture.
		$warning = current_user_can( Capability::VIEW ) ? $this->warning( $id ) : null;
		if ( $warning !== null ) {
			add_filter( 'pre_get_avatar', static fn (): string => sprintf( '<div class="notice notice-warning inline" role="alert"><p>%s</p></div>', esc_html( $warning ) ), PHP_INT_MAX );
		}
	}

	private function saved( mixed $order_id, mixed $data = [] ): void {
		$warning = is_array( $data ) && is_numeric( $order_id ) ? $this->warning( (int) ( $data['customer_id'] ?? 0 ) ) : null;
		if ( $warning !== null ) {
			edd_add_note( [ 'object_id' => (int) $order_id, 'object_type' => 'order', 'user_id' => get_current_user_id(), 'content' => $warning ] );
		}
	}

	/** Any of the names under which EDD knows them. */
	private function warning( int $customer_id ): ?string {
		$customer = $customer_id > 0 ? edd_get_customer( $customer_id ) : false;
		if ( ! $customer instanceof EDD_Customer ) {
			return null;
		}
		$warning = null;
		foreach ( [ $customer->email, ...$customer->emails ] as $email ) {
			$warning ??= $this->guard->warning( (int) $customer->user_id, (string) $email );
		}

		return $warning;
	}
}
