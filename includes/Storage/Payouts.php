<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Stores\OrderRef;
use DateTimeImmutable;

/** Orders whose money a run of ours gave back, with proof or by somebody's word. */
final class Payouts {

	public function __construct( private readonly Database $database ) {
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return array<string, DateTimeImmutable> Order key => when, last.
	 */
	public function of( array $refs ): array {
		$found = [];
		foreach ( self::by_store( $refs ) as $store => $ids ) {
			$marks = implode( ', ', array_fill( 0, count( $ids ), '%s' ) );
			$rows  = $this->database->rows( "SELECT target, MAX(ended_at) AS at FROM {$this->database->table( 'steps' )} WHERE store = %s AND target IN ($marks) AND kind = 'refund' AND state = 'done' GROUP BY target", [ $store, ...$ids ] );
			foreach ( $rows as $row ) {
				$found[ "$store:{$row['target']}" ] = Database::moment( (string) $row['at'] );
			}
		}

		return $found;
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return array<string, non-empty-list<string>>
	 */
	private static function by_store( array $refs ): array {
		$ids = [];
		foreach ( $refs as $ref ) {
			$ids[ $ref->store ][] = (string) $ref->id;
		}

		return $ids;
	}
}
