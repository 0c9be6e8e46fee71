<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Clock;
use Amicable\Storage\Database;
use Amicable\Storage\IdempotencyKeys;
use Closure;
use Throwable;
use WP_REST_Request;

/** Lets a request with the same Idempotency-Key act once, however often it arrives, and answers the later ones with the object as it is now. */
final class Idempotency {

	public const HEADER = 'Idempotency-Key';

	/** A first request that has not answered after this long never will. */
	private const GIVEN_UP_AFTER = 300;

	public function __construct(
		private readonly IdempotencyKeys $keys,
		private readonly Clock $clock,
	) {
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request With the validated body.
	 * @param Closure(): Reply      $act
	 * @param Closure(int, WP_REST_Request<array<string, mixed>>): Reply $reread
	 * @throws AmicableException
	 */
	public function once( Route $route, WP_REST_Request $request, Closure $act, Closure $reread ): Reply {
		$name = substr( "$route->method $route->path", 0, 64 );
		$key  = hash( 'sha256', self::key( $request ) );
		$body = hash( 'sha256', $request->get_route() . "\n" . $request->get_body() );
		$id   = $this->keys->claim( get_current_user_id(), $name, $key, $body );
		if ( $id !== null ) {
			return $this->first( $id, $act );
		}
		$seen = $this->keys->find( get_current_user_id(), $name, $key ) ?? throw self::still_running();

		return $this->again( $seen, $body, static fn ( int $id ): Reply => $reread( $id, $request ) );
	}

	/**
	 * A refusal made nothing, so the key is free again. After a surprise nobody knows, so the key stays used.
	 *
	 * @param Closure(): Reply $act
	 */
	private function first( int $id, Closure $act ): Reply {
		try {
			$reply = $act();
		} catch ( AmicableException $refusal ) {
			$this->keys->release( $id );
			throw $refusal;
		} catch ( Throwable $surprise ) {
			$this->keys->finish( $id, 500, null );
			throw $surprise;
		}
		$this->keys->finish( $id, $reply->status, $reply->object_id );

		return $reply;
	}

	/**
	 * @param array{body_hash: string, status: int|null, object_id: int|null, created_at: string} $seen
	 * @param Closure(int): Reply $reread
	 */
	private function again( array $seen, string $body, Closure $reread ): Reply {
		if ( ! hash_equals( $seen['body_hash'], $body ) ) {
			throw new AmicableException( 'amicable_key_reused', __( 'This Idempotency-Key was used for something else. Use a new key for a new request.', 'amicable' ), 422, [ self::HEADER => __( 'Used before with other content.', 'amicable' ) ] );
		}
		$age = $this->clock->now()->getTimestamp() - Database::moment( $seen['created_at'] )->getTimestamp();
		if ( $seen['status'] === 500 || ( $seen['status'] === null && $age > self::GIVEN_UP_AFTER ) ) {
			throw new AmicableException( 'amicable_key_unfinished', __( 'The first attempt with this key broke off. Look whether it was done; if not, try again with a new key.', 'amicable' ), 409 );
		}
		if ( $seen['status'] === null ) {
			throw self::still_running();
		}
		$reply = $reread( (int) $seen['object_id'] );

		return new Reply( $reply->body, $seen['status'], $reply->headers, $seen['object_id'] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private static function key( WP_REST_Request $request ): string {
		$key = (string) $request->get_header( self::HEADER );
		if ( preg_match( '/^[\x21-\x7e]{8,255}$/D', $key ) === 1 ) {
			return $key;
		}

		throw new AmicableException(
			'amicable_key_missing',
			__( 'This request needs a header Idempotency-Key, so that sending it twice does it once.', 'amicable' ),
			400,
			[ self::HEADER => __( 'Between 8 and 255 letters, digits or signs, without spaces.', 'amicable' ) ],
		);
	}

	private static function still_running(): AmicableException {
		return new AmicableException( 'amicable_key_running', __( 'The same request is still being worked on.', 'amicable' ), 409, [], [ 'retry_after' => 1 ] );
	}
}
