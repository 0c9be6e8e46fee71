<?php
declare( strict_types=1 );

namespace Amicable\Stores\Sample;

/** What a toy gateway says when it is asked to pay back. */
final class ToyAnswer {

	private function __construct(
		public readonly bool $paid,
		public readonly ?int $payout_id,
		public readonly int $messages = 0,
	) {
	}

	/** @param int $messages How often the gateway sends its message about it afterwards. */
	public static function paid( int $payout_id, int $messages = 0 ): self {
		return new self( true, $payout_id, $messages );
	}

	public static function declined(): self {
		return new self( false, null );
	}
}
