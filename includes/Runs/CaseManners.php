<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\Cases\Chance\EntryKind;
use Amicable\Letters\Letter;
use Amicable\Settings\CaseRules;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\Database;
use Amicable\Storage\Letters;
use Amicable\Storage\LogChain;
use DateInterval;
use DateTimeImmutable;

/** What the owner asks for before hard words go out: some hours, and another pair of eyes on exactly these words. Both are off at first. */
final class CaseManners {

	/** Nobody writes so many letters in one case. */
	private const LETTERS = 200;

	public function __construct(
		private readonly SettingsRepository $settings,
		private readonly CaseEntries $entries,
		private readonly Letters $letters,
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

	/**
	 * Words that nobody else has read as they stand, since the case came to where it stands.
	 *
	 * @param list<Letter>|null $letters Of which one has to be read; null: any of this case. None: words that were written elsewhere, which nobody can have read here.
	 */
	public function needs_second_reader( CaseRecord $case, int $user_id, ?array $letters ): bool {
		if ( ! $this->rules()->second_reader ) {
			return false;
		}
		$since  = $this->stands_since( $case );
		$reads  = array_filter( $this->entries->of_case( $case->id ), static fn ( CaseEntry $entry ): bool => $entry->kind === EntryKind::Read && $entry->created_by !== $user_id && $entry->created_at >= $since );
		$known  = array_column( array_map( static fn ( CaseEntry $entry ): array => $entry->details, $reads ), 'sha256' );
		$wanted = array_map( static fn ( Letter $letter ): string => $letter->fingerprint(), $letters ?? $this->letters->page( $case->id, self::LETTERS, 0 ) );

		return array_intersect( $wanted, $known ) === [];
	}

	/** @return list<Letter> */
	public function letter( ?int $id ): array {
		$letter = $id === null ? null : $this->letters->find( $id );

		return $letter === null ? [] : [ $letter ];
	}

	private function stands_since( CaseRecord $case ): DateTimeImmutable {
		$moves = array_filter( $this->log->of( 'case', $case->id ), static fn ( array $row ): bool => $row['what'] === 'case_moved' );
		$last  = end( $moves );

		return $last === false ? $case->opened_at : Database::moment( $last['at'] );
	}
}
