<?php
declare( strict_types=1 );

namespace Amicable\Licensing;

/** Whether an address is one of the open internet. What lies inside a network is never asked, whatever a name is made to point at. */
final class PublicAddress {

	/** Networks that are private, local or set aside. */
	private const CLOSED = [
		'0.0.0.0/8',
		'10.0.0.0/8',
		'100.64.0.0/10',
		'127.0.0.0/8',
		'169.254.0.0/16',
		'172.16.0.0/12',
		'192.0.0.0/24',
		'192.0.2.0/24',
		'192.88.99.0/24',
		'192.168.0.0/16',
		'198.18.0.0/15',
		'198.51.100.0/24',
		'203.0.113.0/24',
		'224.0.0.0/3',
	];

	/** A name with a dot and a last part of letters: neither a number in disguise nor a machine of the own network. */
	public static function is_host( string $host ): bool {
		return strlen( $host ) <= 253
			&& preg_match( '/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/D', $host ) === 1
			&& preg_match( '/\.(?:local|localhost|internal|lan|home|corp|test|invalid|example|onion|arpa)$/D', $host ) !== 1;
	}

	/** IPv4 only: that is what we connect to. */
	public static function is_public( string $address ): bool {
		if ( filter_var( $address, FILTER_VALIDATE_IP, FILTER_FLAG_IPV4 ) === false ) {
			return false;
		}
		foreach ( self::CLOSED as $network ) {
			[ $base, $bits ] = explode( '/', $network );
			if ( ( (int) ip2long( $address ) >> ( 32 - (int) $bits ) ) === ( (int) ip2long( $base ) >> ( 32 - (int) $bits ) ) ) {
				return false;
			}
		}

		return true;
	}
}
