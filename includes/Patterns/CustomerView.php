<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

use Amicable\Language\Label;

/** Everything that patterns may know of a customer at one moment. */
final class CustomerView {

	private const NEW_SECONDS = 30 * 86400;

	/** @var list<TicketView> Oldest first. */
	public readonly array $tickets;

	/** @var list<Remark> Oldest first. */
	public readonly array $remarks;

	/** @var list<Dealing> Oldest first. */
	public readonly array $dealings;

	/**
	 * @param int              $as_of         Unix seconds.
	 * @param int|null         $first_paid_at Of the first paid order; null: none is known.
	 * @param int|null         $paid          Base currency, minor units, like the next two; null where not known.
	 * @param string|null      $unknown       Why money cannot be compared, as the account says it.
	 * @param list<TicketView> $tickets       In any order.
	 * @param bool             $high_value    Among those who paid most.
	 * @param list<Remark>     $remarks       What was found in their messages, in any order.
	 * @param list<Dealing>    $dealings      In any order.
	 * @param int              $sites         On which they use what they bought; 0: none is known.
	 * @param bool             $has_extra_time Somebody of ours agreed to it.
	 * @param int              $missed_promises What we said in a case that we would do, and did not.
	 */
	public function __construct(
		public readonly int $as_of,
		public readonly ?int $first_paid_at,
		public readonly ?int $paid,
		public readonly ?int $gross,
		public readonly ?int $cost,
		public readonly int $seconds,
		public readonly ?string $unknown,
		array $tickets,
		public readonly bool $high_value = false,
		array $remarks = [],
		array $dealings = [],
		public readonly int $sites = 0,
		public readonly bool $has_extra_time = false,
		public readonly int $missed_promises = 0,
	) {
		usort( $tickets, static fn ( TicketView $a, TicketView $b ): int => [ $a->asked_at, $a->id ] <=> [ $b->asked_at, $b->id ] );
		usort( $remarks, static fn ( Remark $a, Remark $b ): int => [ $a->at, $a->message_id ] <=> [ $b->at, $b->message_id ] );
		usort( $dealings, static fn ( Dealing $a, Dealing $b ): int => [ $a->at, $a->kind, $a->id ] <=> [ $b->at, $b->kind, $b->id ] );
		$this->tickets  = $tickets;
		$this->remarks  = $remarks;
		$this->dealings = $dealings;
	}

	/** The first thirty days, and everybody who has not bought yet: people who need help to begin. */
	public function is_new(): bool {
		return $this->first_paid_at === null || $this->as_of - $this->first_paid_at < self::NEW_SECONDS;
	}

	/**
	 * Messages that say one of these, so many days back. What was written about an incident counts for legal steps only: those have to be seen whoever is at fault.
	 *
	 * @return list<Remark>
	 */
	public function remarks( int $days, Label ...$labels ): array {
		return array_values( array_filter( $this->within( $days ), static fn ( Remark $remark ): bool => ( ! $remark->in_incident || $labels === [ Label::LegalThreat ] ) && $remark->says( ...$labels ) ) );
	}

	/**
	 * Messages with an insult, or with what only reads like one, so many days back.
	 *
	 * @return list<Remark>
	 */
	public function harsh( int $days ): array {
		return array_values( array_filter( $this->within( $days ), static fn ( Remark $remark ): bool => ! $remark->in_incident && $remark->harshest() !== null ) );
	}

	/** When they last said that they are sorry. */
	public function apologized_at(): ?int {
		$apologies = array_filter( $this->remarks, static fn ( Remark $remark ): bool => $remark->says( Label::Apology ) );

		return $apologies === [] ? null : max( array_map( static fn ( Remark $remark ): int => $remark->at, $apologies ) );
	}

	/**
	 * The same customer without what somebody dismissed for a pattern.
	 *
	 * @param list<int>    $ticket_ids
	 * @param list<string> $keys       Of single messages, refunds and disputes: who goes on in the same ticket says something new.
	 */
	public function without( array $ticket_ids, array $keys = [] ): self {
		$muted    = array_filter( $this->tickets, static fn ( TicketView $ticket ): bool => in_array( $ticket->id, $ticket_ids, true ) );
		$remarks  = array_values( array_filter( $this->remarks, static fn ( Remark $remark ): bool => ! in_array( $remark->key(), $keys, true ) ) );
		$dealings = array_values( array_filter( $this->dealings, static fn ( Dealing $dealing ): bool => ! in_array( $dealing->key(), $keys, true ) ) );
		if ( $muted === [] && count( $remarks ) + count( $dealings ) === count( $this->remarks ) + count( $this->dealings ) ) {
			return $this;
		}
		$counted = array_filter( $muted, static fn ( TicketView $ticket ): bool => ! $ticket->is_ours && ! $ticket->before_purchase );
		$cost    = array_sum( array_map( static fn ( TicketView $ticket ): int => $ticket->cost ?? 0, $counted ) );
		$seconds = array_sum( array_map( static fn ( TicketView $ticket ): int => $ticket->seconds, $counted ) );

		return new self( $this->as_of, $this->first_paid_at, $this->paid, $this->gross, $this->cost === null ? null : $this->cost - $cost, $this->seconds - $seconds, $this->unknown, array_values( array_udiff( $this->tickets, $muted, static fn ( TicketView $a, TicketView $b ): int => $a->id <=> $b->id ) ), $this->high_value, $remarks, $dealings, $this->sites, $this->has_extra_time, $this->missed_promises );
	}

	/** @return list<Remark> */
	private function within( int $days ): array {
		return array_values( array_filter( $this->remarks, fn ( Remark $remark ): bool => $remark->at > $this->as_of - $days * 86400 && $remark->at <= $this->as_of ) );
	}
}
