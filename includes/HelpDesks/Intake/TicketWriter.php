<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\AmicableException;
use Amicable\Away\ContestTasks;
use Amicable\Customers\Identity;
use Amicable\ErrorLog;
use Amicable\HelpDesks\Ticket;
use Amicable\Projection\CustomerCounter;
use Amicable\Storage\Database;
use Throwable;

/**
 * Takes what desks deliver, in whatever order and however often.
 *
 * Each ticket is stored whole or not at all, and what is wrong with one is no matter of the others. Figures follow after that.
 */
final class TicketWriter {

	/** Whoever delivers the same at the same time wins or loses a few times, never always. */
	private const TRIES = 4;

	public function __construct(
		private readonly Database $database,
		private readonly TicketReader $reader,
		private readonly TicketKeeper $keeper,
		private readonly Identity $identity,
		private readonly CustomerCounter $counter,
		private readonly TicketLocks $locks,
		private readonly ContestTasks $contests,
	) {
	}

	/**
	 * @param string      $source  Slug of the desk.
	 * @param list<mixed> $tickets As decoded from JSON, shape `tickets.ticket`.
	 * @return list<IntakeResult> In the same order.
	 */
	public function write( string $source, array $tickets ): array {
		$this->keeper->look_up( $source, array_values( array_filter( array_map( static fn ( mixed $item ): mixed => is_array( $item ) ? $item['external_id'] ?? null : null, $tickets ), is_string( ... ) ) ) );
		$read = array_map( fn ( mixed $item, int $index ): Delivered|IntakeResult => $this->read( $item, "tickets.$index" ), $tickets, array_keys( $tickets ) );
		try {
			return $this->store( $source, $read );
		} catch ( Throwable $surprise ) {
			self::note( $surprise );
		}

		// Something broke, a deadlock perhaps, and nothing was kept. One by one, so that only what is broken stays out.
		return array_map( fn ( Delivered|IntakeResult $one ): IntakeResult => $this->store_one( $source, $one ), $read );
	}

	private function read( mixed $item, string $path ): Delivered|IntakeResult {
		$ticket = $this->reader->read( $item, $path );
		$result = $ticket instanceof Ticket ? $this->keeper->repeated( $ticket ) : $ticket;
		if ( $result !== null || ! $ticket instanceof Ticket ) {
			return $result;
		}
		try {
			return new Delivered( $ticket, $path, $this->identity->for_requester( (string) $ticket->requester->email?->normalized, $ticket->requester->name, $ticket->requester->user_id, $ticket->requester->order ) );
		} catch ( AmicableException $refusal ) {
			return TicketReader::refused( $ticket->external_id, $path, array_map( static fn ( string $sentence ): array => [ $refusal->reason, $sentence ], $refusal->params === [] ? [ 'body' => $refusal->getMessage() ] : $refusal->params ) );
		}
	}

	/**
	 * @param list<Delivered|IntakeResult> $read
	 * @return list<IntakeResult>
	 */
	private function store( string $source, array $read ): array {
		$results   = [];
		$customers = $this->database->atomically(
			function () use ( $source, $read, &$results ): array {
				$results   = array_map( fn ( Delivered|IntakeResult $one ): IntakeResult => $one instanceof Delivered ? $this->keeper->keep( $source, $one->ticket, $one->who ) : $one, $read );
				$customers = array_values( array_unique( array_merge( ...array_map( static fn ( IntakeResult $result ): array => $result->customers, $results ) ) ) );
				sort( $customers ); // Everybody takes them in the same order, so that fewer deliveries wait for each other in a circle.
				$this->counter->ask( $customers );

				return $customers;
			}
		);
		$this->counter->count( $customers );
		$this->contests->make( $results );

		return $this->locks->mark( $results );
	}

	private function store_one( string $source, Delivered|IntakeResult $one ): IntakeResult {
		if ( $one instanceof IntakeResult ) {
			return $one;
		}
		for ( $try = 1; $try <= self::TRIES; $try++ ) {
			try {
				$this->keeper->look_up( $source, [ $one->ticket->external_id ] );

				return $this->store( $source, [ $one ] )[0];
			} catch ( Throwable $surprise ) {
				self::note( $surprise );
				usleep( $try * 20_000 );
			}
		}

		return TicketReader::refused( $one->ticket->external_id, $one->path, [ 'body' => [ 'amicable_not_stored', __( 'This could not be stored. Nothing of it was kept; send it again.', 'amicable' ) ] ] );
	}

	/** Where, never the text: a database's message may quote a person's words. */
	private static function note( Throwable $surprise ): void {
		ErrorLog::broken( 'a delivery was not stored as a whole', $surprise ); // The sender learns that it failed, the site's owner where.
	}
}
