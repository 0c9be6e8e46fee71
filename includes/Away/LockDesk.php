<?php
declare( strict_types=1 );

namespace Amicable\Away;

use Amicable\AmicableException;
use Amicable\Cases\Lock;
use Amicable\Storage\Locks;
use Amicable\Storage\LogChain;

/** Lifts a lock, and writes down what was answered in spite of it. */
final class LockDesk {

	public function __construct(
		private readonly Locks $locks,
		private readonly LogChain $log,
	) {
	}

	/** @throws AmicableException 409 when there is none, or the case changed meanwhile. */
	public function lift( int $customer_id, int $version, string $reason, int $user_id ): void {
		$lock = $this->found( $customer_id );
		if ( ! $this->locks->lift( $lock, $version, $user_id ) ) {
			throw new AmicableException( 'amicable_stale', __( 'Somebody changed this case meanwhile. Nothing was saved; look at it again.', 'amicable' ), 409 );
		}
		$this->log->append( 'lock_lifted', 'case', $lock->case_id, $customer_id, $user_id, [ 'reason' => $reason ] );
	}

	/** @throws AmicableException 409 when there is no lock to pass. */
	public function answered( int $customer_id, Passage $passage, int $user_id ): void {
		$lock = $this->found( $customer_id );
		$this->log->append( 'lock_answered', 'case', $lock->case_id, $customer_id, $user_id, [ 'kind' => $passage->value ] );
	}

	/** @throws AmicableException 409 */
	private function found( int $customer_id ): Lock {
		return $this->locks->of( $customer_id ) ?? throw new AmicableException( 'amicable_no_lock', __( 'This customer may be answered like anybody else.', 'amicable' ), 409 );
	}
}
