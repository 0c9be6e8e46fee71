<?php
declare( strict_types=1 );

namespace Amicable\Checkout;

use Amicable\ErrorLog;
use Closure;
use Throwable;
use WP_User;

/** Refuses a purchase by somebody we parted with. A shop that cannot read our table sells; it does not stop selling. */
final class Guard {

	/** @param Closure(): BlockList $list */
	public function __construct( private readonly Closure $list ) {
	}

	/**
	 * @param int    $user_id Who is logged in, or whose order it is; 0 for a guest.
	 * @param string $email   As given at the checkout.
	 * @return string|null What the buyer reads, without a reason; null: welcome.
	 */
	public function refusal( int $user_id, string $email ): ?string {
		return $this->is_blocked( $user_id, $email ) ? __( 'We are not able to take this order. If you think this is a mistake, please contact us.', 'amicable' ) : null;
	}

	/** The same where somebody opens an account in the shop. */
	public function no_account( string $email ): ?string {
		return $this->is_blocked( 0, $email ) ? __( 'We are not able to open this account. If you think this is a mistake, please contact us.', 'amicable' ) : null;
	}

	/** What the shop's own people read, whom nothing holds back. */
	public function warning( int $user_id, string $email ): ?string {
		return $this->is_blocked( $user_id, $email ) ? __( 'This customer cannot buy here any more. Amicable does not hold back an order that you type in; who decided it, until when and why stands on the customer\'s page in Amicable.', 'amicable' ) : null;
	}

	private function is_blocked( int $user_id, string $email ): bool {
		$user = $user_id > 0 ? get_userdata( $user_id ) : false;
		try {
			return ( $this->list )()->is_blocked( [ $user_id ], [ $email, $user instanceof WP_User ? $user->user_email : '' ] );
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not look up whether a buyer is blocked, and let the purchase go on', $thrown ); // A guard that is off has to be heard of.
			return false;
		}
	}
}
