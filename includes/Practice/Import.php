<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Clock;
use Amicable\Customers\Identity;
use Amicable\HelpDesks\DocsLinks;
use Amicable\HelpDesks\Intake\Agents;
use Amicable\HelpDesks\Intake\MessageReader;
use Amicable\HelpDesks\Ticket;
use Amicable\Projection\TicketStandings;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Customers;
use Amicable\Storage\Findings;
use Amicable\Storage\Imports;
use Amicable\Storage\Messages;
use Amicable\Storage\OrderFacts;
use Amicable\Storage\Tickets;
use Amicable\Storage\TimeEntries;
use Amicable\Stores\Store;

/** Brings the sample shop's orders and tickets in, many at a time. Their facts are those of the ordinary ways in; a test compares them. */
final class Import {

	/** @var array<string, array{customer_id: int, key_id: int}|null> Whom this run has met already. */
	private array $met = [];

	public function __construct(
		private readonly Store $store,
		private readonly Identity $identity,
		private readonly OrderFacts $facts,
		private readonly Imports $imports,
		private readonly Customers $customers,
		private readonly Tickets $tickets,
		private readonly Messages $messages,
		private readonly TimeEntries $time,
		private readonly Findings $findings,
		private readonly MessageReader $reader,
		private readonly Agents $agents,
		private readonly TicketStandings $standings,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
	) {
	}

	/**
	 * As the ordinary import reads a shop, newest first, but without counting accounts in between.
	 *
	 * @param int $below 0: from the newest one on.
	 * @return int|null Go on below this id; null when all orders are in.
	 */
	public function orders( int $below, int $limit ): ?int {
		if ( $below === 0 ) {
			$this->met = [];
			$this->imports->start( $this->store->id(), $this->store->count_orders() );
		}
		$ids = $this->store->order_ids_below( $below === 0 ? PHP_INT_MAX : $below, $limit );
		if ( $ids === [] ) {
			$token = $this->imports->claim( $this->store->id(), 60 );
			if ( $token !== null ) {
				$this->imports->put_back( $token, '0', $this->store->count_orders(), true );
			}

			return null;
		}
		$orders = $this->store->orders( $ids );
		$this->facts->save_all( $orders, $this->identity->for_orders( $orders ) );

		return min( $ids );
	}

	/** @param list<Ticket> $tickets */
	public function tickets( array $tickets ): void {
		$owners = array_map( $this->owner( ... ), $tickets );
		$rows   = [];
		foreach ( $tickets as $place => $ticket ) {
			$rows[] = Tickets::row( Thread::SOURCE, $ticket, $owners[ $place ], $this->agents->id_of( $ticket->agent ) );
		}
		$this->tickets->load( $rows );
		$ids = $this->tickets->known( Thread::SOURCE, array_map( static fn ( Ticket $ticket ): string => $ticket->external_id, $tickets ) );
		$this->parts( $tickets, $owners, array_map( static fn ( array $known ): int => $known['id'], $ids ) );
	}

	/** @return int|null The last customer whose tickets were judged; null when there are none left. */
	public function standings( int $after, int $limit ): ?int {
		$last = $this->customers->nth_after( $after, $limit );
		if ( $last !== null ) {
			$this->standings->recount_range( $after + 1, $last );
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
		// Midnight, as everything here is dated back from: a slower load would keep other texts than a quick one.
		$now      = $this->clock->now()->setTime( 0, 0 );
		$messages = [];
		$time     = [];
		$said     = [];
		foreach ( $tickets as $place => $ticket ) {
			$customer = $owners[ $place ]['customer_id'] ?? null;
			$id       = $ids[ $ticket->external_id ];
			foreach ( $ticket->messages as $message ) {
				$heard      = $customer === null ? null : $this->reader->read_message( $message, $now )?->by( $ticket->channel->value );
				$messages[] = Messages::row( $id, $customer, $message, $this->agents->id_of( $message->author ), $docs, $ticket->updated_at, $now, $heard?->languages );
				if ( $customer !== null && $heard !== null && $heard->findings !== [] ) {
					$said[ $id ] = [
						'customer_id' => $customer,
						'found'       => ( $said[ $id ]['found'] ?? [] ) + [ $message->external_id => $heard->findings ],
					];
				}
			}
			$entry = TimeEntries::row( Thread::SOURCE, $id, $customer, $ticket, $this->agents->id_of( $ticket->agent ) );
			if ( $entry !== null ) {
				$time[] = $entry;
			}
		}
		$this->messages->load( $messages );
		$this->findings->keep( $said );
		$this->time->save( $time );
	}

	/** @return array{customer_id: int, key_id: int}|null */
	private function owner( Ticket $ticket ): ?array {
		$who   = $ticket->requester;
		$email = (string) $who->email?->normalized;
		$key   = "$email " . $who->order?->key();
		if ( ! array_key_exists( $key, $this->met ) ) {
			$this->met[ $key ] = $this->identity->for_requester( $email, $who->name, $who->user_id, $who->order );
		}

		return $this->met[ $key ];
	}
}
