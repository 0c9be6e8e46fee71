<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** How many accounts have which marks, counted now and then: what a list says when counting all of them would take longer than showing them. */
final class Bins {

	public function __construct( private readonly Database $database ) {
	}

	public function recount(): void {
		$bins = $this->database->table( 'account_bins' );
		$this->database->atomically(
			function () use ( $bins ): void {
				$this->database->write( "DELETE FROM $bins" );
				$this->database->write( "INSERT INTO $bins (marks, accounts) SELECT marks, COUNT(*) AS accounts FROM {$this->database->table( 'accounts' )} GROUP BY marks" );
			}
		);
	}

	/** Null: never counted. */
	public function sum( string $condition ): ?int {
		$sum = $this->database->value( "SELECT SUM(accounts) FROM {$this->database->table( 'account_bins' )} WHERE $condition" );

		return $sum === null ? null : (int) $sum;
	}
}
