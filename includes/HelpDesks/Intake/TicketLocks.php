<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\Away\Counsel;
use Amicable\Storage\Locks;

/** Tells a desk, and marks on the ticket, that nobody answers this customer in the ordinary way. */
final class TicketLocks {

	public function __construct(
		private readonly Locks $locks,
		private readonly Counsel $counsel,
	) {
	}

	/**
	 * @param list<IntakeResult> $results
	 * @return list<IntakeResult> The same, each with the lock it is under.
	 */
	public function mark( array $results ): array {
		$customers = array_filter( array_map( static fn ( IntakeResult $result ): ?int => $result->customer_id, $results ), is_int( ... ) );
		$locks     = $this->locks->among( array_values( array_unique( $customers ) ) );
		foreach ( $locks as $customer_id => $lock ) {
			$theirs = array_filter( $results, static fn ( IntakeResult $result ): bool => $result->customer_id === $customer_id && in_array( $result->result, [ 'created', 'updated' ], true ) );
			$this->locks->mark( array_values( array_filter( array_map( static fn ( IntakeResult $result ): ?int => $result->ticket_id, $theirs ), is_int( ... ) ) ), $lock );
		}

		return array_map(
			function ( IntakeResult $result ) use ( $locks ): IntakeResult {
				$lock = $locks[ $result->customer_id ?? 0 ] ?? null;

				return $lock === null ? $result : $result->under( $lock, $this->counsel->of( $lock ) );
			},
			$results
		);
	}
}
