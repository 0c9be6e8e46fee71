<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Cases\Stage;
use Amicable\Cases\View;
use Amicable\Offboarding\RunState;
use DateTimeImmutable;

/** Which cases a list shows. */
final class CaseQuery {

	/** What falls due within this counts as due. */
	public const AHEAD = '+1 day';

	public function __construct(
		public readonly ?Stage $stage = null,
		public readonly ?int $customer_id = null,
		public readonly ?View $view = null,
		public readonly int $user_id = 0,
	) {
	}

	/** @return array{string, list<string|int>} A WHERE clause, or nothing, and its values. */
	public function where( Database $database, DateTimeImmutable $now ): array {
		$parts = array_filter( [
			$this->stage === null ? null : [ 'c.stage = %s', [ $this->stage->value ] ],
			$this->customer_id === null ? null : [ 'c.customer_id = %d', [ $this->customer_id ] ],
			$this->seen( $database, Database::time( $now->modify( self::AHEAD ) ) ),
		] );

		return [ $parts === [] ? '' : 'WHERE ' . implode( ' AND ', array_column( $parts, 0 ) ), array_merge( ...array_column( $parts, 1 ) ) ];
	}

	/** @return array{string, list<string|int>}|null */
	private function seen( Database $database, string $until ): ?array {
		return match ( $this->view ) {
			null             => null,
			View::Mine       => [ 'c.open_claim IS NOT NULL AND c.assignee_id = %d', [ $this->user_id ] ],
			View::Unassigned => [ 'c.open_claim IS NOT NULL AND c.assignee_id IS NULL', [] ],
			View::Approval   => [ "c.id IN (SELECT r.case_id FROM {$database->table( 'runs' )} r WHERE r.state = %s AND r.version > 1)", [ RunState::AwaitingApproval->value ] ],
			View::Due        => [
				"((c.open_claim IS NOT NULL AND (c.due_at <= %s OR c.check_in_at <= %s)) OR c.id IN (SELECT e.case_id FROM {$database->table( 'case_entries' )} e WHERE e.state = 'open' AND e.due_at <= %s))",
				[ $until, $until, $until ],
			],
		};
	}
}
