<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/** What an earlier refund or a lost dispute can leave half done. The values are part of the REST shape. */
enum LooseEndKind: string {

	case License      = 'license';
	case Subscription = 'subscription';
	case Download     = 'download';

	/** In the books, and no gateway paid it. */
	case UnpaidRefund = 'unpaid_refund';

	/** More went back than was paid. */
	case RefundedTwice = 'refunded_twice';

	/** A run of ours gave it back, and the shop says by now that it was not. */
	case FailedPayout = 'failed_payout';

	/** Null: the check asks for something that is open without any refund too. */
	public static function of( Check $check ): ?self {
		return match ( $check ) {
			Check::Licenses, Check::EddLicenses           => self::License,
			Check::Subscriptions, Check::EddSubscriptions => self::Subscription,
			Check::Downloads, Check::EddItems             => self::Download,
			Check::UnpaidRefunds, Check::EddRefunds       => self::UnpaidRefund,
			Check::OverRefunds                            => self::RefundedTwice,
			Check::PaidOrders, Check::EddOrders           => self::FailedPayout,
			default                                       => null,
		};
	}

	/** Somebody has to look whether the customer has the money. */
	public function is_owed(): bool {
		return $this === self::UnpaidRefund || $this === self::FailedPayout;
	}

	public function is_about_money(): bool {
		return $this === self::UnpaidRefund || $this === self::RefundedTwice || $this === self::FailedPayout;
	}
}
