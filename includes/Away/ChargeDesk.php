<?php
declare( strict_types=1 );

namespace Amicable\Away;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Storage\ChargeLocks;
use Amicable\Storage\LogChain;

/** While a bank looks at a payment, about that order nothing is said or given except through the dispute. */
final class ChargeDesk {

	public function __construct(
		private readonly ChargeLocks $locks,
		private readonly LogChain $log,
	) {
	}

	/**
	 * Whether something may be said or given in a case, by the order it is about. A case about no order, or about another one, is not covered.
	 *
	 * @throws AmicableException 422
	 */
	public function check( CaseRecord $case ): void {
		$lock = $case->order === null ? null : $this->locks->of( $case->order );
		if ( $lock !== null && $lock->holds() ) {
			throw new AmicableException( 'amicable_charge_disputed', __( 'The payment of this order is disputed. About it, only the texts for a dispute are sent and nothing is given; other orders are answered as ever.', 'amicable' ), 422 );
		}
	}

	/** @throws AmicableException 404, or 409 when it is another dispute by now. */
	public function lift( int $dispute_id, int $version, string $reason, int $user_id ): void {
		$lock = $this->locks->find( $dispute_id ) ?? throw new AmicableException( 'amicable_dispute_missing', __( 'There is no such dispute.', 'amicable' ), 404 );
		if ( ! $this->locks->lift( $lock, $version, $user_id ) ) {
			throw new AmicableException( 'amicable_stale', __( 'This dispute has changed meanwhile. Nothing was saved; look at it again.', 'amicable' ), 409 );
		}
		$this->log->append( 'charge_unlocked', 'order', $lock->order->id, $lock->customer_id, $user_id, [ 'order' => $lock->order->key(), 'reason' => $reason ] );
	}
}
