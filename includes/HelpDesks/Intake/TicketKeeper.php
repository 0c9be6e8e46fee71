<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\Clock;
use Amicable\HelpDesks\DocsLinks;
use Amicable\HelpDesks\Ticket;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Database;
use Amicable\Storage\Findings;
use Amicable\Storage\Messages;
use Amicable\Storage\Tickets;
use Amicable\Storage\TimeEntries;
use RuntimeException;

/** Stores one ticket with its messages and its measured time: all of it or nothing, never something older over something newer. */
final class TicketKeeper {

	/** @var array<array-key, array{id: int, customer_id: int|null, updated_at: string, fingerprint: string}> */
	private array $known = [];

	public function __construct(
		private readonly Database $database,
		private readonly Tickets $tickets,
		private readonly Messages $messages,
		private readonly TimeEntries $time,
		private readonly Findings $findings,
		private readonly MessageReader $reader,
		private readonly Agents $agents,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
	) {
	}

	/**
	 * One read for a whole delivery.
	 *
	 * @param list<string> $external_ids
	 */
	public function look_up( string $source, array $external_ids ): void {
		$this->known = $this->tickets->known( $source, $external_ids );
	}

	/** What `look_up()` saw, delivered again just as it was. */
	public function repeated( Ticket $ticket ): ?IntakeResult {
		$before = $this->known[ $ticket->external_id ] ?? null;

		return $before !== null && $before['fingerprint'] === $ticket->fingerprint() ? new IntakeResult( $ticket->external_id, 'unchanged', $before['id'], customer_id: $before['customer_id'] ) : null;
	}

	/**
	 * What `keep()` would most likely answer, by what `look_up()` saw.
	 *
	 * @return 'created'|'updated'|'unchanged'
	 */
	public function foretell( Ticket $ticket ): string {
		$before = $this->known[ $ticket->external_id ] ?? null;
		if ( $before === null ) {
			return 'created';
		}

		return $before['fingerprint'] === $ticket->fingerprint() || $before['updated_at'] > Database::time( $ticket->updated_at ) ? 'unchanged' : 'updated';
	}

	/** @param array{customer_id: int, key_id: int}|null $who Null: one of our own people asked. */
	public function keep( string $source, Ticket $ticket, ?array $who, string $note = '' ): IntakeResult {
		$row    = Tickets::row( $source, $ticket, $who, $this->agents->id_of( $ticket->agent ) );
		$before = $this->known[ $ticket->external_id ] ?? null;
		$result = $this->repeated( $ticket );
		if ( $result !== null ) {
			return $result;
		}
		$result = $this->database->atomically( fn (): IntakeResult => $before === null ? $this->create( $source, $ticket, $row, $note ) : $this->update( $source, $ticket, $row, $before, $note ) );
		unset( $this->known[ $ticket->external_id ] );
		$this->known += $this->tickets->known( $source, [ $ticket->external_id ] );

		return $result;
	}

	/** @param array<string, scalar|null> $row */
	private function create( string $source, Ticket $ticket, array $row, string $note ): IntakeResult {
		$id = $this->tickets->insert( $row );
		if ( $id === null ) {
			// Not to be seen from inside a transaction that began before it came: then the delivery is begun anew.
			$before = $this->tickets->known( $source, [ $ticket->external_id ] )[ $ticket->external_id ] ?? throw new RuntimeException( 'Somebody stored this ticket just now.' );

			return $this->update( $source, $ticket, $row, $before, $note );
		}
		$customer = $row['customer_id'] === null ? null : (int) $row['customer_id'];
		$this->keep_parts( $source, $ticket, $id, $customer, $note );

		return new IntakeResult( $ticket->external_id, 'created', $id, customers: self::list( $customer ), customer_id: $customer );
	}

	/**
	 * @param array<string, scalar|null>                                                      $row
	 * @param array{id: int, customer_id: int|null, updated_at: string, fingerprint: string} $before
	 */
	private function update( string $source, Ticket $ticket, array $row, array $before, string $note ): IntakeResult {
		$is_older = $row['updated_at'] < $before['updated_at'];
		$customer = $is_older ? $before['customer_id'] : ( $row['customer_id'] === null ? null : (int) $row['customer_id'] );
		$messages = $this->messages->told_of( $before['id'] );
		if ( ! $is_older ) {
			$this->tickets->replace( $before['id'], $row );
		}
		$this->keep_parts( $source, $ticket, $before['id'], $customer, $note, $messages );
		if ( $customer !== $before['customer_id'] ) {
			$this->messages->give_to( $before['id'], $customer );
			$this->findings->give_to( $before['id'], $customer );
			$this->time->give_to( $before['id'], $customer );
		}
		$is_changed = ! $is_older || count( $this->messages->told_of( $before['id'] ) ) > count( $messages );

		return new IntakeResult( $ticket->external_id, $is_changed ? 'updated' : 'unchanged', $before['id'], customers: [ ...self::list( $customer ), ...self::list( $before['customer_id'] ) ], customer_id: $customer );
	}

	/** @param array<array-key, string>|null $told Messages that we have, and when we were told of each; null: a ticket that is new here. */
	private function keep_parts( string $source, Ticket $ticket, int $id, ?int $customer, string $note, ?array $told = null ): void {
		$docs  = new DocsLinks( $this->settings->current()->docs_urls );
		$now   = $this->clock->now();
		$rows  = [];
		$found = [];
		foreach ( $ticket->messages as $message ) {
			$heard  = $customer === null ? null : $this->reader->read_message( $message, $now )?->by( $ticket->channel->value );
			$rows[] = Messages::row( $id, $customer, $message, $this->agents->id_of( $message->author ), $docs, $ticket->updated_at, $now, $heard?->languages );
			if ( $heard !== null && ( $told[ $message->external_id ] ?? '' ) <= Database::time( $ticket->updated_at ) ) {
				$found[ $message->external_id ] = $heard->findings;
			}
		}
		$this->messages->save( $rows );
		if ( $customer !== null && ( $told !== null || array_filter( $found ) !== [] ) ) {
			$this->findings->keep( [ $id => [ 'customer_id' => $customer, 'found' => $found ] ] );
		}
		$time = TimeEntries::row( $source, $id, $customer, $ticket, $this->agents->id_of( $ticket->agent ), $note );
		$this->time->save( $time === null ? [] : [ $time ] );
	}

	/** @return list<int> */
	private static function list( ?int $customer ): array {
		return $customer === null ? [] : [ $customer ];
	}
}
