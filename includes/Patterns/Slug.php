<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

use Amicable\Language\Label;

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

	/**
	 * What in a message is evidence of it; empty: it does not look at words.
	 *
	 * @return list<Label>
	 */
	public function labels(): array {
		return match ( $this ) {
			self::HostileMessages  => [ Label::Abuse ],
			self::ThreatWithDemand => [ Label::ReviewThreat, Label::ChargebackThreat, Label::Demand, Label::Freebie ],
			self::LegalStep        => [ Label::LegalThreat ],
			self::PaymentDispute   => [ Label::Freebie, Label::Demand, Label::ChargebackThreat ],
			self::RepeatRefunds    => [ Label::Freebie ],
			self::Expectations     => [ Label::Expectation ],
			default                => [],
		};
	}

	/** Whether single messages and refunds can be dismissed, rather than whole tickets. */
	public function rests_on_words(): bool {
		return $this->labels() !== [];
	}
}
