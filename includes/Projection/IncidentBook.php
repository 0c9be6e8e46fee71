<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\AmicableException;
use Amicable\Clock;
use Amicable\Patterns\Incidents\Incident;
use Amicable\Patterns\Incidents\IncidentState;
use Amicable\Patterns\Incidents\Matcher;
use Amicable\Storage\Database;
use Amicable\Storage\Incidents;
use Amicable\Storage\IncidentTickets;
use Amicable\Storage\LogChain;

/** What people say to incidents: enter one, count tickets in it, end it, take it back. Whoever has such a ticket is judged anew at once, as are past tickets. */
final class IncidentBook {

	private const MOST_TICKETS = 2000;

	public function __construct(
		private readonly Database $database,
		private readonly Incidents $incidents,
		private readonly IncidentTickets $tickets,
		private readonly Projector $projector,
		private readonly LogChain $log,
		private readonly Clock $clock,
	) {
	}

	/** @param Incident $incident Without an id yet. */
	public function enter( Incident $incident, int $user_id ): Incident {
		return $this->database->atomically(
			function () use ( $incident, $user_id ): Incident {
				$id = $this->incidents->add( $incident, $user_id );
				$this->log->append( 'incident_entered', 'incident', $id, null, $user_id, [ 'about' => $incident->about ] );

				return $this->seen( $id );
			}
		);
	}

	/** @throws AmicableException */
	public function seen( int $id, ?int $version = null ): Incident {
		$incident = $this->incidents->find( $id );
		if ( $incident === null || ! $incident->state->is_shown() ) {
			throw new AmicableException( 'amicable_incident_missing', __( 'There is no such incident.', 'amicable' ), 404 );
		}
		if ( $version !== null && $incident->version !== $version ) {
			throw self::stale();
		}

		return $incident;
	}

	/**
	 * Tickets that it seems to explain and that no incident counts yet.
	 *
	 * @return array<int, 'subject'|'text'|'article'> Why, by ticket, the newest first.
	 */
	public function suggested( Incident $incident ): array {
		$matcher = new Matcher( $incident->words, $incident->docs_url );
		$tickets = $this->tickets->between( $incident->from, $incident->until ?? $this->clock->now()->getTimestamp(), self::MOST_TICKETS, true );
		$why     = [];
		foreach ( $tickets as $ticket ) {
			$why[ $ticket->ticket_id ] = $matcher->why( $ticket );
		}
		$taken = array_filter( $this->tickets->details( array_keys( array_filter( $why ) ) ), static fn ( array $row ): bool => $row['incident_id'] !== null );

		return array_filter( array_diff_key( $why, $taken ), static fn ( ?string $one ): bool => $one !== null );
	}

	/**
	 * These came of it: they are our fault, whatever is thought of the others. A proposal is one no more.
	 *
	 * @param list<int> $ticket_ids
	 * @throws AmicableException
	 */
	public function confirm( Incident $incident, array $ticket_ids, int $user_id ): void {
		if ( $ticket_ids === [] ) {
			throw self::invalid( 'tickets', __( 'Choose at least one ticket.', 'amicable' ) );
		}
		$before = $this->tickets->customers( $incident->id );
		$this->write( $incident, $incident->state === IncidentState::Proposed ? IncidentState::Open : $incident->state, $incident->until, 'incident_confirmed', $user_id, function () use ( $incident, $ticket_ids ): void {
			$this->tickets->let_go( $incident->id );
			$this->tickets->count( $incident, $ticket_ids );
		}, count( $ticket_ids ) );
		$this->projector->project_all( [ ...$before, ...$this->tickets->customers( $incident->id ) ] );
	}

	/** It is over: what comes from now on is not suggested any more. What was counted stays our fault. */
	public function end( Incident $incident, int $user_id ): void {
		if ( $incident->state !== IncidentState::Open ) {
			throw new AmicableException( 'amicable_incident_over', __( 'Only what is going on can be ended.', 'amicable' ), 409 );
		}
		$now = $this->clock->now()->getTimestamp();
		$this->write( $incident, IncidentState::Ended, min( $incident->until ?? $now, $now ), 'incident_ended', $user_id, static fn (): null => null );
	}

	/** It was none: its tickets count as before. */
	public function remove( Incident $incident, int $user_id, IncidentState $to = IncidentState::Removed ): void {
		$customers = $this->tickets->customers( $incident->id );
		$this->write( $incident, $to, $incident->until, 'incident_removed', $user_id, function () use ( $incident ): void {
			$this->tickets->let_go( $incident->id );
			$this->tickets->give_back( $incident->id );
		} );
		$this->projector->project_all( $customers );
	}

	/** Holds what a proposal explains, so that nobody is flagged for it before somebody decided. */
	public function hold( Incident $proposal ): void {
		$before = $this->tickets->customers( $proposal->id );
		$this->tickets->hold( $proposal->id, array_keys( $this->suggested( $proposal ) ) );
		$this->projector->project_all( array_values( array_diff( $this->tickets->customers( $proposal->id ), $before ) ) );
	}

	/** @param callable(): mixed $work */
	private function write( Incident $incident, IncidentState $to, ?int $until, string $what, int $user_id, callable $work, ?int $tickets = null ): void {
		$this->database->atomically(
			function () use ( $incident, $to, $until, $what, $user_id, $work, $tickets ): void {
				if ( ! $this->incidents->move( $incident, $to, $until ) ) {
					throw self::stale();
				}
				$work();
				$this->log->append( $what, 'incident', $incident->id, null, $user_id, [ 'about' => $incident->about ] + ( $tickets === null ? [] : [ 'tickets' => $tickets ] ) );
			}
		);
	}

	private static function stale(): AmicableException {
		return new AmicableException( 'amicable_stale', __( 'This changed meanwhile. Look again before you decide.', 'amicable' ), 409 );
	}

	private static function invalid( string $field, string $sentence ): AmicableException {
		return new AmicableException( 'amicable_invalid', $sentence, 400, [ $field => $sentence ] );
	}
}
