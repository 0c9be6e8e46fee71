<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** Every pattern there will be, named after what happened. The words people read stand in Rest\Words. */
enum Slug: string {

	case DocsQuestions    = 'docs_questions';
	case CostOverPaid     = 'cost_over_paid';
	case HostileMessages  = 'hostile_messages';
	case ThreatWithDemand = 'threat_with_demand';
	case LegalStep        = 'legal_step';
	case PaymentDispute   = 'payment_dispute';
	case RepeatRefunds    = 'repeat_refunds';
	case Expectations     = 'expectations';
	case HighValue        = 'high_value';
	case NewCustomer      = 'new_customer';

	/** Its place in the marks that lists are filtered by: two bits a pattern, watch and flag. Never renumbered. */
	public function bit( Level $level ): int {
		return 1 << ( 2 * (int) array_search( $this, self::cases(), true ) + ( $level === Level::Flag ? 1 : 0 ) );
	}
}
