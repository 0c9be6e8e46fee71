<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\Values\Money;
use DateTimeImmutable;

/** One thing that somebody told us about a disputed charge. Comes late, early, twice and in any order. */
final class DisputeNews {

	/**
	 * @param string        $external_id The dispute's id at the provider.
	 * @param string        $event_id    What tells this word from a repetition of it; unique in its store.
	 * @param string        $source      Slug of who said it: 'stripe', 'paypal', 'person', …
	 * @param OrderRef|null $order       Null while only the charge is known.
	 * @param string        $charge      The provider's number of the payment, to find the order by; '' where the order is known.
	 * @param Money|null    $fee         What the provider kept for it, in its own currency; null: not said.
	 * @param string        $reason      The provider's own code.
	 * @param int           $user_id     Who said it, where a person did.
	 */
	public function __construct(
		public readonly string $store,
		public readonly string $external_id,
		public readonly string $event_id,
		public readonly string $source,
		public readonly DisputeStatus $status,
		public readonly DateTimeImmutable $happened_at,
		public readonly ?OrderRef $order = null,
		public readonly string $charge = '',
		public readonly ?Money $amount = null,
		public readonly ?Money $fee = null,
		public readonly string $reason = '',
		public readonly ?DateTimeImmutable $opened_at = null,
		public readonly ?DateTimeImmutable $deadline_at = null,
		public readonly int $user_id = 0,
	) {
	}

	/** Of two words of one second, the one that ends the matter came last; beyond that any fixed order will do. */
	public static function compare( self $a, self $b ): int {
		return [ $a->happened_at, $a->status->has_ended(), $a->status->gravity(), $a->event_id ] <=> [ $b->happened_at, $b->status->has_ended(), $b->status->gravity(), $b->event_id ];
	}
}
