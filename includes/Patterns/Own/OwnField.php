<?php
declare( strict_types=1 );

namespace Amicable\Patterns\Own;

use Amicable\Language\Label;
use Amicable\Patterns\CustomerView;
use Amicable\Patterns\Dealing;
use Amicable\Patterns\Evidence;
use Amicable\Patterns\Remark;
use Amicable\Patterns\TicketView;

/** What a rule of the owner's own may look at. Legal steps, rights and reviews are not among it: nobody may be marked for those by a count. */
enum OwnField: string {

	case Tickets     = 'tickets';
	case Refunds     = 'refunds';
	case Minutes     = 'minutes';
	case Paid        = 'paid';
	case CostPercent = 'cost_percent';
	case Hostile     = 'hostile';
	case Freebie     = 'freebie';
	case Expectation = 'expectation';
	case DoItForMe   = 'do_it_for_me';
	case DocsPercent = 'docs_percent';
	case Disputes    = 'disputes';

	/** What only describes somebody, or speaks for them: it may narrow a rule and never makes one. */
	case Days     = 'customer_days';
	case Sites    = 'sites';
	case Praise   = 'praise';
	case Mistakes = 'our_mistakes';
	case Waiting  = 'waiting';

	private const WITHOUT_DAYS = [ self::Minutes, self::Paid, self::CostPercent, self::Days, self::Sites, self::Waiting ];

	/** Whether it counts what happened lately, rather than what is so. */
	public function has_days(): bool {
		return ! in_array( $this, self::WITHOUT_DAYS, true );
	}

	/** Whether it says enough to show somebody as in need of a look. Who asks for something free does not, without more. */
	public function is_a_sign(): bool {
		return $this !== self::Freebie && ! $this->describes();
	}

	private function describes(): bool {
		return in_array( $this, [ self::Days, self::Sites, self::Praise, self::Mistakes, self::Waiting ], true );
	}

	/** Null where it is not known: then nothing is said. */
	public function value( CustomerView $customer, int $days ): ?int {
		return match ( $this ) {
			self::Minutes     => intdiv( $customer->seconds, 60 ),
			self::Paid        => $customer->unknown === null ? $customer->paid : null,
			self::CostPercent => self::cost_percent( $customer ),
			self::DocsPercent => $this->docs_percent( $customer, $days ),
			self::Days        => $customer->first_paid_at === null ? null : intdiv( $customer->as_of - $customer->first_paid_at, 86400 ),
			self::Sites       => $customer->sites > 0 ? $customer->sites : null,
			self::Praise      => count( $customer->remarks( $days, Label::Praise ) ),
			self::Mistakes    => count( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->is_ours && $ticket->asked_at > $customer->as_of - $days * 86400 ) ),
			self::Waiting     => count( array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->waits_for_us ) ),
			default           => count( $this->evidence( $customer, $days ) ),
		};
	}

	/** @return list<Evidence> What it counted. Where it counts nothing, the questions that are behind time and cost; nothing for what is no sign of anything. */
	public function evidence( CustomerView $customer, int $days ): array {
		$label = $this->label();
		$since = $this->has_days() ? $customer->as_of - $days * 86400 : 0;

		return match ( true ) {
			$label !== null        => array_values( array_filter( array_map( static fn ( Remark $remark ): ?Evidence => self::words( $remark, $label ), array_values( array_filter( $customer->remarks( $days, $label ), static fn ( Remark $remark ): bool => ! $remark->is_ours ) ) ) ) ),
			$this === self::Refunds => array_values( array_map( static fn ( Dealing $dealing ): Evidence => $dealing->refund_evidence(), array_filter( $customer->dealings, static fn ( Dealing $dealing ): bool => $dealing->kind === Dealing::REFUND && ! $dealing->by_right && $dealing->at > $since ) ) ),
			$this === self::Disputes => array_values( array_map( static fn ( Dealing $dealing ): Evidence => $dealing->evidence( "dispute_$dealing->status" ), array_filter( $customer->dealings, static fn ( Dealing $dealing ): bool => $dealing->kind === Dealing::DISPUTE && in_array( $dealing->status, [ 'open', 'lost' ], true ) && $dealing->at > $since ) ) ),
			$this->describes()      => [],
			default                 => array_values( array_map( static fn ( TicketView $ticket ): Evidence => new Evidence( $ticket->id, $ticket->message_id, 'own_rule', $ticket->quote, $ticket->asked_at, $ticket->url ), $this->asked( $customer, $since ) ) ),
		};
	}

	/** @return array<TicketView> Where questions are counted, only those that may be; whatever took time is behind time and cost. */
	private function asked( CustomerView $customer, int $since ): array {
		$counts = in_array( $this, [ self::Tickets, self::DocsPercent ], true );

		return array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => ( $counts ? $ticket->is_question() : $ticket->is_theirs() ) && $ticket->asked_at > $since );
	}

	/** Of the questions of which somebody knows. */
	private function docs_percent( CustomerView $customer, int $days ): ?int {
		$known    = array_filter( $this->asked( $customer, $customer->as_of - $days * 86400 ), static fn ( TicketView $ticket ): bool => $ticket->docs_answered !== null );
		$answered = array_filter( $known, static fn ( TicketView $ticket ): bool => $ticket->docs_answered === true );

		return $known === [] ? null : intdiv( 100 * count( $answered ), count( $known ) );
	}

	private function label(): ?Label {
		return match ( $this ) {
			self::Hostile     => Label::Abuse,
			self::Freebie     => Label::Freebie,
			self::Expectation => Label::Expectation,
			self::DoItForMe   => Label::DoItForMe,
			default           => null,
		};
	}

	private static function words( Remark $remark, Label $label ): ?Evidence {
		$said = $remark->gravest( $label );

		return $said === null ? null : $remark->evidence( $said );
	}

	private static function cost_percent( CustomerView $customer ): ?int {
		return $customer->unknown !== null || $customer->cost === null || $customer->paid === null || $customer->paid <= 0 ? null : intdiv( 100 * $customer->cost, $customer->paid );
	}
}
