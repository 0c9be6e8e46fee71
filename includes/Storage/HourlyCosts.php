<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Values\Money;
use DateTimeImmutable;

/** What an hour of each agent costs, from which day on. A pay rise never rewrites the past. */
final class HourlyCosts {

	public function __construct( private readonly Database $database ) {
	}

	/** @return list<array{user_id: int, hourly_cost: Money, from: DateTimeImmutable}> */
	public function all(): array {
		$rows = $this->database->rows( "SELECT agent_id, from_at, currency, minor FROM {$this->database->table( 'hourly_costs' )} ORDER BY agent_id, from_at" );

		return array_map(
			static fn ( array $row ): array => [
				'user_id'     => (int) $row['agent_id'],
				'hourly_cost' => new Money( (int) $row['minor'], (string) $row['currency'] ),
				'from'        => Database::moment( (string) $row['from_at'] ),
			],
			$rows
		);
	}

	/**
	 * Puts a new list in place of the old one; answers whether anything changed.
	 *
	 * @param list<array{user_id: int, hourly_cost: Money, from: DateTimeImmutable}> $agents
	 */
	public function replace( array $agents ): bool {
		$before = $this->keyed( $this->all() );
		$after  = $this->keyed( $agents );
		if ( $before === $after ) {
			return false;
		}
		$table = $this->database->table( 'hourly_costs' );
		foreach ( array_diff_key( $before, $after ) as [ $agent, $from ] ) {
			$this->database->write( "DELETE FROM $table WHERE agent_id = %d AND from_at = %s", [ $agent, $from ] );
		}
		foreach ( array_diff_key( $after, $before ) as $row ) {
			$this->database->write( "INSERT INTO $table (agent_id, from_at, currency, minor) VALUES (%d, %s, %s, %d) ON DUPLICATE KEY UPDATE currency = VALUES(currency), minor = VALUES(minor)", $row );
		}

		return true;
	}

	/**
	 * @param list<array{user_id: int, hourly_cost: Money, from: DateTimeImmutable}> $agents
	 * @return array<string, array{int, string, string, int}> Agent, from, currency and amount, under all four.
	 */
	private function keyed( array $agents ): array {
		$keyed = [];
		foreach ( $agents as $agent ) {
			$row                           = [ $agent['user_id'], Database::time( $agent['from'] ), $agent['hourly_cost']->currency, $agent['hourly_cost']->minor ];
			$keyed[ implode( '|', $row ) ] = $row;
		}
		ksort( $keyed );

		return $keyed;
	}
}
