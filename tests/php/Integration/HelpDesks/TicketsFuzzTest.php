<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\HelpDesks;

use Amicable\Tests\Support\Desk;
use Amicable\Tests\Support\IntegrationTestCase;
use WP_REST_Request;

/** A thousand bodies that nobody thought of: each gets an answer of ours, none a broken server. */
final class TicketsFuzzTest extends IntegrationTestCase {

	private const BODIES = 1000;

	private const SEED = 20261122;

	public function test_no_body_breaks_the_server(): void {
		$this->as_role( 'administrator' );
		mt_srand( self::SEED );
		$statuses = [];
		$results  = [];
		$slow     = 0;
		for ( $i = 0; $i < self::BODIES; $i++ ) {
			$body    = $this->body( $i );
			$request = new WP_REST_Request( 'POST', '/amicable/v1/tickets' );
			$request->set_headers( [ 'Content-Type' => 'application/json', 'Idempotency-Key' => "fuzz-key-$i" ] );
			$request->set_body( $body );
			$begun    = microtime( true );
			$response = rest_ensure_response( rest_get_server()->dispatch( $request ) );
			$slow    += microtime( true ) - $begun > 1.0 ? 1 : 0;
			$status   = $response->get_status();
			self::assertContains( $status, [ 200, 400, 413 ], 'Body ' . $i . ' (' . substr( $body, 0, 2000 ) . ') was answered with ' . $status . ': ' . wp_json_encode( $response->get_data() ) );
			$statuses[ $status ] = ( $statuses[ $status ] ?? 0 ) + 1;
			foreach ( $response->get_data()['results'] ?? [] as $result ) {
				$results[ $result['result'] ] = ( $results[ $result['result'] ] ?? 0 ) + 1;
				self::assertNotContains( 'amicable_not_stored', array_column( $result['errors'], 'code' ), 'Body ' . $i . ' was well judged and could not be stored: ' . substr( $body, 0, 2000 ) );
			}
		}

		self::assertLessThanOrEqual( self::BODIES / 100, $slow );
		self::assertGreaterThan( self::BODIES / 4, $statuses[200] ?? 0, 'Most bodies must get past the envelope, or this tests nothing.' );
		self::assertGreaterThan( self::BODIES / 20, $statuses[400] ?? 0 );
		self::assertGreaterThan( self::BODIES / 10, $results['created'] ?? 0 );
		self::assertGreaterThan( self::BODIES / 4, $results['rejected'] ?? 0 );
		self::assertSame( ( $results['created'] ?? 0 ), count( Desk::rows( 'tickets', 'id' ) ), 'What was not taken in left no trace.' );
	}

	private function body( int $i ): string {
		$desk    = new Desk();
		$tickets = [];
		for ( $n = mt_rand( 1, 3 ); $n > 0; $n-- ) {
			$tickets[] = $this->ticket( $desk, "F-$i-$n" );
		}
		$body = [ 'source' => mt_rand( 0, 9 ) === 0 ? $this->whatever() : 'fuzz', 'tickets' => mt_rand( 0, 19 ) === 0 ? $this->whatever() : $tickets ];
		$json = (string) json_encode( mt_rand( 0, 49 ) === 0 ? $this->whatever() : $body, JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE );
		$json = mt_rand( 0, 9 ) === 0 ? strtr( $json, [ '"email"' => '"email":"a@example.com","email"', '86400' => '1e400' ] ) : $json;

		return mt_rand( 0, 5 ) === 0 ? $this->torn( $json ) : $json;
	}

	/** @return array<string, mixed> */
	private function ticket( Desk $desk, string $id ): array {
		$ticket = $desk->ticket( $id, mt_rand( 0, 120 ) * 86400, [
			'status'    => $this->one( [ 'open', 'pending', 'closed', 'spam', 'deleted', 'merged' ] ),
			'channel'   => $this->one( [ 'email', 'chat', 'phone', 'public', 'other' ] ),
			'requester' => [ 'email' => 'f' . mt_rand( 1, 30 ) . '@example.com' ],
			'tags'      => [ 'in-docs', $this->text() ],
			'subject'   => mb_substr( $this->text(), 0, 500 ),
		] );
		for ( $n = mt_rand( 0, 3 ); $n > 0; $n-- ) {
			$ticket = $this->spoiled( $ticket );
		}

		return $ticket;
	}

