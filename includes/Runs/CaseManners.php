<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\Cases\Chance\EntryKind;
use Amicable\Settings\CaseRules;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\Database;
use Amicable\Storage\LogChain;
use DateInterval;
use DateTimeImmutable;

/** What the owner asks for before hard words go out: some hours, and another pair of eyes. Both are off at first. */
final class CaseManners {

	public function __construct(
		private readonly SettingsRepository $settings,
		private readonly CaseEntries $entries,
		private readonly LogChain $log,
	) {
	}

	public function rules(): CaseRules {
		return $this->settings->current()->cases;
	}

	public function cool_until( ?DateTimeImmutable $last_incident_at ): ?DateTimeImmutable {
		$hours = $this->rules()->cool_down_hours;

		return $hours === 0 ? null : $last_incident_at?->add( new DateInterval( "PT{$hours}H" ) );
	}

	/** Read counts what somebody else read since the case came to where it stands. */
	public function needs_second_reader( CaseRecord $case, int $user_id ): bool {
		if ( ! $this->rules()->second_reader ) {
			return false;
		}
		$since = $this->stands_since( $case );
		$reads = array_filter( $this->entries->of_case( $case->id ), static fn ( CaseEntry $entry ): bool => $entry->kind === EntryKind::Read && $entry->created_by !== $user_id && $entry->created_at >= $since );

		return $reads === [];
	}

	private function stands_since( CaseRecord $case ): DateTimeImmutable {
		$moves = array_filter( $this->log->of( 'case', $case->id ), static fn ( array $row ): bool => $row['what'] === 'case_moved' );
		$last  = end( $moves );

		return $last === false ? $case->opened_at : Database::moment( $last['at'] );
	}
}
