<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use CurlHandle;
use RuntimeException;

/** The site under test, served by PHP's own web server with real worker processes: the only way to have requests at the same moment. */
final class WebServer {

	private const LIMIT_SECONDS = 120;

	/** @var resource */
	private $process;

	private readonly string $plugin;

	private readonly int $port;

	public function __construct( int $workers, int $latency_ms ) {
		$this->plugin = WPMU_PLUGIN_DIR . '/amicable-tests.php';
		$this->port   = self::free_port();
		wp_mkdir_p( WPMU_PLUGIN_DIR );
		file_put_contents( $this->plugin, '<?php require ' . var_export( __DIR__ . '/gateways.php', true ) . ';' );
		// A session of its own, so that the workers end with it.
		$command = [ 'setsid', PHP_BINARY, '-d', 'memory_limit=256M', '-d', 'display_errors=stderr', '-S', "127.0.0.1:$this->port", '-t', ABSPATH ];
		$env     = [ ...getenv(), 'PHP_CLI_SERVER_WORKERS' => (string) $workers, 'AMICABLE_TEST_LATENCY' => (string) $latency_ms ];
		$process = proc_open( $command, [ [ 'file', '/dev/null', 'r' ], [ 'file', '/dev/null', 'w' ], [ 'file', '/dev/null', 'w' ] ], $pipes, ABSPATH, $env );
		if ( ! is_resource( $process ) ) {
			throw new RuntimeException( 'The web server did not start.' );
		}
		$this->process = $process;
		$this->wait();
	}

	public function stop(): void {
		posix_kill( -proc_get_status( $this->process )['pid'], SIGTERM );
		proc_close( $this->process );
		unlink( $this->plugin );
	}

	/**
	 * The same request many times at the same moment.
	 *
	 * @param array<string, mixed>  $body
	 * @param array<string, string> $headers
	 * @return list<array{status: int, body: mixed}>
	 */
	public function at_once( int $times, string $route, array $body, string $login, array $headers = [] ): array {
		$multi   = curl_multi_init();
		$handles = [];
		for ( $n = 0; $n < $times; $n++ ) {
			$handles[] = $this->handle( $route, $body, $login, $headers );
			curl_multi_add_handle( $multi, $handles[ $n ] );
		}
		do {
			curl_multi_exec( $multi, $running );
			curl_multi_select( $multi, 0.1 );
		} while ( $running > 0 );

		return array_map(
			static fn ( CurlHandle $handle ): array => [
				'status' => (int) curl_getinfo( $handle, CURLINFO_RESPONSE_CODE ),
				'body'   => json_decode( (string) curl_multi_getcontent( $handle ), true ),
			],
			$handles
		);
	}

	/** A page of wp-admin, as somebody who is logged in gets it. */
	public function page( string $path, int $user_id ): string {
		$cookies = [];
		foreach ( [ AUTH_COOKIE => 'auth', LOGGED_IN_COOKIE => 'logged_in' ] as $name => $scheme ) {
			$cookies[] = "$name=" . rawurlencode( wp_generate_auth_cookie( $user_id, time() + HOUR_IN_SECONDS, $scheme ) );
		}
		$handle = curl_init( "http://127.0.0.1:$this->port/wp-admin/$path" );
		assert( $handle instanceof CurlHandle );
		curl_setopt_array(
			$handle,
			[
				CURLOPT_RETURNTRANSFER => true,
				CURLOPT_COOKIE         => implode( '; ', $cookies ),
				CURLOPT_TIMEOUT        => self::LIMIT_SECONDS,
			]
		);
		$html   = (string) curl_exec( $handle );
		$status = (int) curl_getinfo( $handle, CURLINFO_RESPONSE_CODE );
		if ( $status !== 200 ) {
			throw new RuntimeException( trim( "wp-admin/$path answered $status " . curl_getinfo( $handle, CURLINFO_REDIRECT_URL ) ) );
		}

		return $html;
	}

	/**
	 * @param array<string, mixed>  $body
	 * @param array<string, string> $headers
	 */
	private function handle( string $route, array $body, string $login, array $headers ): CurlHandle {
		$handle = curl_init( "http://127.0.0.1:$this->port/index.php?rest_route=" . rawurlencode( $route ) );
		assert( $handle instanceof CurlHandle );
		$lines = array_map( static fn ( string $name, string $value ): string => "$name: $value", array_keys( $headers ), $headers );
		curl_setopt_array(
			$handle,
			[
				CURLOPT_RETURNTRANSFER => true,
				CURLOPT_POST           => true,
				CURLOPT_POSTFIELDS     => (string) wp_json_encode( $body === [] ? new \stdClass() : $body ),
				CURLOPT_HTTPHEADER     => [ 'Content-Type: application/json', ...$lines ],
				CURLOPT_USERPWD        => $login,
				CURLOPT_TIMEOUT        => self::LIMIT_SECONDS,
			]
		);

		return $handle;
	}

	private function wait(): void {
		for ( $try = 0; $try < 200; $try++ ) {
			$socket = @fsockopen( '127.0.0.1', $this->port );
			if ( is_resource( $socket ) ) {
				fclose( $socket );
				return;
			}
			usleep( 50_000 );
		}
		throw new RuntimeException( 'The web server does not answer.' );
	}

	private static function free_port(): int {
		$socket = stream_socket_server( 'tcp://127.0.0.1:0' );
		assert( is_resource( $socket ) );
		$name = (string) stream_socket_get_name( $socket, false );
		fclose( $socket );

		return (int) substr( $name, (int) strrpos( $name, ':' ) + 1 );
	}
}
