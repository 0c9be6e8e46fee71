<?php
declare( strict_types=1 );

namespace Amicable\Stores\Providers;

use Closure;

/**
 * Stands at the wire while our own refund call lasts, for the providers whose addresses we know: hands them our key (shops
 * send none, or a new one each time) and remembers what they answered. Nothing else of a request is touched.
 */
final class Wire {

	private const KEY_HEADERS = [
		'~^https://api\.stripe\.com/v1/refunds(\?|$)~'                                         => 'Idempotency-Key',
		'~^https://public-api\.wordpress\.com/wpcom/v2/sites/\d+/wcpay/refunds(\?|$)~'         => 'Idempotency-Key',
		'~^https://api(-m)?(\.sandbox)?\.paypal\.com/v2/payments/captures/[^/]+/refund(\?|$)~' => 'PayPal-Request-Id',
	];

	private const PROVIDERS = '~^https://(api\.stripe\.com|public-api\.wordpress\.com/wpcom/v2/sites/\d+/wcpay|api(-m)?(\.sandbox)?\.paypal\.com/v2)/~';

	/** Answers that say nothing about whether the first try went through. */
	private const NO_ANSWER = [ 408, 409, 425, 429 ];

	private int $posts = 0;

	/** @var list<int> */
	private array $answers = [];

	private bool $key_sent = false;

	public function __construct( private readonly string $key ) {
	}

	/**
	 * @template T
	 * @param Closure(): T $call
	 * @return T
	 */
	public function around( Closure $call ): mixed {
		$send   = fn ( mixed $args, mixed $url ): mixed => is_array( $args ) && $this->is_ours( $args, $url ) ? $this->send( $args, (string) $url ) : $args;
		$short  = fn ( mixed $answer, mixed $args, mixed $url ): mixed => $answer === false ? false : $this->hear( $answer, $args, $url );
		$answer = fn ( mixed $answer, mixed $context, mixed $transport, mixed $args, mixed $url ): mixed => $this->hear( $answer, $args, $url );
		add_filter( 'http_request_args', $send, PHP_INT_MAX, 2 );
		add_filter( 'pre_http_request', $short, PHP_INT_MAX, 3 );
		add_action( 'http_api_debug', $answer, PHP_INT_MAX, 5 );
		try {
			return $call();
		} finally {
			remove_filter( 'http_request_args', $send, PHP_INT_MAX );
			remove_filter( 'pre_http_request', $short, PHP_INT_MAX );
			remove_action( 'http_api_debug', $answer, PHP_INT_MAX );
		}
	}

	/** The provider was asked, and answered every time with a clear no. */
	public function was_refused(): bool {
		$refusals = array_filter( $this->answers, static fn ( int $status ): bool => $status >= 400 && $status < 500 && ! in_array( $status, self::NO_ANSWER, true ) );

		return $this->posts > 0 && count( $refusals ) === $this->posts;
	}

	/** Something was sent to a provider: from then on money may have moved. */
	public function was_asked(): bool {
		return $this->posts > 0;
	}

	public function key_sent(): bool {
		return $this->key_sent;
	}

	/**
	 * @param array<mixed> $args
	 * @return array<mixed>
	 */
	private function send( array $args, string $url ): array {
		++$this->posts;
		foreach ( self::KEY_HEADERS as $pattern => $header ) {
			if ( preg_match( $pattern, $url ) === 1 ) {
				$args['headers'] = [ ...( is_array( $args['headers'] ?? null ) ? $args['headers'] : [] ), $header => $this->key ];
				$this->key_sent  = true;
			}
		}

		return $args;
	}

	private function hear( mixed $answer, mixed $args, mixed $url ): mixed {
		if ( is_array( $args ) && is_array( $answer ) && $this->is_ours( $args, $url ) ) {
			$this->answers[] = (int) wp_remote_retrieve_response_code( $answer );
		}

		return $answer;
	}

	/** @param array<mixed> $args */
	private function is_ours( array $args, mixed $url ): bool {
		$method = $args['method'] ?? 'GET';

		return is_string( $method ) && strtoupper( $method ) === 'POST' && is_string( $url ) && preg_match( self::PROVIDERS, $url ) === 1;
	}
}
