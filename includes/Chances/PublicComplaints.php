<?php
declare( strict_types=1 );

namespace Amicable\Chances;

use Amicable\Cases\Chance\EntryKind;
use Amicable\Cases\Chance\EntryState;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\Cases;
use Amicable\Storage\LogChain;

/** What a customer said in public joins their open case: link and stars in its book, until somebody ticks that it was fixed there. The words stay with the conversation. */
final class PublicComplaints {

	public function __construct(
		private readonly Cases $cases,
		private readonly CaseEntries $entries,
		private readonly LogChain $log,
	) {
	}

	public function join( int $customer_id, int $ticket_id, string $link, ?int $stars, int $user_id ): void {
		$case = $this->cases->open_of( $customer_id );
		if ( $case === null ) {
			return;
		}
		$details = array_filter( [ 'link' => $link, 'stars' => $stars ], static fn ( string|int|null $value ): bool => $value !== null );
		$entry   = $this->entries->add( $case, EntryKind::Complaint, EntryState::Open, $user_id, [ 'ticket_id' => $ticket_id, 'details' => $details ] );
		$this->log->append( 'case_entry', 'case', $case->id, $customer_id, $user_id, [ 'kind' => EntryKind::Complaint->value, 'entry' => $entry->id ] );
	}
}
