<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/** Why a plan leaves something alone, or does it another way. Translated at the edge. */
enum Why: string {

	case DisputeOpen = 'dispute_open';
	case DisputeLost = 'dispute_lost';
	case TestOrder = 'test_order';
	case Failed = 'failed';
	case Unpaid = 'unpaid';
	case Free = 'free';
	case AlreadyRefunded = 'already_refunded';
	case OverRefunded = 'over_refunded';
	case StoreSaysNo = 'store_says_no';
	case StoreMissing = 'store_missing';
	case ByHand = 'by_hand';

	/** The shop has it as given back, and no gateway paid. */
	case NotPaidOut = 'not_paid_out';

	/** We gave it back, and the shop says by now that it was not. */
	case PayoutUndone = 'payout_undone';

	case AlreadyBlocked = 'already_blocked';
	case SubscriptionEnded = 'subscription_ended';
	case LicenseEnded = 'license_ended';
	case DownloadClosed = 'download_closed';
}
