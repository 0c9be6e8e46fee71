<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

/** Zendesk, Freshdesk and Help Scout as far as we ask them, by what their makers document. It lives in the process of a `TlsServer`. */
final class FakeDesks {

	private const TICKETS = [
		'/api/v2/search.json' => [ 'results' => [ [ 'id' => 4711, 'subject' => 'The slider', 'created_at' => '2026-03-02T08:00:00Z' ] ] ],
		'/api/v2/tickets'     => [
			[ 'id' => 9, 'subject' => 'Done', 'status' => 5, 'created_at' => '2026-03-09T08:00:00Z' ],
			[ 'id' => 7, 'subject' => 'Older', 'status' => 2, 'created_at' => '2026-03-01T08:00:00Z' ],
			[ 'id' => 8, 'subject' => 'The slider', 'status' => 3, 'created_at' => '2026-03-02T08:00:00Z' ],
		],
		'/v2/conversations'   => [
			'_embedded' => [
				'conversations' => [
					[ 'id' => 55, 'number' => 3, 'status' => 'closed', 'subject' => 'Done', 'createdAt' => '2026-03-09T08:00:00Z', 'primaryCustomer' => [ 'id' => 12 ] ],
					[ 'id' => 54, 'number' => 2, 'status' => 'pending', 'subject' => 'The slider', 'createdAt' => '2026-03-02T08:00:00Z', 'primaryCustomer' => [ 'id' => 12 ] ],
				],
			],
		],
	];

	/** @var array<string, mixed> */
	public array $state = [ 'reached' => [], 'mood' => 'kind', 'tags' => [] ];

	/**
	 * @param array<string, string> $headers In lower case.
	 * @return array{int, mixed}|null Null: hangs up.
	 */
	public function answer( string $method, string $target, array $headers, string $body ): ?array {
		$this->state['reached'][] = [ 'line' => "$method $target", 'key' => $headers['authorization'] ?? '', 'body' => $body ];
		if ( $target === '/v2/oauth2/token' ) {
			return str_contains( $body, 'client_secret=very-secret' ) ? [ 200, [ 'access_token' => 'of-two-days' ] ] : [ 401, [] ];
		}
		if ( preg_match( '#^/(?:v2/conversations|api/v2/tickets)/(\d+)(?:/tags(?:\.json)?)?$#', $target, $found ) === 1 ) {
			return $this->tags( $method, $target, $found[1], $body );
		}
		if ( $method === 'GET' ) {
			return [ 200, self::TICKETS[ explode( '?', $target )[0] ] ?? [] ];
		}

		return $this->wrong() ?? ( $this->state['mood'] === 'hangs up' ? null : [ 201, [] ] );
	}

	/** @return array{int, mixed}|null */
	private function wrong(): ?array {
		return match ( $this->state['mood'] ) {
			'refuses' => [ 403, [] ],
			'breaks'  => [ 500, [] ],
			default   => null,
		};
	}

	/**
	 * Zendesk adds what is put and takes what is deleted; the others take the whole list. Help Scout lists its tags as rows.
	 *
	 * @return array{int, mixed}|null
	 */
	private function tags( string $method, string $target, string $ticket, string $body ): ?array {
		if ( $ticket === '404' ) {
			return [ 404, [] ];
		}
		$before = $this->state['tags'][ $ticket ] ?? [ 'theirs' ];
		if ( $method === 'GET' ) {
			return [ 200, [ 'tags' => str_starts_with( $target, '/v2' ) ? array_map( static fn ( string $tag ): array => [ 'id' => 1, 'color' => '#fff', 'tag' => $tag ], $before ) : $before ] ];
		}
		if ( $this->state['mood'] !== 'kind' ) {
			return $this->wrong();
		}
		$said = (array) ( json_decode( $body, true )['tags'] ?? [] );

		$this->state['tags'][ $ticket ] = match ( true ) {
			! str_ends_with( $target, '/tags.json' ) => $said,
			$method === 'DELETE'                     => array_values( array_diff( $before, $said ) ),
			default                                  => array_values( array_unique( [ ...$before, ...$said ] ) ),
		};

		return [ str_starts_with( $target, '/v2' ) ? 204 : 200, str_starts_with( $target, '/v2' ) ? null : [] ];
	}
}
