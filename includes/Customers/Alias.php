<?php
declare( strict_types=1 );

namespace Amicable\Customers;

/** The mailbox behind an address, where the provider is known to ignore parts of it. Unknown domains are never guessed at. */
final class Alias {

	private const IGNORES_DOTS = [ 'gmail.com', 'googlemail.com' ];

	private const IGNORES_TAGS = [ 'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'fastmail.com', 'proton.me', 'protonmail.com', 'icloud.com' ];

	/** @param string $email Normalized. */
	public static function of( string $email ): ?string {
		[ $local, $domain ] = explode( '@', $email, 2 );
		if ( ! in_array( $domain, self::IGNORES_TAGS, true ) ) {
			return null;
		}
		$local = explode( '+', $local, 2 )[0];
		if ( in_array( $domain, self::IGNORES_DOTS, true ) ) {
			$local  = str_replace( '.', '', $local );
			$domain = 'gmail.com';
		}

		return $local === '' ? null : "$local@$domain";
	}
}
