<?php
declare( strict_types=1 );

namespace Amicable\Away;

use Amicable\Cases\Chance\EntryKind;
use Amicable\Cases\Chance\EntryState;
use Amicable\Cases\Chance\TaskKind;
use Amicable\Clock;
use Amicable\HelpDesks\Intake\IntakeResult;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\Cases;
use Amicable\Storage\ContestRows;
use Amicable\Storage\Database;
use Amicable\Storage\LogChain;

/** Whoever was told to write once if a fact is wrong, and does, makes a task for somebody else than whose case it is. The case stays where it is. */
final class ContestTasks {

	/** So long there is to look. */
	private const WITHIN = '+30 days';

	public function __construct(
		private readonly ContestRows $rows,
		private readonly Cases $cases,
		private readonly CaseEntries $entries,
		private readonly LogChain $log,
		private readonly Clock $clock,
	) {
	}

	/** @param list<IntakeResult> $results What a desk just delivered. */
	public function make( array $results ): void {
		$news    = array_filter( $results, static fn ( IntakeResult $result ): bool => in_array( $result->result, [ 'created', 'updated' ], true ) );
		$tickets = array_values( array_filter( array_map( static fn ( IntakeResult $result ): ?int => $result->ticket_id, $news ), is_int( ... ) ) );
		foreach ( $this->rows->among( $tickets ) as $row ) {
			$case = $this->cases->find( $row['case_id'] );
			if ( $case === null ) {
				continue;
			}
			$columns = [
				'what'      => TaskKind::Contest->value,
				'note'      => $row['subject'],
				'ticket_id' => $row['ticket_id'],
				'due_at'    => Database::time( $this->clock->now()->modify( self::WITHIN ) ),
			];
			$entry   = $this->entries->add( $case, EntryKind::Task, EntryState::Open, 0, $columns );
			$this->log->append( 'case_entry', 'case', $case->id, $case->customer_id, 0, [ 'kind' => EntryKind::Task->value, 'what' => TaskKind::Contest->value, 'entry' => $entry->id ] );
		}
	}
}
