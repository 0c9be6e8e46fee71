<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Stores\OrderRef;
use Amicable\Values\Money;
use DateTimeImmutable;

/** One thing that outlived the refund of the order it hangs on. */
final class LooseEnd {

	/**
	 * @param string                 $ref     What is open, in the words of the source that says so: "license:lmfwc:7".
	 * @param string                 $system  Store, license or subscription system that can say whether it is still open.
	 * @param OrderRef               $order   The order whose money went back.
	 * @param string                 $label   A masked key, a product, a file; empty where the order's number says it all.
	 * @param DateTimeImmutable      $since   When the money went back.
	 * @param Money|null             $amount  What the next renewal would charge, or what nobody paid out, or what was paid out too much.
	 * @param DateTimeImmutable|null $next_at When a subscription charges next.
	 */
	public function __construct(
		public readonly Check $check,
		public readonly LooseEndKind $kind,
		public readonly string $ref,
		public readonly string $system,
		public readonly OrderRef $order,
		public readonly string $number,
		public readonly string $label,
		public readonly DateTimeImmutable $since,
		public readonly ?Money $amount = null,
		public readonly ?DateTimeImmutable $next_at = null,
	) {
	}

	/** The same thing is the same loose end, whatever else changes about it. */
	public function key(): string {
		return self::key_of( $this->check->value, $this->ref );
	}

	public static function key_of( int $check, string $ref ): string {
		return "$check $ref";
	}
}
