<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Patterns\Flag;
use Amicable\Patterns\FlagState;
use Amicable\Patterns\Level;
use Amicable\Storage\Sums\Scope;
use DateTimeImmutable;

/** What waits for a person's word: flags that nobody has judged, legal steps first, and rights that nobody has answered. */
final class ReviewQueue {

	private const ASKED_SINCE = '-90 days';

	private const OPEN = "state = 'open' AND level = 'flag'";

	public function __construct(
		private readonly Database $database,
		private readonly Flags $flags,
	) {
	}

	public function count(): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( 'flags' )} WHERE " . self::OPEN );
	}

	/** @return list<Flag> */
	public function flags( int $limit ): array {
		$rows = $this->database->rows( "SELECT id, customer_id FROM {$this->database->table( 'flags' )} WHERE " . self::OPEN . " ORDER BY CASE WHEN pattern = 'legal_step' THEN 0 ELSE 1 END, since DESC, id DESC LIMIT %d", [ $limit ] );
		if ( $rows === [] ) {
			return [];
		}
		$place = array_flip( array_map( static fn ( array $row ): int => (int) $row['id'], $rows ) );
		$flags = array_filter( $this->flags->of_all( Scope::some( array_map( static fn ( array $row ): int => (int) $row['customer_id'], $rows ) ) ), static fn ( Flag $flag ): bool => isset( $place[ $flag->id ] ) && $flag->state === FlagState::Open && $flag->level === Level::Flag );
		usort( $flags, static fn ( Flag $a, Flag $b ): int => $place[ $a->id ] <=> $place[ $b->id ] );

		return $flags;
	}

	/** @return list<array<string, string|null>> Findings of rights that nobody answered, the longest waiting first. */
	public function rights( DateTimeImmutable $now, int $limit ): array {
		return $this->database->rows( "SELECT f.*, c.name, c.email, t.url {$this->asked()} ORDER BY f.at, f.id LIMIT %d", [ $this->since( $now ), $limit ] );
	}

	/** @return list<array<string, string|null>> The same, one a customer, as the overview lists what waits. */
	public function rights_by_customer( DateTimeImmutable $now, int $limit ): array {
		return $this->database->rows( "SELECT 'right' AS kind, f.customer_id AS id, MAX(c.name) AS name, MAX(c.email) AS email, '' AS about, MIN(f.at) AS since {$this->asked()} GROUP BY f.customer_id ORDER BY MIN(f.at), f.customer_id LIMIT %d", [ $this->since( $now ), $limit ] );
	}

	private function asked(): string {
		return "FROM {$this->database->table( 'findings' )} f JOIN {$this->database->table( 'customers' )} c ON c.id = f.customer_id JOIN {$this->database->table( 'tickets' )} t ON t.id = f.ticket_id
			WHERE f.label = 'right' AND f.answered_at IS NULL AND f.at > %s AND t.status NOT IN ('spam', 'deleted', 'merged')";
	}

	/** What an old file brings along was answered long ago, one way or the other. */
	private function since( DateTimeImmutable $now ): string {
		return Database::time( $now->modify( self::ASKED_SINCE ) );
	}

	/** Says that a right was answered; with it all that asked for one in the same ticket. Null: there is no such finding. */
	public function answer( int $id, int $user_id, DateTimeImmutable $now ): ?int {
		$table = $this->database->table( 'findings' );
		$row   = $this->database->row( "SELECT ticket_id, customer_id FROM $table WHERE id = %d AND label = 'right'", [ $id ] );
		if ( $row === null ) {
			return null;
		}
		$this->database->write( "UPDATE $table SET answered_at = %s, answered_by = %d WHERE ticket_id = %d AND label = 'right' AND answered_at IS NULL", [ Database::time( $now ), $user_id, (int) $row['ticket_id'] ] );

		return (int) $row['customer_id'];
	}
}
