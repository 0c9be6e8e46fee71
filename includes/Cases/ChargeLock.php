<?php
declare( strict_types=1 );

namespace Amicable\Cases;

use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;
use DateTimeImmutable;

/** That the payment of one order is disputed. About that order, and no other, only the bank is talked to, until a person says otherwise. */
final class ChargeLock {

	/** @param int $version How many words the dispute was made of when it was read. */
	public function __construct(
		public readonly int $dispute_id,
		public readonly int $customer_id,
		public readonly OrderRef $order,
		public readonly string $number,
		public readonly DisputeStatus $status,
		public readonly DateTimeImmutable $since,
		public readonly ?DateTimeImmutable $deadline,
		public readonly bool $lifted,
		public readonly int $version,
	) {
	}

	/** An inquiry locks nothing: it may still be settled by talking. */
	public function holds(): bool {
		return $this->status === DisputeStatus::Open && ! $this->lifted;
	}
}
