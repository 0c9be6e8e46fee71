<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Values\Currency;
use Amicable\Values\Money;
use NumberFormatter;

/** Amounts as people read them, for pages that PHP prints. */
final class MoneyText {

	/** @param string|null $locale Null: of whoever looks at it. */
	public static function of( Money $money, ?string $locale = null ): string {
		$amount = (float) $money->to_decimal(); // For the eye only: nothing is computed with it.
		if ( class_exists( NumberFormatter::class ) ) {
			$text = ( new NumberFormatter( $locale ?? get_user_locale(), NumberFormatter::CURRENCY ) )->formatCurrency( $amount, $money->currency );
			if ( $text !== false ) {
				return $text;
			}
		}

		return $money->currency . "\u{a0}" . number_format_i18n( $amount, Currency::decimals( $money->currency ) );
	}
}
