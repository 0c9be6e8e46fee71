<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Clock;
use Amicable\Customers\Identity;
use Amicable\HelpDesks\DocsLinks;
use Amicable\HelpDesks\Ticket;
use Amicable\Projection\TicketStandings;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Customers;
use Amicable\Storage\Messages;
use Amicable\Storage\OrderFacts;
use Amicable\Storage\Tickets;
use Amicable\Storage\TimeEntries;
use Amicable\Stores\Store;

/** Brings the sample shop's orders and tickets in as facts, many at a time. The facts are those of the ordinary ways in; a test compares them. */
final class Import {

	/** @var array<string, array{customer_id: int, key_id: int}|null> Whom this run has met already. */
	private array $met = [];

	public function __construct(
		private readonly Store $store,
		private readonly Identity $identity,
		private readonly OrderFacts $orders,
		private readonly Customers $customers,
		private readonly Tickets $tickets,
		private readonly Messages $messages,
		private readonly TimeEntries $time,
		private readonly TicketStandings $standings,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
	) {
	}

	/** @return int|null The lowest id that was read, to go on below it; null when there are none left. */
	public function orders( int $below, int $limit ): ?int {
		$ids = $this->store->order_ids_below( $below, $limit );
		if ( $ids === [] ) {
			return null;
		}
		$orders = $this->store->orders( $ids );
		$this->orders->save_all( $orders, $this->identity->for_orders( $orders ) );

		return min( $ids );
	}

	/** @param list<Ticket> $tickets */
	public function tickets( array $tickets ): void {
		$owners = array_map( $this->owner( ... ), $tickets );
		$rows   = [];
		foreach ( $tickets as $place => $ticket ) {
			$rows[] = Tickets::row( Thread::SOURCE, $ticket, $owners[ $place ], null );
		}
		$this->tickets->load( $rows );
		$ids = $this->tickets->known( Thread::SOURCE, array_map( static fn ( Ticket $ticket ): string => $ticket->external_id, $tickets ) );
		$this->parts( $tickets, $owners, array_map( static fn ( array $known ): int => $known['id'], $ids ) );
	}

	/** @return int|null The last customer whose tickets were judged; null when there are none left. */
	public function standings( int $after, int $limit ): ?int {
		$last = $this->customers->nth_after( $after, $limit );
		if ( $last !== null ) {
			$this->standings->recount( ...range( $after + 1, $last ) );
		}

		return $last;
	}

	/**
	 * @param list<Ticket>                                        $tickets
	 * @param list<array{customer_id: int, key_id: int}|null> $owners
	 * @param array<array-key, int>                               $ids By external id.
	 */
	private function parts( array $tickets, array $owners, array $ids ): void {
		$docs     = new DocsLinks( $this->settings->current()->docs_urls );
		$now      = $this->clock->now();
		$messages = [];
		$time     = [];
		foreach ( $tickets as $place => $ticket ) {
			$customer = $owners[ $place ]['customer_id'] ?? null;
			$id       = $ids[ $ticket->external_id ];
			foreach ( $ticket->messages as $message ) {
				$messages[] = Messages::row( $id, $customer, $message, null, $docs, $ticket->updated_at, $now );
			}
			$time[] = TimeEntries::row( Thread::SOURCE, $id, $customer, $ticket, null );
		}
		$this->messages->save( $messages );
		$this->time->save( array_values( array_filter( $time ) ) );
	}

	/** @return array{customer_id: int, key_id: int}|null */
	private function owner( Ticket $ticket ): ?array {
		$who = $ticket->requester;
		$key = $who->email->normalized . ' ' . $who->order?->key();
		if ( ! array_key_exists( $key, $this->met ) ) {
			$this->met[ $key ] = $this->identity->for_requester( $who->email->normalized, $who->name, $who->user_id, $who->order );
		}

		return $this->met[ $key ];
	}
}
