<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Clock;
use Amicable\Customers\Identity;
use Amicable\Customers\Keyring;
use Amicable\Projection\Projector;
use Amicable\Storage\Blocks;
use Amicable\Storage\LogChain;
use DateTimeImmutable;

/** Blocks and unblocks new purchases of a customer. */
final class Blocker {

	/** A block ends by itself unless it is renewed. */
	private const LASTS = '+24 months';

	public function __construct(
		private readonly Blocks $blocks,
		private readonly Keyring $keyring,
		private readonly Identity $identity,
		private readonly Projector $projector,
		private readonly LogChain $log,
		private readonly Clock $clock,
	) {
	}

	public function block( int $customer_id, string $reason, int $user_id, ?int $run_id = null, ?DateTimeImmutable $until = null ): void {
		$until ??= $this->clock->now()->modify( self::LASTS );
		$this->blocks->block( $customer_id, $this->keys( $customer_id ), $reason, $user_id, $run_id, $until );
		$this->log->append( 'customer_blocked', 'customer', $customer_id, $customer_id, $user_id, [ 'reason' => $reason, 'run' => $run_id ] );
		$this->projector->project( $customer_id );
	}

	public function unblock( int $customer_id, string $reason, int $user_id ): void {
		$this->blocks->unblock( $customer_id );
		$this->log->append( 'customer_unblocked', 'customer', $customer_id, $customer_id, $user_id, [ 'reason' => $reason ] );
		$this->projector->project( $customer_id );
	}

	public function is_blocked( int $customer_id ): bool {
		return $this->blocks->is_blocked( $customer_id );
	}

	/** Whether the guard knows every name of the customer. */
	public function is_complete( int $customer_id ): bool {
		$keys = $this->keys( $customer_id );

		return $keys !== [] && count( $this->blocks->hits( $keys ) ) === count( $keys );
	}

	/** @return list<array{string, string}> Kind and hash of each name. */
	private function keys( int $customer_id ): array {
		$keys  = $this->keyring->of( $customer_id );
		$users = array_map( fn ( int $id ): array => [ 'user', $this->identity->hash( 'user', (string) $id ) ], $keys->user_ids );
		$mails = array_map( fn ( string $email ): array => [ 'email', $this->identity->hash( 'email', $email ) ], $keys->emails );

		return [ ...$users, ...$mails ];
	}
}
