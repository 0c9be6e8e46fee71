<?php
declare( strict_types=1 );

namespace Amicable\Customers;

use Amicable\Jobs\Jobs;
use Amicable\Jobs\Sweepable;
use Amicable\Projection\Projector;
use Amicable\Projection\TicketStandings;
use Amicable\Storage\Customers;
use Amicable\Storage\FactMover;

/** Brings facts to whom their keys belong after a merge or its undoing, a few hundred at a time, and recounts both sides each time. */
final class MoveFacts implements Sweepable {

	public const NAME = 'move_facts';

	private const FIRST_SECONDS = 2.0;
	private const TURN_SECONDS  = 15.0;

	public function __construct(
		private readonly FactMover $mover,
		private readonly Customers $customers,
		private readonly TicketStandings $standings,
		private readonly Projector $projector,
		private readonly Jobs $jobs,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	/** @param array<string, int|string> $args `customer`: whose facts may belong to somebody else. */
	public function run( array $args ): ?int {
		return $this->move( (int) ( $args['customer'] ?? 0 ), self::TURN_SECONDS ) ? 1 : null;
	}

	public function due(): array {
		return array_map( static fn ( int $id ): array => [ 'customer' => $id ], $this->customers->all_moving() );
	}

	/** Most customers are done before anybody looks; who has many facts is done by a job. */
	public function begin( int $from, int $to ): void {
		if ( $this->move( $from, self::FIRST_SECONDS ) ) {
			$this->jobs->enqueue( self::NAME, [ 'customer' => $from ] );
		}
		$this->projector->project_all( [ $from, $to ] );
	}

	/** Whether something is left. */
	private function move( int $customer_id, float $seconds ): bool {
		$moving = $this->customers->moving( $customer_id );
		$now    = $this->customers->current( $customer_id );
		if ( $now !== $customer_id ) {
			$this->mover->hand_over( $customer_id, $now );
		}
		$until = microtime( true ) + $seconds;
		do {
			$owners = $this->mover->move_some( $customer_id );
			$this->standings->recount( $customer_id, $now, ...$owners ); // Who wrote under two names may have asked twice.
			$this->projector->project_all( [ $customer_id, $now, ...$owners ] );
		} while ( $owners !== [] && microtime( true ) < $until );
		if ( $owners === [] ) {
			$this->customers->stop_moving( $customer_id, $moving );
		}

		return $owners !== [];
	}
}
