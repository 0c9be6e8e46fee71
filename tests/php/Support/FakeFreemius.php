<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

/**
 * Freemius' API as far as its documentation goes: people, licenses, subscriptions and sites of products, each opened by the token of its product. It lives in the
 * process of a `TlsServer`; what it keeps is put there and taken from there as one array.
 */
final class FakeFreemius {

	/** @var array<string, mixed> */
	public array $state = [
		'tokens'        => [],
		'users'         => [],
		'licenses'      => [],
		'subscriptions' => [],
		'installs'      => [],
		'failing'       => [],
		'asked'         => [],
	];

	/**
	 * @param array<string, string> $headers In lower case.
	 * @return array{int, mixed}|null Null: hangs up.
	 */
	public function answer( string $method, string $target, array $headers, string $body ): ?array {
		[ $path, $text ] = explode( '?', $target . '?', 2 );
		parse_str( rtrim( $text, '?' ), $query );
		$this->state['asked'][] = "$method $target";
		if ( preg_match( '#^/v1/products/(\d+)/(.+)\.json$#', $path, $parts ) !== 1 ) {
			return [ 404, self::error( 'not_implemented' ) ];
		}
		if ( ( $headers['authorization'] ?? '' ) !== 'Bearer ' . ( $this->state['tokens'][ $parts[1] ] ?? 'none' ) ) {
			return [ 401, self::error( 'unauthorized_access' ) ];
		}
		$failing = $this->state['failing'][ "$method $parts[2]" ] ?? '';
		if ( str_ends_with( $failing, 'before' ) ) {
			return $failing === 'hangs up before' ? null : [ 500, self::error( 'internal' ) ];
		}
		$answer = $failing === 'lies' ? [ 200, [] ] : $this->obey( $method, (int) $parts[1], explode( '/', $parts[2] ), $query );

		return match ( $failing ) {
			'hangs up after' => null,
			'breaks after'   => [ 500, self::error( 'internal' ) ],
			default          => $answer,
		};
	}

	/**
	 * @param list<string>                 $parts
	 * @param array<array-key, mixed> $query
	 * @return array{int, mixed}
	 */
	private function obey( string $method, int $product, array $parts, array $query ): array {
		return match ( "$method " . preg_replace( '/\d+/', '#', implode( '/', $parts ) ) ) {
			'GET users'                      => self::page( 'users', $this->rows( 'users', $product, fn ( array $row ): bool => str_contains( strtolower( $row['email'] ), strtolower( $query['email'] ?? '' ) ) ), $query ),
			'GET users/#/licenses'           => self::page( 'licenses', $this->rows( 'licenses', $product, fn ( array $row ): bool => (string) $row['user_id'] === $parts[1] ), $query ),
			'GET users/#/installs'           => self::page( 'installs', $this->rows( 'installs', $product, fn ( array $row ): bool => (string) $row['user_id'] === $parts[1] ), $query ),
			'GET licenses'                   => self::page( 'licenses', $this->rows( 'licenses', $product, fn ( array $row ): bool => str_contains( $row['secret_key'], $query['search'] ?? '' ) ), $query ),
			'GET licenses/#'                 => $this->one( 'licenses', $parts[1] ),
			'GET licenses/#/subscription'    => $this->one( 'subscriptions', $parts[1] ),
			'GET installs/#'                 => $this->one( 'installs', $parts[1] ),
			'DELETE licenses/#'              => $this->change( 'licenses', $parts[1], [ 'is_cancelled' => true ] ),
			'DELETE licenses/#/subscription' => $this->change( 'subscriptions', $parts[1], [ 'canceled_at' => '2026-01-01 00:00:00', 'next_payment' => null ] ),
			'DELETE installs/#/licenses/#'   => $this->change( 'installs', $parts[1], [ 'license_id' => null ] ),
			default                          => [ 404, self::error( 'not_implemented' ) ],
		};
	}

	/**
	 * @param callable( array<string, mixed> ): bool $fits
	 * @return list<array<string, mixed>>
	 */
	private function rows( string $name, int $product, callable $fits ): array {
		return array_values( array_filter( $this->state[ $name ], static fn ( array $row ): bool => (int) $row['plugin_id'] === $product && $fits( $row ) ) );
	}

	/** @return array{int, mixed} */
	private function one( string $name, string $id ): array {
		return isset( $this->state[ $name ][ $id ] ) ? [ 200, $this->state[ $name ][ $id ] ] : [ 404, self::error( 'not_found' ) ];
	}

	/**
	 * @param array<string, mixed> $change
	 * @return array{int, mixed}
	 */
	private function change( string $name, string $id, array $change ): array {
		if ( isset( $this->state[ $name ][ $id ] ) ) {
			$this->state[ $name ][ $id ] = [ ...$this->state[ $name ][ $id ], ...$change ];
		}

		return $this->one( $name, $id );
	}

	/**
	 * @param list<array<string, mixed>>   $rows
	 * @param array<array-key, mixed> $query
	 * @return array{int, mixed}
	 */
	private static function page( string $name, array $rows, array $query ): array {
		return [ 200, [ $name => array_slice( $rows, (int) ( $query['offset'] ?? 0 ), min( 50, (int) ( $query['count'] ?? 25 ) ) ) ] ];
	}

	/** @return array<string, mixed> */
	private static function error( string $code ): array {
		return [ 'error' => [ 'code' => $code, 'message' => $code ] ];
	}
}
