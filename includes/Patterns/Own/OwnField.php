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

	/** Whether it counts what happened lately, rather than what is so. */
	public function has_days(): bool {
		return ! in_array( $this, [ self::Minutes, self::Paid, self::CostPercent ], true );
	}

	/** Null where it is not known: then nothing is said. */
	public function value( CustomerView $customer, int $days ): ?int {
		return match ( $this ) {
			self::Minutes     => intdiv( $customer->seconds, 60 ),
			self::Paid        => $customer->unknown === null ? $customer->paid : null,
			self::CostPercent => self::cost_percent( $customer ),
			default           => count( $this->evidence( $customer, $days ) ),
		};
	}

	/** @return list<Evidence> What it counted. Where it counts nothing, the questions that are behind time and cost. */
	public function evidence( CustomerView $customer, int $days ): array {
		$label = $this->label();
		$since = $this->has_days() ? $customer->as_of - $days * 86400 : 0;

		return match ( true ) {
			$label !== null        => array_values( array_filter( array_map( static fn ( Remark $remark ): ?Evidence => self::words( $remark, $label ), array_values( array_filter( $customer->remarks( $days, $label ), static fn ( Remark $remark ): bool => ! $remark->is_ours ) ) ) ) ),
			$this === self::Refunds => array_values( array_map( static fn ( Dealing $dealing ): Evidence => $dealing->refund_evidence(), array_filter( $customer->dealings, static fn ( Dealing $dealing ): bool => $dealing->kind === Dealing::REFUND && ! $dealing->by_right && $dealing->at > $since ) ) ),
			default                 => array_values( array_map( static fn ( TicketView $ticket ): Evidence => new Evidence( $ticket->id, $ticket->message_id, 'own_rule', $ticket->quote, $ticket->asked_at, $ticket->url ), array_filter( $customer->tickets, static fn ( TicketView $ticket ): bool => $ticket->is_new && ! $ticket->is_ours && ! $ticket->before_purchase && $ticket->asked_at > $since ) ) ),
		};
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
