<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\Cases\Chance\EntryKind;
use Amicable\Cases\Chance\EntryState;
use Amicable\Cases\Stage;
use Amicable\Runs\CaseManners;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\LogChain;

/** Whoever vouches for a draft vouches for these words; changed ones want another look. */
final class Readers {

	public function __construct(
		private readonly CaseEntries $entries,
		private readonly CaseManners $manners,
		private readonly LogChain $log,
	) {
	}

	/** @throws AmicableException 422 when there is nothing more to vouch for. */
	public function vouch( CaseRecord $case, Letter $letter, int $user_id ): void {
		if ( $letter->state !== LetterState::Draft || $letter->is_erased() ) {
			throw new AmicableException( 'amicable_letter_frozen', __( 'Only a draft can still be read by a second person.', 'amicable' ), 422 );
		}
		$words = [
			'letter' => $letter->id,
			'sha256' => $letter->fingerprint(),
		];
		$this->entries->add( $case, EntryKind::Read, EntryState::Done, $user_id, [ 'details' => $words ] );
		$this->log->append( 'letter_read', 'letter', $letter->id, $case->customer_id, $user_id, [ 'case' => $case->id, 'sha256' => $words['sha256'] ] );
	}

	/**
	 * Who has read each of these letters of one case last, and whether it still says what they read.
	 *
	 * @param list<Letter> $letters
	 * @return array<int, array{entry: CaseEntry, fits: bool}> By letter.
	 */
	public function of( array $letters ): array {
		$looked = [];
		foreach ( $letters === [] ? [] : $this->entries->of_case( $letters[0]->case_id ) as $entry ) {
			foreach ( $letters as $letter ) {
				if ( $entry->kind === EntryKind::Read && ( $entry->details['letter'] ?? null ) === $letter->id ) {
					$looked[ $letter->id ] ??= [
						'entry' => $entry,
						'fits'  => ( $entry->details['sha256'] ?? '' ) === $letter->fingerprint(),
					];
				}
			}
		}

		return $looked;
	}

	/** Whether this person may not send it before somebody else has read it. */
	public function needs( CaseRecord $case, Letter $letter, int $user_id ): bool {
		return in_array( $letter->stage, [ Stage::Warned, Stage::Explained ], true ) && $letter->state === LetterState::Draft && $this->manners->needs_second_reader( $case, $user_id, [ $letter ] );
	}
}
