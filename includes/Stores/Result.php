<?php
declare( strict_types=1 );

namespace Amicable\Stores;

/** What came of one attempt, with what proves it. */
final class Result {

	/**
	 * @param string|null $receipt  Id at whoever did it (gateway refund id, store refund id), for the receipt.
	 * @param string|null $message  Translated sentence for the person who runs it.
	 * @param bool        $on_word  True when the only proof is that an unknown gateway said yes.
	 * @param array<string, scalar|null> $evidence Small, without personal data, kept with the step.
	 */
	private function __construct(
		public readonly Outcome $outcome,
		public readonly ?string $receipt,
		public readonly ?string $message,
		public readonly bool $on_word,
		public readonly array $evidence,
	) {
	}

	/** @param array<string, scalar|null> $evidence */
	public static function done( ?string $receipt = null, ?string $message = null, bool $on_word = false, array $evidence = [] ): self {
		return new self( Outcome::Done, $receipt, $message, $on_word, $evidence );
	}

	public static function already( ?string $message = null ): self {
		return new self( Outcome::Already, null, $message, false, [] );
	}

	public static function refused( string $message ): self {
		return new self( Outcome::Refused, null, $message, false, [] );
	}

	public static function manual( string $message ): self {
		return new self( Outcome::Manual, null, $message, false, [] );
	}

	/** @param array<string, scalar|null> $evidence */
	public static function unknown( string $message, array $evidence = [] ): self {
		return new self( Outcome::Unknown, null, $message, false, $evidence );
	}

	public static function waiting( string $message ): self {
		return new self( Outcome::Waiting, null, $message, false, [] );
	}
}
