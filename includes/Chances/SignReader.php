<?php
declare( strict_types=1 );

namespace Amicable\Chances;

use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\Cases\Chance\Cause;
use Amicable\Cases\Chance\EntryKind;
use Amicable\Cases\Chance\EntryState;
use Amicable\Cases\Chance\Outcome;
use Amicable\Cases\Chance\Signs;
use Amicable\Cases\Stage;
use Amicable\Clock;
use Amicable\Patterns\Flag;
use Amicable\Patterns\FlagState;
use Amicable\Patterns\Level;
use Amicable\Patterns\Slug;
use Amicable\Settings\CaseRules;
use Amicable\Storage\CaseFacts;
use Amicable\Storage\Flags;
use Amicable\Storage\Letters;
use DateTimeImmutable;

/** Reads from the tables what advice looks at. */
final class SignReader {

	public function __construct(
		private readonly CaseFacts $facts,
		private readonly Flags $flags,
		private readonly Letters $letters,
		private readonly Clock $clock,
	) {
	}

	/** @param list<CaseEntry> $entries The book of the case, the newest first. */
	public function of( CaseRecord $case, array $entries, CaseRules $rules ): Signs {
		$flags    = array_values( array_filter( $this->flags->of( $case->customer_id ), static fn ( Flag $flag ): bool => $flag->state->is_live() && $flag->level === Level::Flag ) );
		$incident = $this->facts->last_incident_at( $case->customer_id );
		$outcome  = $this->outcome( $case, $entries );
		$moved    = self::latest( $this->last( $entries, EntryKind::Move )?->created_at, $this->helped_by_letter( $case ) );
		// After a warning a gift does not make unsaid what came in between.
		$since    = self::latest( $case->state->warned_at, $outcome?->created_at ) ?? $moved ?? $case->opened_at;
		$quiet    = self::latest( $incident, $since ) ?? $since;

		return new Signs(
			$case->state->stage,
			$this->litigation( $flags ),
			$this->facts->waits_for_us_since( $case->customer_id ) !== null,
			// Until a person says why: whoever was hit by an incident is owed that it is made good.
			$case->cause ?? ( $this->facts->was_in_incident( $case->customer_id ) ? Cause::Ours : null ),
			$flags !== [] && array_filter( $flags, static fn ( Flag $flag ): bool => $flag->pattern !== Slug::CostOverPaid && ! $flag->pattern->is_own() ) === [],
			array_filter( $entries, static fn ( CaseEntry $entry ): bool => $entry->state === EntryState::Open && ! in_array( $entry->kind, [ EntryKind::Task, EntryKind::Complaint ], true ) ) !== [],
			$moved !== null,
			$incident !== null && $incident > $since,
			(int) $quiet->diff( $this->clock->now() )->days,
			$outcome === null ? null : Outcome::from( $outcome->what ),
			$this->carried_out( $outcome ),
			$case->state->warned_at !== null && $case->state->warned_at >= $this->clock->now()->modify( "-$rules->warning_days days" ),
		);
	}

	/** A letter that helps is something done for them too. */
	private function helped_by_letter( CaseRecord $case ): ?DateTimeImmutable {
		$last = null;
		foreach ( $this->letters->sent_to( $case->customer_id ) as $letter ) {
			$last = $letter->case_id === $case->id && $letter->stage === Stage::SecondChance && $letter->sent_at >= $case->opened_at ? $letter->sent_at : $last;
		}

		return $last;
	}

	/** Whether a threat with a demand is in the air. */
	public function is_threatened( int $customer_id ): bool {
		$flag = $this->flags->find( $customer_id, Slug::ThreatWithDemand );

		return $flag !== null && $flag->state->is_live();
	}

	/** @param list<CaseEntry> $entries What they made of the warning that counts. */
	private function outcome( CaseRecord $case, array $entries ): ?CaseEntry {
		$outcome = $this->last( $entries, EntryKind::Outcome );

		return $outcome !== null && $case->state->warned_at !== null && $outcome->created_at >= $case->state->warned_at ? $outcome : null;
	}

	private function carried_out( ?CaseEntry $outcome ): ?bool {
		$said = $outcome?->details['carried_out'] ?? null;

		return is_bool( $said ) ? $said : null;
	}

	private static function latest( ?DateTimeImmutable ...$moments ): ?DateTimeImmutable {
		$known = array_filter( $moments, static fn ( ?DateTimeImmutable $moment ): bool => $moment !== null );

		return $known === [] ? null : max( $known );
	}

	/** @param list<CaseEntry> $entries */
	private function last( array $entries, EntryKind $kind ): ?CaseEntry {
		foreach ( $entries as $entry ) {
			if ( $entry->kind === $kind ) {
				return $entry;
			}
		}

		return null;
	}

	/** @param list<Flag> $flags */
	private function litigation( array $flags ): bool {
		foreach ( $flags as $flag ) {
			if ( $flag->pattern === Slug::LegalStep && $flag->state === FlagState::Confirmed && (int) ( $flag->measured['litigation'] ?? 0 ) > 0 ) {
				return true;
			}
		}

		return false;
	}
}
