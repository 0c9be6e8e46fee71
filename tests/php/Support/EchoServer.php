<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

/** Remembers what reached it, and answers as its path says; a PUT ends the one license that it has. It lives in the process of a `TlsServer`. */
final class EchoServer {

	/** @var array<string, mixed> */
	public array $state = [
		'reached' => [],
		'status'  => 'active',
	];

	/**
	 * @param array<string, string> $headers In lower case.
	 * @return array{int, mixed, 2?: array<string, string>}|null Null: hangs up.
	 */
	public function answer( string $method, string $target, array $headers, string $body ): ?array {
		$this->state['reached'][] = [ 'line' => "$method $target", 'host' => $headers['host'] ?? '', 'key' => $headers['x-key'] ?? '', 'body' => $body ];

		if ( $method === 'PUT' ) {
			$this->state['status'] = json_decode( $body, true )['status'] ?? '';
		}

		return match ( $target ) {
			'/hang-up' => null,
			'/away'    => [ 302, [], [ 'Location' => '/elsewhere' ] ],
			'/endless' => [ 200, [ 'status' => str_repeat( 'x', 200_000 ) ] ],
			default    => [ 200, [ 'status' => $this->state['status'] ] ],
		};
	}
}
