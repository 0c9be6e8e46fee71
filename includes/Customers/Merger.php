<?php
declare( strict_types=1 );

namespace Amicable\Customers;

use Amicable\AmicableException;
use Amicable\Storage\Conflicts;
use Amicable\Storage\Customers;
use Amicable\Storage\Database;
use Amicable\Storage\FactMover;
use Amicable\Storage\IdentityKeys;
use Amicable\Storage\LogChain;
use Amicable\Storage\OpenWork;

/** Says that two customers are one, or that they are not after all. A person decides; every merge can be taken back. */
final class Merger {

	public function __construct(
		private readonly Database $database,
		private readonly Customers $customers,
		private readonly IdentityKeys $keys,
		private readonly Conflicts $conflicts,
		private readonly OpenWork $work,
		private readonly FactMover $mover,
		private readonly MoveFacts $moving,
		private readonly LogChain $log,
	) {
	}

	/**
	 * Merges one customer into another. The old id stays as a tombstone that leads to the new one.
	 *
	 * @param int $version Of the customer who stays, as the person saw them.
	 * @throws AmicableException
	 */
	public function merge( int $into, int $from, int $version, int $user_id ): void {
		$row = $this->standing( $from );
		$this->standing( $into );
		if ( $into === $from ) {
			throw new AmicableException( 'amicable_same_customer', __( 'This is the same customer.', 'amicable' ), 422, [ 'customer_id' => __( 'Choose another customer.', 'amicable' ) ] );
		}
		$this->database->atomically(
			function () use ( $into, $from, $version, $row, $user_id ): void {
				$this->change( $this->customers->touch( $into, $version ) && $this->customers->merge_into( $from, $into, (int) $row['version'] ) );
				$this->refuse_open_runs( $into, $from );
				$aside = $this->work->leave_one_case( $into, $from );
				$this->keys->hand_over( $from, $into );
				$this->mover->hand_over( $from, $into );
				$this->customers->inherit_block( $from, $into );
				$this->customers->inherit_wish( $from, $into );
				$this->customers->start_moving( $from );
				$this->conflicts->settle( $into, $from, 'merged' );
				$this->log->append( 'customer.merged', 'customer', $into, $into, $user_id, [ 'from' => $from, 'case_put_aside' => $aside ] );
			}
		);
		$this->moving->begin( $from, $into );
	}

	/**
	 * Makes a customer again of one who was merged: their keys, and with these their orders and tickets, go back to them.
	 *
	 * @param int $version Of the customer they were merged into, as the person saw them.
	 * @throws AmicableException
	 */
	public function unmerge( int $from, int $back, int $version, int $user_id ): void {
		$this->standing( $from );
		$row = $this->customers->row( $back );
		if ( $row === null || $row['merged_into'] === null || $this->customers->current( $back ) !== $from ) {
			throw new AmicableException( 'amicable_not_merged', __( 'This customer was not merged into the other one.', 'amicable' ), 422, [ 'customer_id' => __( 'Choose a customer who was merged into this one.', 'amicable' ) ] );
		}
		$this->database->atomically(
			function () use ( $from, $back, $version, $row, $user_id ): void {
				$this->change( $this->customers->touch( $from, $version ) && $this->customers->merge_into( $back, null, (int) $row['version'] ) );
				$this->refuse_open_runs( $from, $back );
				$cluster = $this->customers->cluster( $back );
				$this->keys->give_back( $cluster, $back );
				$this->mover->give_back( $cluster, $back );
				$this->customers->start_moving( $from );
				$this->conflicts->note( $from, $back, 'unmerge' );
				$this->conflicts->settle( $from, $back, 'apart' );
				$this->log->append( 'customer.unmerged', 'customer', $from, $from, $user_id, [ 'back' => $back ] );
			}
		);
		$this->moving->begin( $from, $back );
	}

	/** @return array<string, string|null> */
	private function standing( int $id ): array {
		$row = $this->customers->row( $id );
		if ( $row === null || $row['merged_into'] !== null ) {
			throw new AmicableException( 'amicable_customer_missing', __( 'There is no such customer.', 'amicable' ), 404 );
		}

		return $row;
	}

	private function change( bool $changed ): void {
		if ( ! $changed ) {
			throw new AmicableException( 'amicable_stale', __( 'Somebody else changed this customer meanwhile. Reload the page and try again.', 'amicable' ), 409 );
		}
	}

	private function refuse_open_runs( int $one, int $other ): void {
		if ( $this->work->has_open_run( $one, $other ) ) {
			throw new AmicableException( 'amicable_run_open', __( 'A refund or a parting is under way for one of them. Finish or stop it first.', 'amicable' ), 409 );
		}
	}
}
