<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Values\Money;

/**
 * What proves that a refund was paid out: the provider's own number, on the refund itself. One on the order proves nothing; EDD writes it
 * there also when its own refund failed.
 */
final class Proof {

	/** The provider's number; null when there is none, or when it is about another amount. */
	public function of( OrderRecord $refund, Money $amount ): ?string {
		foreach ( $refund->transactions as $transaction ) {
			$id   = (string) $transaction['transaction_id'];
			$paid = Money::from_decimal( (string) $transaction['total'], $amount->currency );
			if ( $id !== '' && ! $refund->is_undone( $transaction ) && ( $paid->equals( $amount ) || $paid->equals( $amount->negated() ) ) ) {
				return $id;
			}
		}

		return null;
	}
}
