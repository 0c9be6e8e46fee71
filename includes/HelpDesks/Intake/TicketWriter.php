<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\AmicableException;
use Amicable\Customers\Identity;
use Amicable\HelpDesks\Ticket;
use Closure;
use Throwable;

/**
 * Takes what desks deliver, in whatever order and however often.
 *
 * Each ticket is stored whole or not at all, and what is wrong with one is no matter of the others. Figures are recounted once a customer.
 */
final class TicketWriter {

	/** @param Closure(list<int>): void $recount Recounts customers. */
	public function __construct(
		private readonly TicketReader $reader,
		private readonly TicketKeeper $keeper,
		private readonly Identity $identity,
		private readonly Closure $recount,
	) {
	}

	/**
	 * @param string      $source  Slug of the desk.
	 * @param list<mixed> $tickets As decoded from JSON, shape `tickets.ticket`.
	 * @return list<IntakeResult> In the same order.
	 */
	public function write( string $source, array $tickets ): array {
		$results = [];
		$this->keeper->look_up( $source, array_values( array_filter( array_map( static fn ( mixed $item ): mixed => is_array( $item ) ? $item['external_id'] ?? null : null, $tickets ), is_string( ... ) ) ) );
		foreach ( $tickets as $index => $item ) {
			$ticket    = $this->reader->read( $item, "tickets.$index" );
			$results[] = $ticket instanceof Ticket ? $this->store( $source, $ticket, "tickets.$index" ) : $ticket;
		}
		$this->recount( $results );

		return $results;
	}

	private function store( string $source, Ticket $ticket, string $path ): IntakeResult {
		$repeated = $this->keeper->repeated( $ticket );
		if ( $repeated !== null ) {
			return $repeated;
		}
		try {
			$who = $this->identity->for_requester( (string) $ticket->requester->email?->normalized, $ticket->requester->name, $ticket->requester->user_id, $ticket->requester->order );

			return $this->keeper->keep( $source, $ticket, $who );
		} catch ( AmicableException $refusal ) {
			return TicketReader::refused( $ticket->external_id, $path, array_map( static fn ( string $sentence ): array => [ $refusal->reason, $sentence ], $refusal->params === [] ? [ 'body' => $refusal->getMessage() ] : $refusal->params ) );
		} catch ( Throwable $surprise ) {
			error_log( sprintf( 'Amicable: a ticket was not stored: %s at %s:%d', $surprise::class, basename( $surprise->getFile() ), $surprise->getLine() ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_error_log -- the sender learns that it failed, the site's owner where.

			return TicketReader::refused( $ticket->external_id, $path, [ 'body' => [ 'amicable_not_stored', __( 'This could not be stored. Nothing of it was kept; send it again.', 'amicable' ) ] ] );
		}
	}

	/** @param list<IntakeResult> $results */
	private function recount( array $results ): void {
		$customers = array_values( array_unique( array_merge( ...array_map( static fn ( IntakeResult $result ): array => $result->customers, $results ) ) ) );
		if ( $customers !== [] ) {
			( $this->recount )( $customers );
		}
	}
}
