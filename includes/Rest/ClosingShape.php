<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Letters\LetterState;
use Amicable\Storage\Closings;
use Amicable\Storage\Letters;

/** The closing dates of a case in the words of REST, with what became of their notices. */
final class ClosingShape {

	public function __construct(
		private readonly Closings $closings,
		private readonly Letters $letters,
	) {
	}

	/** @return array<string, mixed> */
	public function of_case( int $case_id ): array {
		return [
			'case_id'  => $case_id,
			'closings' => array_map( self::closing( ... ), $this->closings->of_case( $case_id ) ),
			'notices'  => array_map( $this->notice( ... ), $this->closings->notices( $case_id ) ),
		];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private static function closing( array $row ): array {
		return [
			'id'        => (int) $row['id'],
			'version'   => (int) $row['version'],
			'order'     => [
				'store' => (string) $row['store'],
				'id'    => (int) $row['order_id'],
			],
			'number'    => (string) $row['number'],
			'name'      => (string) $row['name'],
			'days'      => (int) $row['days'],
			'closes_at' => Shape::time( $row['closes_at'] ),
			'handed'    => $row['handed_at'] === null ? null : [
				'at'   => Shape::time( $row['handed_at'] ),
				'who'  => Words::who( (int) $row['handed_by'] ),
				'what' => (string) $row['handed_what'],
			],
		];
	}

	/**
	 * @param array{id: int, closes_at: string, days: int, state: string, letter_id: int|null} $notice
	 * @return array<string, mixed>
	 */
	private function notice( array $notice ): array {
		$letter = $notice['letter_id'] === null ? null : $this->letters->find( $notice['letter_id'] );

		return [
			'id'        => $notice['id'],
			'closes_at' => Shape::time( $notice['closes_at'] ),
			'days'      => $notice['days'],
			'state'     => match ( true ) {
				$letter !== null && $letter->state === LetterState::Sent                => 'sent',
				$letter !== null && $letter->state === LetterState::Draft               => 'failed',
				$letter !== null && $letter->state === LetterState::Sending             => 'sending',
				$letter !== null, $notice['state'] === Closings::BEGUN                  => 'unknown',
				default                                                                 => $notice['state'],
			},
			'letter_id' => $notice['letter_id'],
			'sent_at'   => Shape::time( $letter?->sent_at ),
		];
	}
}
