<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use WP_Error;

/** The outside world: closed, except for answers a test has laid out. */
final class Web {

	/** @var list<array{url: string, args: array<string, mixed>}> */
	public array $requests = [];

	/** @var array<string, callable( string, array<string, mixed> ): (array<string, mixed>|WP_Error)> */
	private array $answers = [];

	public function close(): void {
		add_filter( 'pre_http_request', $this->answer( ... ), PHP_INT_MAX, 3 );
	}

	/**
	 * @param string                                                                                $prefix Beginning of the address.
	 * @param callable( string, array<string, mixed> ): (array<string, mixed>|WP_Error) $answer
	 */
	public function on( string $prefix, callable $answer ): void {
		$this->answers[ $prefix ] = $answer;
	}

	/** @return array{headers: array<string, string>, body: string, response: array{code: int, message: string}, cookies: array<never>, filename: null} */
	public static function json( mixed $body, int $status = 200 ): array {
		return [
			'headers'  => [ 'content-type' => 'application/json' ],
			'body'     => (string) wp_json_encode( $body ),
			'response' => [
				'code'    => $status,
				'message' => get_status_header_desc( $status ),
			],
			'cookies'  => [],
			'filename' => null,
		];
	}

	/**
	 * @param array<string, mixed> $args
	 * @return array<string, mixed>|WP_Error
	 */
	private function answer( mixed $short, array $args, string $url ): array|WP_Error {
		$this->requests[] = [
			'url'  => $url,
			'args' => $args,
		];

		foreach ( $this->answers as $prefix => $answer ) {
			if ( str_starts_with( $url, $prefix ) ) {
				return $answer( $url, $args );
			}
		}

		return is_array( $short ) || $short instanceof WP_Error
			? $short
			: new WP_Error( 'amicable_tests_closed_web', "A test asked {$url}, and nobody laid out an answer." );
	}
}
