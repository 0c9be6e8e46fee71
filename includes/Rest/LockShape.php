<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Away\Counsel;
use Amicable\Away\Passage;
use Amicable\Cases\Lock;
use Amicable\Cases\Stage;
use Amicable\Storage\Locks;

/** That nobody answers, since when, by whose decision and why. */
final class LockShape {

	public function __construct(
		private readonly Locks $locks,
		private readonly Counsel $counsel,
	) {
	}

	/** @return array{case_id: int, version: int, kind: string, with_counsel: bool, since: string|null, forward_to: string|null, who: string|null, reason: string|null}|null */
	public function of( int $customer_id ): ?array {
		$told = $this->locks->told( $customer_id );

		return $told === null ? null : [ ...self::notice_of( ...$told ), 'forward_to' => $this->counsel->of( $told[0] ) ];
	}

	/**
	 * The same without whom to forward to: what is printed beside an order, in one question.
	 *
	 * @return array{case_id: int, version: int, kind: string, with_counsel: bool, since: string|null, who: string|null, reason: string|null}|null
	 */
	public function notice( int $customer_id ): ?array {
		$told = $this->locks->told( $customer_id );

		return $told === null ? null : self::notice_of( ...$told );
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

	/**
	 * @param list<array{who: string|null, payload: array<array-key, mixed>}> $moves
	 * @return array{case_id: int, version: int, kind: string, with_counsel: bool, since: string|null, who: string|null, reason: string|null}
	 */
	private static function notice_of( Lock $lock, array $moves ): array {
		return [
			'case_id'      => $lock->case_id,
			'version'      => $lock->version,
			'kind'         => $lock->kind,
			'with_counsel' => $lock->with_counsel,
			'since'        => Shape::time( $lock->since ),
		] + self::decision( $lock, $moves );
	}

	/**
	 * @param list<array{who: string|null, payload: array<array-key, mixed>}> $moves
	 * @return array{who: string|null, reason: string|null} Null: the program, somebody who left, or erased.
	 */
	private static function decision( Lock $lock, array $moves ): array {
		$to   = $lock->kind === Lock::CLOSED ? Stage::Closed->value : Stage::Counsel->value;
		$last = [
			'who'    => null,
			'reason' => null,
		];
		foreach ( $moves as [ 'who' => $who, 'payload' => $payload ] ) {
			if ( in_array( $payload['to'] ?? $to, [ $to, Stage::Offboarding->value ], true ) ) {
				$last = [
					'who'    => $who ?? $last['who'],
					'reason' => is_string( $payload['reason'] ?? null ) ? $payload['reason'] : $last['reason'],
				];
			}
		}

		return $last;
	}
}
