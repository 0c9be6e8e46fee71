<?php
declare( strict_types=1 );

namespace Amicable\Licensing\LicenseServer;

use Amicable\Licensing\PublicAddress;
use Closure;
use CurlHandle;

/**
 * One request to a named host, by https and nothing else. Every address of the name has to be public, the connection is held to the address that was
 * checked, and no redirect is followed.
 */
final class Wire {

	private const SECONDS = 8;

	/**
	 * @param Closure(string): list<string> $resolve   Addresses of a host.
	 * @param string                        $hosts     Constant in wp-config.php, "licenses.shop.com, keys.shop.com", that holds the site to these, whatever an administrator types.
	 * @param int                           $bytes     Of an answer, at most.
	 * @param (Closure(string): bool)|null  $is_public Whether an address may be asked. Only a test, whose server is on its own machine, says anything here.
	 * @param int                           $port      Likewise.
	 */
	public function __construct(
		private readonly Closure $resolve,
		private readonly string $hosts = 'AMICABLE_LICENSE_HOSTS',
		private readonly int $bytes = 65536,
		private readonly ?Closure $is_public = null,
		private readonly int $port = 443,
	) {
	}

	/** @return string|null Why this host is not asked, translated. */
	public function objection( string $host ): ?string {
		return $this->judge( $host, $this->known( $host ) );
	}

	/**
	 * @param string                $path    Begins with a slash.
	 * @param array<string, string> $headers
	 */
	public function send( string $method, string $host, string $path, array $headers, string $body = '' ): Answer {
		$addresses = $this->known( $host ); // Asked once: what is judged is what is connected to.
		$objection = $this->judge( $host, $addresses );
		if ( $objection !== null ) {
			return new Answer( 0, unsent: $objection );
		}
		$pin = function ( CurlHandle $handle ) use ( $host, $addresses ): void {
			curl_setopt( $handle, CURLOPT_RESOLVE, [ "$host:$this->port:$addresses[0]" ] ); // phpcs:ignore WordPress.WP.AlternativeFunctions.curl_curl_setopt -- WordPress has no way to say to which of its addresses a name leads.
		};
		add_action( 'http_api_curl', $pin, PHP_INT_MAX );
		$port = $this->port === 443 ? '' : ":$this->port";
		try {
			// Not the "safe" one: it looks the name up by itself, once more and elsewhere, and asks less of the address than was asked here.
			return self::answer( wp_remote_request( "https://$host$port$path", $this->args( $method, $headers, $body ) ) );
		} finally {
			remove_action( 'http_api_curl', $pin, PHP_INT_MAX );
		}
	}

	/**
	 * IPv4, as the system knows it. The filter is for sites whose own network gives the server another address than the world does; what it answers
	 * is judged all the same.
	 *
	 * @return list<string>
	 */
	public static function addresses( string $host ): array {
		$found = gethostbynamel( $host );
		$found = apply_filters( 'amicable_license_server_addresses', $found === false ? [] : $found, $host );

		return array_values( array_filter( is_array( $found ) ? $found : [], 'is_string' ) );
	}

	/** @return list<string> */
	private function known( string $host ): array {
		return PublicAddress::is_host( $host ) ? ( $this->resolve )( $host ) : [];
	}

	/** @param list<string> $addresses */
	private function judge( string $host, array $addresses ): ?string {
		$only    = defined( $this->hosts ) ? constant( $this->hosts ) : null;
		$allowed = is_string( $only ) ? array_map( trim( ... ), explode( ',', strtolower( $only ) ) ) : null;
		$inside  = array_filter( $addresses, fn ( string $address ): bool => ! ( $this->is_public ?? PublicAddress::is_public( ... ) )( $address ) );

		return match ( true ) {
			! PublicAddress::is_host( $host )                        => __( 'This is not the name of a public server, such as licenses.yourshop.com.', 'amicable' ),
			/* translators: %s: name of a constant. */
			$allowed !== null && ! in_array( $host, $allowed, true ) => sprintf( __( 'This server is not among those that %s in wp-config.php allows.', 'amicable' ), $this->hosts ),
			$addresses === []                                        => __( 'No address is known for this server.', 'amicable' ),
			$inside !== []                                           => __( 'This name leads into a private network, which is never asked.', 'amicable' ),
			! function_exists( 'curl_init' )                         => __( 'PHP on this site lacks cURL, without which a connection cannot be held to an address.', 'amicable' ),
			default                                                  => null,
		};
	}

	/**
	 * @param array<string, string> $headers
	 * @return array<string, mixed>
	 */
	private function args( string $method, array $headers, string $body ): array {
		return [
			'method'              => $method,
			'headers'             => $headers + [ 'Accept' => 'application/json' ] + ( $body === '' ? [] : [ 'Content-Type' => 'application/json' ] ),
			'body'                => $body === '' ? null : $body,
			'timeout'             => self::SECONDS,
			'redirection'         => 0,
			'sslverify'           => true,
			'cookies'             => [],
			'limit_response_size' => $this->bytes,
		];
	}

	private static function answer( mixed $response ): Answer {
		if ( ! is_array( $response ) ) {
			return new Answer( 0 );
		}

		return new Answer( (int) wp_remote_retrieve_response_code( $response ), json_decode( wp_remote_retrieve_body( $response ), true ) );
	}
}
