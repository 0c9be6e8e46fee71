<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use RuntimeException;

/** A real web server with a certificate for one name, in a process of its own, on a socket of this machine. */
final class TlsServer {

	public readonly int $port;

	/** Who vouches for it. */
	public readonly string $authority;

	private readonly string $folder;

	/** @var resource */
	private $process;

	/** @param class-string $site Answers requests; see `tls-server.php`. */
	public function __construct( string $site, private readonly string $name ) {
		$this->folder    = (string) realpath( sys_get_temp_dir() ) . '/amicable-tls-' . bin2hex( random_bytes( 6 ) );
		$this->authority = "$this->folder/certificate.pem";
		mkdir( $this->folder, 0700 );
		$this->certify();
		$process = proc_open( [ PHP_BINARY, __DIR__ . '/tls-server.php', $site, "$this->folder/both.pem", "$this->folder/port" ], [ [ 'file', '/dev/null', 'r' ], [ 'file', "$this->folder/out", 'w' ], [ 'file', "$this->folder/out", 'a' ] ], $pipes );
		if ( $process === false ) {
			throw new RuntimeException( 'The server did not start.' );
		}
		$this->process = $process;
		$this->port    = $this->wait();
	}

	/** WordPress trusts it, as an owner with an authority of their own would have it. Requests may leave: to the site itself, which is all that a test site may ask. */
	public function trust(): void {
		$asked = '';
		remove_all_filters( 'pre_http_request' );
		add_filter(
			'http_request_args',
			function ( array $args, string $url ) use ( &$asked ): array {
				$asked = (string) wp_parse_url( $url, PHP_URL_HOST );

				return [ 'sslcertificates' => $this->authority ] + $args;
			},
			10,
			2
		);
		add_filter(
			'option_siteurl',
			static function ( string $site ) use ( &$asked ): string {
				return $asked === '' ? $site : "https://$asked";
			}
		);
	}

	/** @param array<string, mixed> $state */
	public function put( array $state ): void {
		$this->state( 'PUT', (string) json_encode( $state ) );
	}

	/** @return array<string, mixed> */
	public function kept(): array {
		return $this->state( 'GET', '' );
	}

	public function stop(): void {
		proc_terminate( $this->process );
		proc_close( $this->process );
		array_map( unlink( ... ), (array) glob( "$this->folder/*" ) );
		rmdir( $this->folder );
	}

	private function certify(): void {
		file_put_contents( "$this->folder/openssl.cnf", "[req]\ndistinguished_name=dn\n[dn]\n[v3]\nsubjectAltName=DNS:$this->name\nbasicConstraints=CA:TRUE\n" );
		$options = [ 'config' => "$this->folder/openssl.cnf", 'x509_extensions' => 'v3', 'digest_alg' => 'sha256', 'private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1', 'private_key_bits' => 2048 ];
		$key     = openssl_pkey_new( $options );
		$request = $key === false ? false : openssl_csr_new( [ 'commonName' => $this->name ], $key, $options );
		$signed  = $request === false || $request === true ? false : openssl_csr_sign( $request, null, $key, 2, $options );
		if ( $signed === false || ! openssl_x509_export( $signed, $certificate ) || ! openssl_pkey_export( $key, $private, null, $options ) ) {
			throw new RuntimeException( 'No certificate could be made: ' . openssl_error_string() );
		}
		file_put_contents( $this->authority, $certificate );
		file_put_contents( "$this->folder/both.pem", $certificate . $private );
	}

	private function wait(): int {
		for ( $turn = 0; $turn < 200; $turn++ ) {
			$port = (int) @file_get_contents( "$this->folder/port" );
			if ( $port > 0 ) {
				return $port;
			}
			usleep( 50_000 );
		}
		throw new RuntimeException( 'The server did not start: ' . file_get_contents( "$this->folder/out" ) );
	}

	/** @return array<string, mixed> */
	private function state( string $method, string $body ): array {
		$context = stream_context_create( [ 'http' => [ 'method' => $method, 'content' => $body, 'header' => 'Content-Type: application/json', 'timeout' => 10 ], 'ssl' => [ 'cafile' => $this->authority, 'peer_name' => $this->name ] ] );

		return (array) json_decode( (string) file_get_contents( "https://127.0.0.1:$this->port/-/state", false, $context ), true );
	}
}
