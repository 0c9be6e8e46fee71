<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** What a customer's words can be. The values stand in packs and evaluation files. */
enum Label: string {

	case Abuse            = 'abuse';
	case ReviewThreat     = 'review_threat';
	case ChargebackThreat = 'chargeback_threat';
	case LegalThreat      = 'legal_threat';
	case Freebie          = 'freebie';
	/** A statutory right that somebody uses: a task, never a threat. */
	case Right        = 'right';
	case Expectation  = 'expectation';
	case DoItForMe    = 'do_it_for_me';
	case Praise       = 'praise';
	case Apology      = 'apology';
	case ContactWish  = 'contact_wish';
	/** What somebody wants beside a threat; found by `Demand`, no pack has it. */
	case Demand = 'demand';
	/** Swearing that is aimed at nobody: shown beside the message, never counted. */
	case Profanity = 'profanity';
}
