<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Cases;

use WP_REST_Response;

/** Who acts in a random walk, and how they ask. */
trait Walking {

	private int $second;

	private int $agent;

	private string $at = '';

	/** @var array<string, int> How often what was done, and what came of it. */
	private array $done = [];

	private function by( int $user ): int {
		wp_set_current_user( $user );

		return $user;
	}

	private function anybody(): int {
		return $this->by( [ $this->admin, $this->second, $this->agent ][ mt_rand( 0, 2 ) ] );
	}

	/** One of the two who may approve. */
	private function boss(): int {
		return $this->by( self::chance() ? $this->admin : $this->second );
	}

	private function note( string $what ): void {
		$this->done[ $what ] = ( $this->done[ $what ] ?? 0 ) + 1;
	}

	/** @param array<string, mixed> $body */
	private function ask( string $method, string $path, array $body = [], string $key = '' ): WP_REST_Response {
		return $this->rest( $method, $path, $body, [ 'X-Amicable-Mode' => 'practice' ] + ( $key === '' ? [] : [ 'Idempotency-Key' => $key ] ) );
	}

	/** @return array<string, mixed> */
	private function got( string $path ): array {
		$answer = $this->ask( 'GET', $path );
		self::assertSame( 200, $answer->get_status(), "$this->at: $path" );

		return $this->json( $answer );
	}

	private static function chance( int $in = 2 ): bool {
		return mt_rand( 1, $in ) === 1;
	}

	private static function number( string $name, int $otherwise ): int {
		$said = getenv( $name );

		return is_string( $said ) && ctype_digit( $said ) ? (int) $said : $otherwise;
	}
}
