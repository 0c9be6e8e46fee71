<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Language\Label;
use Amicable\Language\LegalKind;
use Amicable\Patterns\Remark;
use Amicable\Patterns\Said;
use Amicable\Storage\Sums\Scope;

/** What was found in customers' messages, as patterns see it: without rules that went silent, and without what is spam. */
final class Remarks {

	public function __construct( private readonly Database $database ) {
	}

	/** @return array<int, list<Remark>> By customer. */
	public function of( Scope $scope ): array {
		return $this->remarks( $scope->of( 'f.customer_id' ) )[0];
	}

	/**
	 * Everybody's who may be judged, since a moment.
	 *
	 * @return array<int, list<Remark>>|null By customer; null: more than so many.
	 */
	public function since( string $moment, int $most ): ?array {
		[ $remarks, $rows ] = $this->remarks( "f.at > %s AND f.customer_id IN (SELECT id FROM {$this->database->table( 'customers' )} WHERE excluded_at IS NULL AND merged_into IS NULL)", [ $moment ], $most + 1 );

		return $rows > $most ? null : $remarks;
	}

	/**
	 * @param list<string> $values
	 * @return array{array<int, list<Remark>>, int} And how many findings that were.
	 */
	private function remarks( string $condition, array $values = [], ?int $limit = null ): array {
		$rows     = $this->database->rows(
			"SELECT f.message_id, f.ticket_id, f.customer_id, f.label, f.kind, f.severity, f.rule, f.why, f.quote, f.start_at, f.end_at, f.quoted, f.at, t.url, t.cause, t.held_by, t.incident_id
			FROM {$this->database->table( 'findings' )} f JOIN {$this->database->table( 'tickets' )} t ON t.id = f.ticket_id
			LEFT JOIN {$this->database->table( 'rule_votes' )} v ON v.rule = f.rule AND v.silent_since IS NOT NULL
			WHERE $condition AND v.rule IS NULL AND t.status NOT IN ('spam', 'deleted', 'merged')" . ( $limit === null ? '' : " LIMIT $limit" ),
			$values
		);
		$messages = [];
		foreach ( $rows as $row ) {
			$messages[ (int) $row['message_id'] ][] = $row;
		}
		$remarks = [];
		foreach ( $messages as $id => $found ) {
			$remarks[ (int) $found[0]['customer_id'] ][] = new Remark(
				(int) $found[0]['ticket_id'],
				$id,
				Database::moment( (string) $found[0]['at'] )->getTimestamp(),
				array_values( array_filter( array_map( self::said( ... ), $found ) ) ),
				$found[0]['cause'] === 'ours' || $found[0]['held_by'] !== null,
				$found[0]['url'] === '' ? null : $found[0]['url'],
				$found[0]['held_by'] !== null || $found[0]['incident_id'] !== null,
			);
		}

		return [ $remarks, count( $rows ) ];
	}

	/** @param array<string, string|null> $row What this version does not know is left out. */
	private static function said( array $row ): ?Said {
		$label = Label::tryFrom( (string) $row['label'] );

		return $label === null ? null : new Said( $label, LegalKind::tryFrom( (string) $row['kind'] ), (int) $row['severity'], (string) $row['rule'], (string) $row['why'], (string) $row['quote'], (int) $row['start_at'], (int) $row['end_at'], $row['quoted'] === '1' );
	}
}
