<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Freemius;

use Amicable\Clock;
use Amicable\Licensing\LicenseServer\Answer;
use Amicable\Licensing\LicenseServer\Seal;
use Amicable\Licensing\LicenseServer\Wire;

/** Freemius' API, version 1, with the token of one product. Every question is about that product. */
final class FreemiusApi {

	public const HOST = 'api.freemius.com';

	/** It gives at most so many at once. */
	private const PAGE = 50;

	/** Nobody has more than a thousand of anything here; what says so is not believed. */
	private const PAGES = 20;

	/** After a silence nobody waits for it again so soon. */
	private const PAUSE = 60;

	private int $silent_until = 0;

	public function __construct(
		private readonly Wire $wire,
		private readonly Seal $seal,
		private readonly Clock $clock,
	) {
	}

	/**
	 * @param array<string, string|int> $query
	 * @param bool                      $patient Also right after a silence.
	 */
	public function ask( Product $product, string $path, array $query = [], bool $patient = true ): Answer {
		$now = $this->clock->now()->getTimestamp();
		if ( ! $patient && $now < $this->silent_until ) {
			return new Answer( 0 );
		}
		$answer = $this->send( 'GET', $product, $path, $query );
		if ( $answer->status === 0 && $answer->unsent === null ) {
			$this->silent_until = $now + self::PAUSE;
		}

		return $answer;
	}

	public function delete( Product $product, string $path ): Answer {
		return $this->send( 'DELETE', $product, $path, [] );
	}

	/**
	 * Everything of a list, page by page.
	 *
	 * @param array<string, string> $query
	 * @return list<array<array-key, mixed>>
	 * @throws Unreadable
	 */
	public function all( Product $product, string $path, string $name, array $query ): array {
		$found = [];
		for ( $page = 0; $page < self::PAGES; $page++ ) {
			$answer = $this->ask( $product, $path, $query + [ 'count' => self::PAGE, 'offset' => $page * self::PAGE ], patient: false );
			$rows   = is_array( $answer->json ) && is_array( $answer->json[ $name ] ?? null ) ? array_values( array_filter( $answer->json[ $name ], 'is_array' ) ) : null;
			if ( ! $answer->is_yes() || $rows === null ) {
				throw new Unreadable( self::why( $answer ) );
			}
			$found = [ ...$found, ...$rows ];
			if ( count( $rows ) < self::PAGE ) {
				return $found;
			}
		}

		throw new Unreadable( __( 'The answer never came to an end.', 'amicable' ) );
	}

	/** Why an answer is of no use, translated. */
	public static function why( Answer $answer ): string {
		return match ( true ) {
			$answer->unsent !== null         => $answer->unsent,
			$answer->status === 0            => __( 'The server did not answer.', 'amicable' ),
			$answer->status === 401          => __( 'Freemius does not accept the token.', 'amicable' ),
			! $answer->is_yes()              => sprintf(
				/* translators: %d: status of an answer of a web server, 500. */
				__( 'The server answered with status %d.', 'amicable' ),
				$answer->status
			),
			default                          => __( 'The answer is not what Freemius documents.', 'amicable' ),
		};
	}

	/** @param array<string, string|int> $query */
	private function send( string $method, Product $product, string $path, array $query ): Answer {
		$token = $this->seal->open( $product->token );
		if ( $token === null ) {
			return new Answer( 0, unsent: __( 'The secret keys of this site changed. Type the tokens of Freemius again in the settings.', 'amicable' ) );
		}
		$more = $query === [] ? '' : '?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 );

		return $this->wire->send( $method, self::HOST, "/v1/products/$product->id/$path$more", [ 'Authorization' => "Bearer $token" ] );
	}
}
