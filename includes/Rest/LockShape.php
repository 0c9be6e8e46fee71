<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Away\Counsel;
use Amicable\Away\Passage;
use Amicable\Cases\Lock;
use Amicable\Cases\Stage;
use Amicable\Storage\Locks;
use Amicable\Storage\LogChain;

/** That nobody answers, since when, by whose decision and why. */
final class LockShape {

	public function __construct(
		private readonly Locks $locks,
		private readonly LogChain $log,
		private readonly Counsel $counsel,
	) {
	}

	/** @return array{case_id: int, version: int, kind: string, with_counsel: bool, since: string|null, forward_to: string|null, who: string|null, reason: string|null}|null */
	public function of( int $customer_id ): ?array {
		$lock = $this->locks->of( $customer_id );

		return $lock === null ? null : [
			'case_id'      => $lock->case_id,
			'version'      => $lock->version,
			'kind'         => $lock->kind,
			'with_counsel' => $lock->with_counsel,
			'since'        => Shape::time( $lock->since ),
			'forward_to'   => $this->counsel->of( $lock ),
		] + $this->decision( $lock );
	}

	/** What the button past the lock is called. */
	public static function passage( Passage $passage ): string {
		return match ( $passage ) {
			Passage::PersonalData => __( 'Request about personal data', 'amicable' ),
			Passage::Withdrawal   => __( 'Withdrawal or warranty', 'amicable' ),
			Passage::Invoice      => __( 'Invoice or tax paper', 'amicable' ),
			Passage::Security     => __( 'Security report', 'amicable' ),
			Passage::Authority    => __( 'Authority or counsel', 'amicable' ),
			Passage::Data         => __( 'Handing over data', 'amicable' ),
		};
	}

	/** @return array{who: string|null, reason: string|null} Null: the program, somebody who left, or erased. */
	private function decision( Lock $lock ): array {
		$to   = $lock->kind === Lock::CLOSED ? Stage::Closed->value : Stage::Counsel->value;
		$last = [
			'who'    => null,
			'reason' => null,
		];
		foreach ( $this->log->of( 'case', $lock->case_id ) as $row ) {
			if ( $row['what'] === 'case_moved' && in_array( $row['payload']['to'] ?? $to, [ $to, Stage::Offboarding->value ], true ) ) {
				$reason = $row['payload']['reason'] ?? null;
				$last   = [
					'who'    => Words::who( $row['user_id'] ) ?? $last['who'],
					'reason' => is_string( $reason ) ? $reason : $last['reason'],
				];
			}
		}

		return $last;
	}
}
