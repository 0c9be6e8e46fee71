<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

/** The good news about a customer. It is no flag: it asks for generosity or patience, never for a case. */
enum Tier: string {

	case HighValue   = 'high_value';
	case NewCustomer = 'new_customer';

	/** Who has bought for less than this long is new. */
	public const NEW_DAYS = 30;

	/** High value begins at the cut and ends below four fifths of it, unless the owner said otherwise, so that nobody goes back and forth with every order of somebody else. */
	public const KEPT_PERCENT = 80;

	/**
	 * @param int|null $value       What is compared; base currency, minor units; null where not known.
	 * @param int|null $cut         Null: there are too few customers to compare.
	 * @param bool     $was_high    Had high value until now.
	 * @param int|null $first_at    Of the first paid order, Unix seconds.
	 */
	public static function of( ?int $value, ?int $cut, bool $was_high, ?int $first_at, int $as_of, int $kept_percent = self::KEPT_PERCENT ): ?self {
		$is_high = $value !== null && $cut !== null && ( $value >= $cut || ( $was_high && 100 * $value >= $kept_percent * $cut ) );

		return match ( true ) {
			$is_high                                                                      => self::HighValue,
			$first_at !== null && $as_of - $first_at < self::NEW_DAYS * 86400 => self::NewCustomer,
			default                                                                       => null,
		};
	}
}
