<?php
declare( strict_types=1 );

namespace Amicable\Customers;

use Amicable\Capability;
use WP_User;

/** Who answers customers. Their addresses never become customers. */
final class Staff {

	public function is_staff( string $email ): bool {
		if ( strtolower( (string) get_option( 'admin_email' ) ) === $email ) {
			return true;
		}
		$user = get_user_by( 'email', $email );

		return $user instanceof WP_User && $this->works_here( $user );
	}

	public function is_staff_user( int $user_id ): bool {
		$user = get_userdata( $user_id );

		return $user instanceof WP_User && $this->works_here( $user );
	}

	private function works_here( WP_User $user ): bool {
		return user_can( $user, Capability::VIEW ) || user_can( $user, 'manage_options' ) || user_can( $user, 'manage_woocommerce' ) || user_can( $user, 'edit_shop_payments' );
	}
}
