<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

/** What a person should know before a run starts. Translated at the edge. */
enum Caution: string {

	/** Orders that stay as they are because of a dispute. */
	case Disputed = 'disputed';

	/** Orders with an inquiry or an early warning; they are refunded all the same. */
	case Inquiry = 'inquiry';

	/** Refunds that somebody has to pay by hand. */
	case ByHand = 'by_hand';

	/** A license that other orders paid for too. */
	case SharedLicense = 'shared_license';

	/** An order that ends several licenses at once. */
	case Bundle = 'bundle';

	/** A subscription that other orders belong to. */
	case SharedSubscription = 'shared_subscription';

	/** Sites that are cut off. */
	case ActiveSites = 'active_sites';

	/** Mails that the store sends by itself. */
	case StoreMails = 'store_mails';

	/** Refunds whose gateway fee nobody knows. */
	case FeesUnknown = 'fees_unknown';

	/** Refunds of orders that were paid in an earlier calendar year: the books of that year are closed. */
	case EarlierYear = 'earlier_year';

	/** Orders of a store plugin that is not there. */
	case StoreMissing = 'store_missing';

	/** Something of the customer's may lie where nobody here looks. */
	case NotCovered = 'not_covered';

	/** Orders that another run holds. */
	case InAnotherRun = 'in_another_run';

	case NothingToDo = 'nothing_to_do';
}
