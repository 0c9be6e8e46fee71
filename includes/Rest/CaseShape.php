<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\CaseEntry;
use Amicable\Cases\Chance\EntryState;
use Amicable\Patterns\Flag;
use Amicable\Runs\CaseDesk;
use Amicable\Storage\CaseEntries;
use Amicable\Storage\Customers;
use Amicable\Storage\Flags;
use Amicable\Storage\LogChain;
use Amicable\Storage\Runs;
use DateTimeImmutable;

/** A case in the words of REST. */
final class CaseShape {

	public function __construct(
		private readonly CaseDesk $desk,
		private readonly Customers $customers,
		private readonly Runs $runs,
		private readonly LogChain $log,
		private readonly Flags $flags,
		private readonly CaseEntries $entries,
		private readonly ChargeShape $charges,
	) {
	}

	/** @return array<string, mixed> */
	public function record( CaseRecord $case ): array {
		$customer = $this->customers->row( $case->customer_id );
		$name     = (string) ( $customer['name'] ?? '' );
		$runs     = $this->runs->of_case( $case->id );

		return [
			'id'            => $case->id,
			'version'       => $case->version,
			'customer_id'   => $case->customer_id,
			'customer_name' => $name === '' ? (string) ( $customer['email'] ?? '' ) : $name,
			'stage'         => $case->state->stage->value,
			'assignee'      => self::person( $case->assignee_id ),
			'due_at'        => Shape::time( $case->due_at ),
			'next_due'      => Shape::time( CaseListShape::next_due( $case, $this->promised( $case ) ) ),
			'check_in_at'   => Shape::time( $case->check_in_at ),
			'never_promised' => $case->never_promised,
			'cause'         => $case->cause?->value,
			'do_not_answer' => Shape::time( $customer['silent_at'] ?? null ),
			'patterns'      => $this->patterns( $case->customer_id ),
			'override'      => $case->state->override,
			'answers_again' => $case->answers_again,
			'order'         => $case->order?->to_array(),
			'charge'        => $this->charges->of( $case->order ),
			'run_id'        => $runs === [] ? null : $runs[0]->id,
			'opened_at'     => Shape::time( $case->opened_at ),
			'events'        => $this->events( $case->id ),
			'next'          => $this->desk->next( $case, current_user_can( Capability::APPROVE ) ),
		];
	}

	/** When the first thing that is still open in its book is due. */
	private function promised( CaseRecord $case ): ?DateTimeImmutable {
		$dates = array_filter( array_map( static fn ( CaseEntry $entry ): ?DateTimeImmutable => $entry->state === EntryState::Open ? $entry->due_at : null, $this->entries->of_case( $case->id ) ) );

		return $dates === [] ? null : min( $dates );
	}

	/** @return list<string> What about this customer is flagged now. */
	private function patterns( int $customer_id ): array {
		$flags = array_filter( $this->flags->of( $customer_id ), static fn ( Flag $flag ): bool => $flag->state->is_live() );

		return array_values( array_map( static fn ( Flag $flag ): string => $flag->pattern->value, $flags ) );
	}

	/** @return list<array{at: string|null, who: string|null, from: string|null, to: string, reason: string|null}> What was erased leaves its line, without words. */
	private function events( int $case_id ): array {
		$events = [];
		$stage  = null;
		$moves  = array_filter( $this->log->of( 'case', $case_id ), static fn ( array $row ): bool => $row['what'] === 'case_moved' );
		foreach ( $moves as $row ) {
			$to       = self::text( $row['payload'], 'to' ) ?? $stage ?? 'open';
			$events[] = [
				'at'     => Shape::time( $row['at'] ),
				'who'    => self::person( $row['user_id'] )['name'] ?? null,
				'from'   => self::text( $row['payload'], 'from' ) ?? $stage,
				'to'     => $to,
				'reason' => self::text( $row['payload'], 'reason' ),
			];
			$stage    = $to;
		}

		return $events;
	}

	/** @param array<array-key, mixed>|null $payload */
	private static function text( ?array $payload, string $key ): ?string {
		return is_string( $payload[ $key ] ?? null ) ? $payload[ $key ] : null;
	}

	/** @return array{id: int, name: string}|null */
	public static function person( ?int $user_id ): ?array {
		$user = $user_id === null || $user_id < 1 ? false : get_userdata( $user_id );

		return $user === false ? null : [
			'id'   => $user->ID,
			'name' => $user->display_name,
		];
	}
}
