<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Remote;

use Amicable\HelpDesks\DeskRefusal;
use Amicable\HelpDesks\DeskSilence;
use Amicable\Licensing\LicenseServer\Answer;
use Amicable\Licensing\LicenseServer\Wire;

/** Asks one outside help desk. A read that fails is a refusal; a write that nobody answered is a silence. */
final class Line {

	/** Moved into another ticket, deleted, or closed for good. */
	private const GONE = [ 301, 404, 410, 422 ];

	public function __construct(
		private readonly Wire $wire,
		private readonly string $name,
		private readonly string $host,
	) {
	}

	/**
	 * @param array<string, string>               $headers
	 * @param array<string, string|int>           $query
	 * @return array<array-key, mixed>
	 * @throws DeskRefusal
	 */
	public function read( string $path, array $headers, array $query = [] ): array {
		$answer = $this->wire->send( 'GET', $this->host, $path . ( $query === [] ? '' : '?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 ) ), $headers );
		if ( ! $answer->is_yes() || ! is_array( $answer->json ) ) {
			throw new DeskRefusal( $this->why( $answer ) );
		}

		return $answer->json;
	}

	/**
	 * @param array<string, string> $headers
	 * @param array<string, mixed>  $body
	 * @throws DeskRefusal When it was turned down.
	 * @throws DeskSilence When nobody knows.
	 */
	public function write( string $method, string $path, array $headers, array $body ): void {
		$this->judge( $this->wire->send( $method, $this->host, $path, $headers, (string) wp_json_encode( $body ) ), [] );
	}

	/**
	 * @param list<int> $fine Answers that are no yes and no harm either.
	 * @throws DeskRefusal
	 * @throws DeskSilence
	 */
	private function judge( Answer $answer, array $fine ): void {
		if ( $answer->unsent === null && in_array( $answer->status, $fine, true ) ) {
			return;
		}
		if ( $answer->is_no() ) {
			throw new DeskRefusal( $this->why( $answer ) );
		}
		if ( ! $answer->is_yes() ) {
			throw new DeskSilence( "$this->name did not say whether it kept the answer." );
		}
	}

	/**
	 * A read of something that may be gone, or may have become part of another.
	 *
	 * @param array<string, string> $headers
	 * @return array<array-key, mixed>|null Null: it is.
	 * @throws DeskRefusal
	 */
	private function read_if_there( string $path, array $headers ): ?array {
		$answer = $this->wire->send( 'GET', $this->host, $path, $headers );
		if ( in_array( $answer->status, self::GONE, true ) ) {
			return null;
		}
		if ( ! $answer->is_yes() || ! is_array( $answer->json ) ) {
			throw new DeskRefusal( $this->why( $answer ) );
		}

		return $answer->json;
	}

	/**
	 * Of a desk that takes the whole list of tags alone, so it is read first; the others stay.
	 *
	 * @param string                $at   Where the list is put.
	 * @param array<string, string> $headers
	 * @param list<string>          $more
	 * @param list<string>          $less
	 * @throws DeskRefusal
	 * @throws DeskSilence
	 */
	public function retag( string $path, string $at, array $headers, array $more, array $less ): void {
		$kept   = $this->read_if_there( $path, $headers );
		$before = Found::tags( $kept['tags'] ?? null );
		$after  = array_values( array_diff( array_unique( [ ...$before, ...$more ] ), $less ) );
		if ( $kept !== null && $after !== $before ) {
			$this->change( 'PUT', $at, $headers, [ 'tags' => $after ] );
		}
	}

	/**
	 * A write to something that may be gone, or may take no more changes; then it stays as it is.
	 *
	 * @param array<string, string> $headers
	 * @param array<string, mixed>  $body
	 * @throws DeskRefusal When it was turned down.
	 * @throws DeskSilence When nobody knows.
	 */
	public function change( string $method, string $path, array $headers, array $body ): void {
		$this->judge( $this->wire->send( $method, $this->host, $path, $headers, (string) wp_json_encode( $body ) ), self::GONE );
	}

	/**
	 * A form, as signing in wants it.
	 *
	 * @param array<string, string> $form
	 * @return array<array-key, mixed>
	 * @throws DeskRefusal
	 */
	public function sign_in( string $path, array $form ): array {
		$answer = $this->wire->send( 'POST', $this->host, $path, [ 'Content-Type' => 'application/x-www-form-urlencoded' ], http_build_query( $form, '', '&', PHP_QUERY_RFC3986 ) );
		if ( ! $answer->is_yes() || ! is_array( $answer->json ) ) {
			throw new DeskRefusal( $this->why( $answer ) );
		}

		return $answer->json;
	}

	private function why( Answer $answer ): string {
		return match ( true ) {
			$answer->unsent !== null                          => $answer->unsent,
			in_array( $answer->status, [ 400, 401, 403 ], true ) => sprintf(
				/* translators: %s: name of a help desk. */
				__( '%s does not accept how this site signs in, or does not allow this. Look at its settings.', 'amicable' ),
				$this->name
			),
			$answer->status === 429                           => sprintf(
				/* translators: %s: name of a help desk. */
				__( '%s has been asked too often just now. Try again in a minute.', 'amicable' ),
				$this->name
			),
			default                                           => sprintf(
				/* translators: %s: name of a help desk. */
				__( '%s could not be asked just now. Nothing was sent.', 'amicable' ),
				$this->name
			),
		};
	}
}
