<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Licensing\Subscription;
use DateTimeImmutable;

/** What subscription systems said they will charge soon, as a job read it. Nobody waits for their pages. */
final class Renewals {

	public const AHEAD = '+30 days';

	public function __construct( private readonly Database $database ) {
	}

	/** @param list<Subscription> $subscriptions */
	public function save( array $subscriptions, DateTimeImmutable $read_at ): void {
		$rows = [];
		foreach ( $subscriptions as $subscription ) {
			if ( $subscription->next_payment_at !== null && $subscription->charging ) {
				$rows[] = [
					'manager'         => $subscription->system,
					'subscription_id' => (int) $subscription->id,
					'currency'        => $subscription->amount->currency,
					'amount'          => $subscription->amount->minor,
					'due_at'          => Database::time( $subscription->next_payment_at ),
					'read_at'         => Database::time( $read_at ),
				];
			}
		}
		( new Rows( $this->database ) )->upsert( 'renewals', $rows );
	}

	/** What was not read again has ended. */
	public function drop_before( DateTimeImmutable $read_at ): void {
		$this->database->write( "DELETE FROM {$this->database->table( 'renewals' )} WHERE read_at < %s", [ Database::time( $read_at ) ] );
	}

	/** @return list<array<string, string|null>> currency, renewals, amount. */
	public function due( DateTimeImmutable $from, DateTimeImmutable $until ): array {
		return $this->database->rows(
			"SELECT currency, COUNT(*) AS renewals, SUM(amount) AS amount FROM {$this->database->table( 'renewals' )} WHERE due_at >= %s AND due_at < %s GROUP BY currency ORDER BY COUNT(*) DESC, currency",
			[ Database::time( $from ), Database::time( $until ) ]
		);
	}
}
