<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\HelpDesks\Intake\MessageReader;
use Amicable\Jobs\Sweepable;
use Amicable\Storage\Findings;
use Amicable\Storage\Imports;
use Amicable\Storage\Messages;
use Closure;

/**
 * Reads again what customers wrote, as far as we still have it, when the rules for reading are others than before. What was found in texts that are gone stays as
 * it was found.
 */
final class ReadMessages implements Sweepable {

	public const NAME = 'read_messages';

	/** The row of `imports` that says by which rules messages were last read. */
	private const SOURCE = 'reading';

	private const LEASE_SECONDS = 120;

	private const TURN_SECONDS = 15.0;

	private const ROWS = 500;

	/** @param Closure(): string $edition Of the rules. */
	public function __construct(
		private readonly Messages $messages,
		private readonly Findings $findings,
		private readonly MessageReader $reader,
		private readonly Projector $projector,
		private readonly Imports $imports,
		private readonly Closure $edition,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		if ( $this->is_stale() ) {
			$this->imports->start( self::SOURCE, 0, '0', ( $this->edition )() );
		}
		$token = $this->imports->claim( self::SOURCE, self::LEASE_SECONDS );
		if ( $token === null ) {
			return null;
		}
		$after = (int) ( $this->imports->find( self::SOURCE )['cursor'] ?? 0 );
		$last  = $this->messages->last_id();
		$until = microtime( true ) + self::TURN_SECONDS;
		while ( $after < $last && microtime( true ) < $until ) {
			$this->slice( $after );
			$after += self::ROWS;
		}
		$this->imports->put_back( $token, (string) $after, min( $after, $last ), $after >= $last );

		return $after >= $last ? null : 1;
	}

	public function due(): array {
		return $this->is_stale() || ( $this->imports->find( self::SOURCE )['state'] ?? '' ) === 'running' ? [ [] ] : [];
	}

	private function slice( int $after ): void {
		$read    = [];
		$written = [];
		foreach ( $this->messages->texts_of_customers( $after, self::ROWS ) as $message ) {
			$heard = $this->reader->read( $message['text'] )?->by( $message['channel'] );
			if ( $heard === null ) {
				continue;
			}

			$written[ $heard->languages ][] = $message['id'];
			$read[]                         = [
				'id'          => $message['id'],
				'ticket_id'   => $message['ticket_id'],
				'customer_id' => $message['customer_id'],
				'at'          => $message['at'],
				'findings'    => $heard->findings,
			];
		}
		foreach ( $written as $languages => $ids ) {
			$this->messages->set_languages( $ids, $languages );
		}
		$this->projector->project_all( $this->findings->replace( $read ) );
	}

	private function is_stale(): bool {
		return ( $this->imports->find( self::SOURCE )['inputs'] ?? null ) !== ( $this->edition )();
	}
}
