<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use DateTimeImmutable;

/**
 * Cases that ended long ago. Their words go: messages, the book, what was handed over, and what the log kept apart from its chain, which
 * holds without them. Rows that others point at stay without words; runs and their money stay whole.
 */
final class EndedCases {

	public function __construct( private readonly Database $database ) {
	}

	/** Done twice it finds nothing the second time. */
	public function forget( DateTimeImmutable $before ): void {
		$ended = "SELECT id FROM {$this->table( 'cases' )} WHERE open_claim IS NULL AND closed_at IS NOT NULL AND closed_at <= %s";
		$when  = [ Database::time( $before ) ];
		$this->database->atomically(
			function () use ( $ended, $when ): void {
				// The log knows messages by their rows, so it comes first.
				$this->database->write( "DELETE FROM {$this->table( 'log_payloads' )} WHERE log_id IN (SELECT l.id FROM {$this->table( 'log' )} l WHERE l.object = 'case' AND l.object_id IN ($ended))", $when );
				$this->database->write( "DELETE FROM {$this->table( 'log_payloads' )} WHERE log_id IN (SELECT l.id FROM {$this->table( 'log' )} l INNER JOIN {$this->table( 'letters' )} w ON w.id = l.object_id WHERE l.object = 'letter' AND w.case_id IN ($ended))", $when );
				$this->database->write( "UPDATE {$this->table( 'letters' )} SET recipient = '', subject = '', body = NULL, facts = NULL, failure = '', version = version + 1 WHERE body IS NOT NULL AND state <> 'sending' AND case_id IN ($ended)", $when );
				$this->database->write( "DELETE FROM {$this->table( 'case_entries' )} WHERE case_id IN ($ended)", $when );
				$this->database->write( "UPDATE {$this->table( 'closings' )} SET handed_what = '' WHERE handed_what <> '' AND case_id IN ($ended)", $when );
				$this->database->write( "UPDATE {$this->table( 'cases' )} SET never_promised = '', version = version + 1 WHERE never_promised <> '' AND open_claim IS NULL AND closed_at IS NOT NULL AND closed_at <= %s", $when );
			}
		);
	}

	private function table( string $name ): string {
		return $this->database->table( $name );
	}
}
