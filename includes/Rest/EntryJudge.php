<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\Cases\Chance\EntryKind;
use Amicable\Cases\Chance\EntryState;
use Amicable\Cases\Chance\MoveKind;
use Amicable\Cases\Chance\Outcome;
use Amicable\Cases\Chance\TaskKind;
use Amicable\Chances\Entry;
use Amicable\Clock;
use Amicable\Storage\CaseFacts;
use DateTimeImmutable;

/** What a schema cannot say about a line in the book of a case: which fields which kind needs, and when it makes sense. */
final class EntryJudge {

	/** What only these kinds have. */
	private const OWN = [
		'claim' => [ 'on' => true ],
		'found' => [ 'of' => true ],
	];

	public function __construct(
		private readonly CaseFacts $facts,
		private readonly GiftJudge $gifts,
		private readonly Clock $clock,
	) {
	}

	/**
	 * @param array<array-key, mixed> $given Valid by `chances.entry`.
	 * @param CaseEntry|null          $claim The line that `of` names, if there is one.
	 * @throws AmicableException 400 naming the fields, 403, 422.
	 */
	public function read( CaseRecord $case, array $given, ?CaseEntry $claim = null ): Entry {
		$kind = EntryKind::from( (string) $given['kind'] );
		$what = (string) ( $given['what'] ?? '' );
		$this->refuse( $this->missing( $kind, $what, $given ) );
		$due = isset( $given['due_at'] ) ? CaseChanges::moment( $given['due_at'], 'due_at' ) : null;
		$this->judge_time( $case, $kind, $due );
		if ( $kind === EntryKind::Answered ) {
			$this->judge_ticket( $case, (int) $given['ticket_id'] );
		}
		if ( isset( $given['on'] ) ) {
			$this->judge_day( CaseChanges::moment( $given['on'], 'on' ) );
		}
		if ( $kind === EntryKind::Found ) {
			$this->judge_claim( $case, $claim );
		}

		return new Entry(
			$kind,
			$what,
			trim( (string) ( $given['note'] ?? '' ) ),
			trim( (string) ( $given['contact'] ?? '' ) ),
			$due ?? ( $kind === EntryKind::Task ? $this->clock->now()->modify( '+30 days' ) : null ),
			isset( $given['ticket_id'] ) ? (int) $given['ticket_id'] : null,
			isset( $given['assignee'] ) ? CaseChanges::assignee( $given['assignee'] ) : null,
			MoveKind::tryFrom( $what )?->costs() === true ? $this->gifts->details( $case, $given ) : array_intersect_key( $given, [ 'link' => true, 'carried_out' => true ] + ( self::OWN[ $kind->value ] ?? [] ) ),
		);
	}

	/** @throws AmicableException 403, 422. */
	public function judge_settling( CaseRecord $case, CaseEntry $entry, EntryState $state ): void {
		$may = match ( true ) {
			$entry->state === EntryState::Begun => [ EntryState::Done, EntryState::Withdrawn ],
			$entry->state !== EntryState::Open  => [],
			$entry->kind === EntryKind::Task, $entry->kind === EntryKind::Complaint => [ EntryState::Done, EntryState::Withdrawn ],
			default                             => [ EntryState::Kept, EntryState::Broken, EntryState::Withdrawn ],
		};
		if ( ! in_array( $state, $may, true ) ) {
			throw new AmicableException( 'amicable_settled', __( 'This line cannot become that.', 'amicable' ), 422, [ 'state' => __( 'Choose what fits this line.', 'amicable' ) ] );
		}
		if ( $entry->state === EntryState::Begun && ! current_user_can( Capability::OFFBOARD ) ) {
			throw GiftJudge::not_allowed();
		}
		if ( $entry->what === TaskKind::Contest->value && $case->assignee_id === get_current_user_id() ) {
			throw new AmicableException( 'amicable_own_case', __( 'Somebody else has to look at this: the case is yours.', 'amicable' ), 403 );
		}
	}

	/**
	 * @param array<array-key, mixed> $given
	 * @return array<string, string>
	 */
	private function missing( EntryKind $kind, string $what, array $given ): array {
		$known = match ( $kind ) {
			EntryKind::Move    => MoveKind::tryFrom( $what ) !== null,
			EntryKind::Outcome => Outcome::tryFrom( $what ) !== null,
			EntryKind::Task    => in_array( TaskKind::tryFrom( $what ), [ TaskKind::Contest, TaskKind::Objection ], true ),
			default            => $what === '',
		};
		$needs = match ( $kind ) {
			EntryKind::Move     => MoveKind::tryFrom( $what )?->needs() ?? [],
			EntryKind::Promise  => [ 'note', 'due_at' ],
			EntryKind::Answered => [ 'ticket_id', 'note' ],
			EntryKind::Task, EntryKind::Claim => [ 'note' ],
			EntryKind::Found    => [ 'note', 'of' ],
			EntryKind::Outcome, EntryKind::Read, EntryKind::Complaint => [],
		};
		$empty = array_filter( $needs, static fn ( string $field ): bool => ! isset( $given[ $field ] ) || $given[ $field ] === '' || ( is_string( $given[ $field ] ) && trim( $given[ $field ] ) === '' ) );

		return ( $known ? [] : [ 'what' => __( 'Choose what it was.', 'amicable' ) ] ) + array_fill_keys( $empty, __( 'This is needed here.', 'amicable' ) );
	}

	private function judge_time( CaseRecord $case, EntryKind $kind, ?DateTimeImmutable $due ): void {
		if ( $due !== null && $due <= $this->clock->now() ) {
			$this->refuse( [ 'due_at' => __( 'This lies in the past.', 'amicable' ) ] );
		}
		if ( $kind === EntryKind::Outcome && $case->state->warned_at === null ) {
			throw new AmicableException( 'amicable_not_warned', __( 'Nobody was warned in this case, so there is nothing to say about how it was taken.', 'amicable' ), 422 );
		}
		if ( in_array( $kind, [ EntryKind::Move, EntryKind::Promise ], true ) && ! $case->state->stage->is_open() ) {
			throw new AmicableException( 'amicable_case_over', __( 'This case is over. Start it again first.', 'amicable' ), 422 );
		}
	}

	private function judge_ticket( CaseRecord $case, int $ticket_id ): void {
		$waiting = array_column( $this->facts->tickets_waiting( $case->customer_id, 100 ), 'id' );
		if ( ! in_array( (string) $ticket_id, $waiting, true ) ) {
			$this->refuse( [ 'ticket_id' => __( 'This ticket does not wait for us.', 'amicable' ) ] );
		}
	}

	/** The end of today is not over yet, wherever on earth somebody says it. */
	private function judge_day( ?DateTimeImmutable $on ): void {
		if ( $on !== null && $on > $this->clock->now()->modify( '+2 days' ) ) {
			$this->refuse( [ 'on' => __( 'This day is still to come.', 'amicable' ) ] );
		}
	}

	private function judge_claim( CaseRecord $case, ?CaseEntry $claim ): void {
		if ( $claim === null || $claim->case_id !== $case->id || $claim->kind !== EntryKind::Claim ) {
			$this->refuse( [ 'of' => __( 'They say nothing like that in this case.', 'amicable' ) ] );
		}
	}

	/** @param array<string, string> $errors */
	private function refuse( array $errors ): void {
		if ( $errors !== [] ) {
			throw Schema::refusal( $errors );
		}
	}
}
