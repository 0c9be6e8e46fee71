<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\ErrorLog;
use Amicable\Storage\Recounts;
use Throwable;

/** Counts customers anew after their tickets changed: how each ticket counts, the account, the flags. */
final class CustomerCounter {

	public function __construct(
		private readonly Recounts $recounts,
		private readonly TicketStandings $standings,
		private readonly Projector $projector,
	) {
	}

	/**
	 * Belongs into the transaction that writes the facts.
	 *
	 * @param list<int> $customer_ids
	 */
	public function ask( array $customer_ids ): void {
		$this->recounts->ask( $customer_ids );
	}

	/**
	 * After it, when the facts can be seen by everybody. What breaks here is done by the job: the facts are safe, and the sender need not know.
	 *
	 * @param list<int> $customer_ids
	 */
	public function count( array $customer_ids ): void {
		try {
			$asked = $this->recounts->of( $customer_ids );
			$this->standings->recount( ...$customer_ids );
			$this->projector->project_all( $customer_ids );
			$this->recounts->done( $asked );
		} catch ( Throwable $error ) {
			ErrorLog::broken( 'customers will be counted later', $error ); // Nobody is waiting for this answer.
		}
	}
}
