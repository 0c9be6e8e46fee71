<?php
declare( strict_types=1 );

namespace Amicable\Stores;

use Amicable\Values\Money;

/** How much of the tax, or of the shipping, one refund gave back. */
final class Share {

	/**
	 * The record's own figure where it has one, never more than is left; a lump takes its share, and the last refund all that is left.
	 *
	 * @param Money $left       Of the tax or the shipping, before this refund.
	 * @param Money $amount     What was given back.
	 * @param Money $total_left Of everything, before this refund.
	 */
	public static function of( ?Money $own, Money $left, Money $amount, Money $total_left ): Money {
		if ( $amount->compare( $total_left ) >= 0 ) {
			return $left;
		}
		if ( $own !== null ) {
			return $own->compare( $left ) > 0 ? $left : $own;
		}

		return $total_left->is_positive() ? $left->times( $amount->minor, $total_left->minor ) : $left;
	}
}
