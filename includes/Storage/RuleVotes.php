<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use DateTimeImmutable;

/** What people said to what each rule found. A rule that they prove bad goes silent. */
final class RuleVotes {

	public function __construct( private readonly Database $database ) {
	}

	/** @return array{confirmed: int, dismissed: int} */
	public function of( string $rule ): array {
		$row = $this->database->row( "SELECT confirmed, dismissed FROM {$this->table()} WHERE rule = %s", [ $rule ] );

		return [
			'confirmed' => (int) ( $row['confirmed'] ?? 0 ),
			'dismissed' => (int) ( $row['dismissed'] ?? 0 ),
		];
	}

	/** @param list<string> $rules */
	public function add( array $rules, bool $confirmed ): void {
		$rows = array_map(
			static fn ( string $rule ): array => [
				'rule'      => $rule,
				'confirmed' => (int) $confirmed,
				'dismissed' => (int) ! $confirmed,
			],
			$rules
		);
		$this->database->insert_all( 'rule_votes', $rows, 'confirmed = confirmed + VALUES(confirmed), dismissed = dismissed + VALUES(dismissed)' );
	}

	public function silence( string $rule, DateTimeImmutable $now ): void {
		$this->database->write( "UPDATE {$this->table()} SET silent_since = %s WHERE rule = %s AND silent_since IS NULL", [ Database::time( $now ), $rule ] );
	}

	/** Silences a rule that nobody here has judged yet, or not often. */
	public function adopt( string $rule, DateTimeImmutable $now ): void {
		$this->database->insert_all( 'rule_votes', [ [ 'rule' => $rule, 'confirmed' => 0, 'dismissed' => 0 ] ] );
		$this->silence( $rule, $now );
	}

	/** A person wants to hear of it again: what was said before does not count any more. False: it was not silent. */
	public function heed( string $rule ): bool {
		return $this->database->write( "DELETE FROM {$this->table()} WHERE rule = %s AND silent_since IS NOT NULL", [ $rule ] ) > 0;
	}

	/** @return list<array<string, string|null>> rule, confirmed, dismissed, silent_since. */
	public function silent(): array {
		return $this->database->rows( "SELECT * FROM {$this->table()} WHERE silent_since IS NOT NULL ORDER BY silent_since DESC, rule" );
	}

	private function table(): string {
		return $this->database->table( 'rule_votes' );
	}
}