	/**
	 * One field, somewhere in it, changed, gone, or new.
	 *
	 * @param array<array-key, mixed> $value
	 * @return array<array-key, mixed>
	 */
	private function spoiled( array $value ): array {
		$key = $value === [] ? 'x' : $this->one( array_keys( $value ) );
		if ( is_array( $value[ $key ] ?? null ) && mt_rand( 0, 2 ) > 0 ) {
			$value[ $key ] = $this->spoiled( $value[ $key ] );
		} elseif ( mt_rand( 0, 3 ) === 0 ) {
			unset( $value[ $key ] );
		} elseif ( mt_rand( 0, 6 ) === 0 ) {
			$value[ $this->text() ] = $this->whatever();
		} else {
			$value[ $key ] = $this->whatever();
		}

		return $value;
	}

	private function whatever(): mixed {
		return match ( mt_rand( 0, 15 ) ) {
			0       => null,
			1       => mt_rand( 0, 1 ) === 1,
			2       => $this->one( [ 0, -1, 1, PHP_INT_MAX, PHP_INT_MIN, 2 ** 53, 100_001 ] ),
			3       => $this->one( [ 0.5, -0.0, 1e308, 1.0, 3.999999999999999999 ] ),
			4       => [],
			5       => [ [ [ [] ] ] ],
			6       => (object) [],
			7       => [ 'a' => [ 'b' => $this->text() ] ],
			8       => array_fill( 0, mt_rand( 1, 1200 ), 'x' ),
			9       => str_repeat( $this->text(), mt_rand( 1, 3000 ) ),
			10      => $this->one( [ '2026-02-30T00:00:00Z', '0000-00-00T00:00:00Z', '9999-12-31T23:59:59Z', '2026-01-01', '2026-01-01T00:00:00+09:00', '1969-12-31T23:59:59Z', '2026-06-30T23:59:60Z', gmdate( 'Y-m-d\TH:i:s\Z', time() + 3600 ) ] ),
			11      => $this->one( [ 'a@b.c', '@', 'a@@b.c', '"a b"@example.com', 'ünal@münchen.example', 'İ@EXAMPLE.COM', "a@example.com\n", 'a@' . str_repeat( 'b', 300 ) . '.c' ] ),
			default => $this->text(),
		};
	}

	private function text(): string {
		return $this->one( [
			'',
			' ',
			'0',
			'null',
			'<script>alert(1)</script>',
			"'; DROP TABLE x; --",
			'%s %d %1$s %',
			'\\',
			"a\0b",
			"\u{FEFF}bom",
			"\u{202E}rtl",
			"\u{FFFF}",
			"\u{FFFD}",
			'👩‍👩‍👧‍👦',
			"e\u{0301}" . str_repeat( "\u{0316}", 40 ),
			'ㅎㅏㄴ 한글 ' . "\u{1112}\u{1161}\u{11AB}",
			'İıŞğ',
			'> quoted',
			"On Mon wrote:\n> x\n-- \nme",
			'https://docs.example.com/' . str_repeat( 'a', 600 ),
			str_repeat( '(', 300 ),
			"=HYPERLINK(\"x\")",
		] );
	}

	/** The same with bytes changed, cut, doubled or put in. */
	private function torn( string $json ): string {
		for ( $n = mt_rand( 1, 4 ); $n > 0; $n-- ) {
			$at   = mt_rand( 0, max( 0, strlen( $json ) - 1 ) );
			$json = match ( mt_rand( 0, 5 ) ) {
				0       => substr( $json, 0, $at ),
				1       => substr_replace( $json, chr( mt_rand( 0, 255 ) ), $at, 1 ),
				2       => substr_replace( $json, '\ud83d', $at, 0 ),
				3       => substr_replace( $json, "\xC3\x28", $at, 0 ),
				4       => substr_replace( $json, substr( $json, $at, 40 ), $at, 0 ),
				default => substr_replace( $json, str_repeat( '[', 50 ), $at, 0 ),
			};
		}

		return $json;
	}

	/**
	 * @template T
	 * @param non-empty-list<T> $choices
	 * @return T
	 */
	private function one( array $choices ): mixed {
		return $choices[ mt_rand( 0, count( $choices ) - 1 ) ];
	}
}
