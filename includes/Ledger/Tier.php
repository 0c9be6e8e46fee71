<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

/** The good news about a customer. It is no flag: it asks for generosity or patience, never for a case. */
enum Tier: string {

	case HighValue   = 'high_value';
	case NewCustomer = 'new_customer';

	/** Who has bought for less than this long is new. */
	public const NEW_DAYS = 30;

	/** High value begins at the cut and ends below four fifths of it, so that nobody goes back and forth with every order of somebody else. */
	public const KEPT_FIFTHS = 4;

	/**
	 * @param int|null $paid_recent Base currency, minor units; null where not known.
	 * @param int|null $cut         Null: there are too few customers to compare.
	 * @param bool     $was_high    Had high value until now.
	 * @param int|null $first_at    Of the first paid order, Unix seconds.
	 */
	public static function of( ?int $paid_recent, ?int $cut, bool $was_high, ?int $first_at, int $as_of ): ?self {
		$is_high = $paid_recent !== null && $cut !== null && ( $paid_recent >= $cut || ( $was_high && 5 * $paid_recent >= self::KEPT_FIFTHS * $cut ) );

		return match ( true ) {
			$is_high                                                                      => self::HighValue,
			$first_at !== null && $as_of - $first_at < self::NEW_DAYS * 86400 => self::NewCustomer,
			default                                                                       => null,
		};
	}
}
