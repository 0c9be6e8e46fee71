<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Clock;
use Amicable\Jobs\Sweepable;
use Amicable\Patterns\Incidents\Candidate;
use Amicable\Patterns\Incidents\Incident;
use Amicable\Patterns\Incidents\IncidentState;
use Amicable\Patterns\Incidents\Matcher;
use Amicable\Patterns\Incidents\Spike;
use Amicable\Storage\Database;
use Amicable\Storage\Imports;
use Amicable\Storage\Incidents;
use Amicable\Storage\IncidentTickets;

/** Looks once an hour whether suddenly many customers write about one thing, and proposes an incident. A person decides; until then nobody is flagged for those tickets. */
final class LookForIncidents implements Sweepable {

	public const NAME = 'look_for_incidents';

	/** The row of `imports` that says when somebody last looked. */
	private const SOURCE = 'incidents';

	private const EVERY_SECONDS = 3600;

	private const LEASE_SECONDS = 300;

	/** What nobody answered in so long holds nothing back any more. */
	private const LAPSES_AFTER = 14 * 86400;

	private const MOST_TICKETS = 20_000;

	public function __construct(
		private readonly Incidents $incidents,
		private readonly IncidentTickets $tickets,
		private readonly IncidentBook $book,
		private readonly Imports $imports,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	public function due(): array {
		$last = $this->imports->find( self::SOURCE );
		$is_due = $last === null || $last['state'] === 'running' || $this->now() - Database::moment( $last['started_at'] )->getTimestamp() >= self::EVERY_SECONDS;

		return $is_due && $this->tickets->any() ? [ [] ] : [];
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		if ( ( $this->imports->find( self::SOURCE )['state'] ?? '' ) !== 'running' ) {
			$this->imports->start( self::SOURCE, 0 );
		}
		$token = $this->imports->claim( self::SOURCE, self::LEASE_SECONDS );
		if ( $token === null ) {
			return null;
		}
		$this->look();
		$this->imports->put_back( $token, '', 0, true );

		return null;
	}

	private function look(): void {
		$now   = $this->now();
		$known = $this->incidents->since( $now - Spike::SECONDS );
		foreach ( $this->found( $now, $known ) as $proposal ) {
			$this->incidents->add( $proposal, 0 );
		}
		foreach ( $this->incidents->shown() as $incident ) {
			if ( $incident->state === IncidentState::Proposed && $now - $incident->proposed_at > self::LAPSES_AFTER ) {
				$this->book->remove( $incident, 0, IncidentState::Lapsed );
			} elseif ( $incident->state === IncidentState::Proposed ) {
				$this->book->hold( $incident );
			}
		}
	}

	/**
	 * @param list<Incident> $known Tickets that one of these explains, whatever became of it, are no news.
	 * @return list<Incident>
	 */
	private function found( int $now, array $known ): array {
		$tickets  = $this->tickets->between( $now - Spike::SECONDS - Spike::USUAL_SECONDS, $now, self::MOST_TICKETS, false );
		$matchers = array_map( static fn ( Incident $one ): Matcher => new Matcher( $one->words, $one->docs_url ), $known );
		$is_news  = static fn ( Candidate $ticket ): bool => array_filter( $matchers, static fn ( Matcher $matcher ): bool => $matcher->why( $ticket ) !== null ) === [];

		return array_map(
			static fn ( array $spike ): Incident => new Incident( 0, 1, IncidentState::Proposed, $spike['term'], $spike['is_article'] ? '' : $spike['term'], $spike['is_article'] ? $spike['term'] : null, $spike['from'], null, $spike['people'] ),
			Spike::find( array_values( array_filter( $tickets, $is_news ) ), $now )
		);
	}

	private function now(): int {
		return $this->clock->now()->getTimestamp();
	}
}
