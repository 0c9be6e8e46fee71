<?php
declare( strict_types=1 );

namespace Amicable\Chances;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\Cases\Chance\EntryKind;
use Amicable\Cases\Chance\EntryState;
use Amicable\Cases\Chance\MoveKind;
use Amicable\Cases\Chance\TaskKind;
use Amicable\Projection\Projector;
use Amicable\Runs\CaseDesk;
use Amicable\Runs\Renewals;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\Cases;
use Amicable\Storage\Database;
use Amicable\Storage\LogChain;
use Closure;

/** Writes down what is done, promised and found out in a case. Every line belongs to the version of the case that somebody saw. */
final class ChanceDesk {

	public function __construct(
		private readonly Database $database,
		private readonly Cases $cases,
		private readonly CaseEntries $entries,
		private readonly Gifts $gifts,
		private readonly Renewals $renewals,
		private readonly LogChain $log,
		private readonly Projector $projector,
	) {
	}

	/** @throws AmicableException 409 amicable_stale. */
	public function write( CaseRecord $case, int $version, Entry $entry, int $user_id ): CaseEntry {
		$changes = $entry->assignee === null ? [] : [ 'assignee_id' => $entry->assignee ];
		if ( ! $this->cases->change( $case->id, $version, $changes ) ) {
			throw CaseDesk::stale();
		}
		$written = $this->entries->add( $case, $entry->kind, $this->begins( $entry ), $user_id, $this->columns( $entry ) );
		$this->log->append( 'case_entry', 'case', $case->id, $case->customer_id, $user_id, $this->payload( $entry ) + [ 'entry' => $written->id ] );

		return $this->costs( $entry ) ? $this->gifts->make( $written, $user_id ) : $written;
	}

	/** @throws AmicableException 409 amicable_stale, 422 amicable_still_renews. */
	public function settle( CaseRecord $case, int $version, CaseEntry $entry, EntryState $state, string $note, int $user_id ): void {
		if ( $entry->what === TaskKind::StopRenewal->value && $state === EntryState::Done ) {
			$this->look_at_renewal( $entry );
		}
		if ( ! $this->cases->change( $case->id, $version ) || ! $this->entries->settle( $entry, $state, $user_id ) ) {
			throw CaseDesk::stale();
		}
		$this->log->append( 'case_settled', 'case', $case->id, $case->customer_id, $user_id, array_filter( [ 'entry' => $entry->id, 'state' => $state->value, 'note' => $note ], static fn ( int|string $value ): bool => $value !== '' ) );
		$this->projector->project( $case->customer_id ); // A promise that was broken stands beside their flags.
	}

	/**
	 * Lets a relation lapse: the stage and what has to be done by hand for it are written together or not at all.
	 *
	 * @param Closure(): CaseRecord $move
	 */
	public function lapse( Closure $move, int $user_id ): CaseRecord {
		return $this->database->atomically(
			function () use ( $move, $user_id ): CaseRecord {
				$case = $move();
				$this->oblige( $case, $user_id );

				return $case;
			}
		);
	}

	/** What still charges becomes something to do by hand, once each. */
	private function oblige( CaseRecord $case, int $user_id ): void {
		$known = array_map( static fn ( CaseEntry $entry ): string => $entry->state === EntryState::Open ? $entry->ref : '', $this->entries->of_case( $case->id ) );
		foreach ( $this->renewals->of( $case->customer_id ) as $subscription ) {
			$ref = "$subscription->system:$subscription->id";
			if ( in_array( $ref, $known, true ) ) {
				continue;
			}

			$day = $subscription->next_payment_at;
			$this->entries->add( $case, EntryKind::Task, EntryState::Open, $user_id, [ 'what' => TaskKind::StopRenewal->value, 'note' => $subscription->label, 'ref' => $ref, 'due_at' => $day === null ? null : Database::time( $day->modify( '-1 day' ) ) ] );
		}
	}

	private function begins( Entry $entry ): EntryState {
		return match ( true ) {
			$this->costs( $entry )   => EntryState::Begun,
			$entry->kind === EntryKind::Promise, $entry->kind === EntryKind::Task, self::promises( $entry ) => EntryState::Open,
			default => EntryState::Done,
		};
	}

	/** Booked to the customer: by a code, or as it was exchanged by hand. */
	private function costs( Entry $entry ): bool {
		return $entry->kind === EntryKind::Move && MoveKind::tryFrom( $entry->what )?->costs() === true;
	}

	private static function promises( Entry $entry ): bool {
		return $entry->kind === EntryKind::Move && MoveKind::tryFrom( $entry->what )?->promises() === true;
	}

	/** A person's word is not enough where the system can be asked. */
	private function look_at_renewal( CaseEntry $entry ): void {
		[ $system, $id ] = explode( ':', $entry->ref, 2 ) + [ '', '' ];
		if ( $this->renewals->goes_on( $system, $id ) ) {
			throw new AmicableException( 'amicable_still_renews', __( 'This subscription would still be charged. Switch its renewal off in the shop first.', 'amicable' ), 422 );
		}
	}

	/** @return array<string, mixed> */
	private function columns( Entry $entry ): array {
		return [
			'what'      => $entry->what,
			'note'      => $entry->note,
			'contact'   => $entry->contact,
			'due_at'    => $entry->due_at === null ? null : Database::time( $entry->due_at ),
			'ticket_id' => $entry->ticket_id,
			'ref'       => $this->costs( $entry ) && ! isset( $entry->details['order'] ) ? $this->gifts->code() : '',
			'details'   => $entry->details,
		];
	}

	/** @return array<string, mixed> */
	private function payload( Entry $entry ): array {
		return array_filter( [ 'kind' => $entry->kind->value, 'what' => $entry->what, 'note' => $entry->note, 'departure' => $entry->details['departure'] ?? '', 'order' => $entry->details['order'] ?? '' ], static fn ( mixed $value ): bool => $value !== '' );
	}
}
