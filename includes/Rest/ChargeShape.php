<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Cases\ChargeLock;
use Amicable\Storage\ChargeLocks;
use Amicable\Stores\OrderRef;

/** The dispute over the payment of an order, as far as it says who may be talked to about it. */
final class ChargeShape {

	public function __construct( private readonly ChargeLocks $locks ) {
	}

	/** @return array<string, mixed>|null Null: no order, or nobody disputes its payment now. */
	public function of( ?OrderRef $order ): ?array {
		$lock = $order === null ? null : $this->locks->of( $order );

		return $lock === null ? null : self::lock( $lock );
	}

	/** @return array<string, mixed>|null */
	public function find( int $dispute_id ): ?array {
		$lock = $this->locks->find( $dispute_id );

		return $lock === null ? null : self::lock( $lock );
	}

	/** @return array<string, mixed> */
	public static function lock( ChargeLock $lock ): array {
		return [
			'dispute_id'  => $lock->dispute_id,
			'version'     => $lock->version,
			'order'       => $lock->order->to_array(),
			'number'      => $lock->number,
			'status'      => $lock->status->value,
			'holds'       => $lock->holds(),
			'since'       => Shape::time( $lock->since ),
			'deadline_at' => Shape::time( $lock->deadline ),
		];
	}
}
