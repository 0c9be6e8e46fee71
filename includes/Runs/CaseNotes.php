<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Chance\Cause;
use Amicable\Storage\Cases;
use Amicable\Storage\Customers;
use Amicable\Storage\Database;
use Amicable\Storage\LogChain;
use DateTimeImmutable;

/** What people keep on a case beside its stage: whose it is, until when, why somebody is angry. */
final class CaseNotes {

	public function __construct(
		private readonly CaseDesk $desk,
		private readonly Cases $cases,
		private readonly Customers $customers,
		private readonly LogChain $log,
	) {
	}

	/**
	 * @param array{assignee?: int|null, due_at?: DateTimeImmutable|null, check_in_at?: DateTimeImmutable|null, never_promised?: string, cause?: Cause|null, do_not_answer?: bool} $changes
	 * @throws AmicableException 409 amicable_stale.
	 */
	public function change( CaseRecord $case, int $version, array $changes, int $user_id ): CaseRecord {
		$values = $this->columns( $changes );
		if ( ! $this->cases->change( $case->id, $version, $values ) ) {
			throw CaseDesk::stale();
		}
		if ( isset( $changes['do_not_answer'] ) ) {
			$this->customers->wish_silence( $case->customer_id, $changes['do_not_answer'] );
			$values['do_not_answer'] = $changes['do_not_answer'];
		}
		$this->log->append( 'case_noted', 'case', $case->id, $case->customer_id, $user_id, $values );

		return $this->desk->find( $case->id );
	}

	/**
	 * @param array<string, mixed> $changes
	 * @return array<'assignee_id'|'due_at'|'check_in_at'|'never_promised'|'cause', string|int|null>
	 */
	private function columns( array $changes ): array {
		$values = [];
		foreach ( [ 'assignee' => 'assignee_id', 'due_at' => 'due_at', 'check_in_at' => 'check_in_at', 'never_promised' => 'never_promised', 'cause' => 'cause' ] as $field => $column ) {
			if ( ! array_key_exists( $field, $changes ) ) {
				continue;
			}
			$value             = $changes[ $field ];
			$values[ $column ] = match ( true ) {
				$value instanceof DateTimeImmutable => Database::time( $value ),
				$value instanceof Cause             => $value->value,
				is_int( $value ), is_string( $value ) => $value,
				default                             => null,
			};
		}

		return $values;
	}
}
