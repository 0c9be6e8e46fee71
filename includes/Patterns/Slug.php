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
	case EarlySigns       = 'early_signs';
	case Own1             = 'own:1';
	case Own2             = 'own:2';
	case Own3             = 'own:3';
	case Own4             = 'own:4';
	case Own5             = 'own:5';
	case Own6             = 'own:6';
	case Own7             = 'own:7';
	case Own8             = 'own:8';

	/** Between the bits of the first ten and those of later ones stand a list's other marks. */
	private const FIRST = 10;

	private const LATER_BITS = 30;

	/** The rules that the owner makes, by their number. */
	public static function own( int $id ): self {
		return self::from( "own:$id" );
	}

	public function is_own(): bool {
		return str_starts_with( $this->value, 'own:' );
	}

	/** Its place in the marks that lists are filtered by: two bits a pattern, watch and flag. Never renumbered. */
	public function bit( Level $level ): int {
		$place = (int) array_search( $this, self::cases(), true );
		$first = $place < self::FIRST ? 2 * $place : self::LATER_BITS + 2 * ( $place - self::FIRST );

		return 1 << ( $first + ( $level === Level::Flag ? 1 : 0 ) );
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

	/**
	 * What of its words is shown beside it, with the reason and folded where it is harsh.
	 *
	 * @return list<Label>
	 */
	public function shown_labels(): array {
		return $this->is_mixed() ? [ Label::Abuse, Label::Freebie, Label::Expectation, Label::DoItForMe ] : $this->labels();
	}

	/** Whether it may rest on words and on whole tickets at once. */
	public function is_mixed(): bool {
		return $this->is_own() || $this === self::EarlySigns;
	}

	/** Whether single messages and refunds can be dismissed, rather than whole tickets. */
	public function rests_on_words(): bool {
		return $this->labels() !== [];
	}
}
