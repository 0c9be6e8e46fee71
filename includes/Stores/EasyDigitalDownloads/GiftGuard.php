<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Hookable;
use Closure;

/** A gift code of ours is for one buyer: EDD asks whether a discount holds, and for anybody else it does not. */
final class GiftGuard implements Hookable {

	/** @param Closure(string): string $hash Of an address as somebody typed it. */
	public function __construct( private readonly Closure $hash ) {
	}

	public function register(): void {
		add_filter( 'edd_is_discount_valid', $this->is_theirs( ... ), 10, 5 );
	}

	private function is_theirs( mixed $valid, mixed $id, mixed $code = '', mixed $user = '', mixed $set_error = true ): mixed {
		$for = is_numeric( $id ) ? edd_get_adjustment_meta( (int) $id, EddGifts::META, true ) : '';
		if ( $valid !== true || ! is_string( $for ) || $for === '' ) {
			return $valid;
		}
		$email = $this->email( is_scalar( $user ) ? (string) $user : '' );
		// Nobody has said who buys yet: EDD asks again with the address, before it asks for money.
		if ( $email === '' || hash_equals( $for, ( $this->hash )( $email ) ) ) {
			return true;
		}
		if ( $set_error === true ) {
			edd_set_error( 'edd-discount-error', __( 'This discount is for another address.', 'amicable' ) );
		}

		return false;
	}

	/** EDD names a buyer by address, login or number. */
	private function email( string $user ): string {
		if ( $user === '' || is_email( $user ) !== false ) {
			return $user;
		}
		$known = is_numeric( $user ) ? get_userdata( (int) $user ) : get_user_by( 'login', $user );

		return $known === false ? '' : $known->user_email;
	}
}
