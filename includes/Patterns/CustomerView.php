<?php
declare( strict_types=1 );

namespace Amicable\Patterns;

/** Everything that patterns may know of a customer at one moment. */
final class CustomerView {

	private const NEW_SECONDS = 30 * 86400;

	/** @var list<TicketView> Oldest first. */
	public readonly array $tickets;

	/**
	 * @param int              $as_of         Unix seconds.
	 * @param int|null         $first_paid_at Of the first paid order; null: none is known.
	 * @param int|null         $paid          Base currency, minor units, like the next two; null where not known.
	 * @param string|null      $unknown       Why money cannot be compared, as the account says it.
	 * @param list<TicketView> $tickets       In any order.
	 * @param bool             $high_value    Among those who paid most.
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
	) {
		usort( $tickets, static fn ( TicketView $a, TicketView $b ): int => [ $a->asked_at, $a->id ] <=> [ $b->asked_at, $b->id ] );
		$this->tickets = $tickets;
	}

	/** The first thirty days, and everybody who has not bought yet: people who need help to begin. */
	public function is_new(): bool {
		return $this->first_paid_at === null || $this->as_of - $this->first_paid_at < self::NEW_SECONDS;
	}

	/**
	 * The same customer without what somebody dismissed for a pattern.
	 *
	 * @param list<int> $ticket_ids
	 */
	public function without( array $ticket_ids ): self {
		$muted = array_filter( $this->tickets, static fn ( TicketView $ticket ): bool => in_array( $ticket->id, $ticket_ids, true ) );
		if ( $muted === [] ) {
			return $this;
		}
		$counted = array_filter( $muted, static fn ( TicketView $ticket ): bool => ! $ticket->is_ours && ! $ticket->before_purchase );
		$cost    = array_sum( array_map( static fn ( TicketView $ticket ): int => $ticket->cost ?? 0, $counted ) );
		$seconds = array_sum( array_map( static fn ( TicketView $ticket ): int => $ticket->seconds, $counted ) );

		return new self( $this->as_of, $this->first_paid_at, $this->paid, $this->gross, $this->cost === null ? null : $this->cost - $cost, $this->seconds - $seconds, $this->unknown, array_values( array_udiff( $this->tickets, $muted, static fn ( TicketView $a, TicketView $b ): int => $a->id <=> $b->id ) ), $this->high_value );
	}
}
