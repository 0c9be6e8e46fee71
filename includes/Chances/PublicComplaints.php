<?php
declare( strict_types=1 );

namespace Amicable\Chances;

use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\EntryKind;
use Amicable\Cases\Chance\EntryState;
use Amicable\Clock;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\Cases;
use Amicable\Storage\LogChain;

/** What a customer said in public joins their open case: link and stars in its book, until somebody ticks that it was fixed there. The words stay with the conversation. */
final class PublicComplaints {

	/** Older ones stand in the conversation alone. */
	private const HEARD_FOR = '-1 year';

	private const AT_MOST = 20;

	public function __construct(
		private readonly Cases $cases,
		private readonly CaseEntries $entries,
		private readonly LogChain $log,
		private readonly Clock $clock,
	) {
	}

	public function join( int $customer_id, int $ticket_id, string $link, ?int $stars, int $user_id ): void {
		$case = $this->cases->open_of( $customer_id );
		if ( $case !== null ) {
			$this->write( $case, $ticket_id, $link, $stars, $user_id );
		}
	}

	/** What was said before there was a case, and is in no other's book, joins the one that opens now. Twice is once. */
	public function gather( CaseRecord $case, int $user_id ): void {
		foreach ( $this->entries->unheard_in_public( $case->customer_id, $this->clock->now()->modify( self::HEARD_FOR ), self::AT_MOST ) as $said ) {
			$this->write( $case, $said['ticket_id'], $said['link'], $said['stars'], $user_id );
		}
	}

	private function write( CaseRecord $case, int $ticket_id, string $link, ?int $stars, int $user_id ): void {
		$details = array_filter( [ 'link' => $link, 'stars' => $stars ], static fn ( string|int|null $value ): bool => $value !== null );
		$entry   = $this->entries->add( $case, EntryKind::Complaint, EntryState::Open, $user_id, [ 'ticket_id' => $ticket_id, 'details' => $details ] );
		$this->log->append( 'case_entry', 'case', $case->id, $case->customer_id, $user_id, [ 'kind' => EntryKind::Complaint->value, 'entry' => $entry->id ] );
	}
}
