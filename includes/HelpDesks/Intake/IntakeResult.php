<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

/** What became of one ticket that a desk sent. */
final class IntakeResult {

	/**
	 * @param 'created'|'updated'|'unchanged'|'rejected'                 $result
	 * @param list<array{field: string, code: string, message: string}> $errors Field paths from the envelope on; translated sentences.
	 * @param list<int>                                                  $customers Whose figures change.
	 */
	public function __construct(
		public readonly string $external_id,
		public readonly string $result,
		public readonly ?int $ticket_id = null,
		public readonly array $errors = [],
		public readonly array $customers = [],
	) {
	}

	/** @return array{external_id: string, result: string, ticket_id: int|null, errors: list<array{field: string, code: string, message: string}>} */
	public function to_array(): array {
		return [
			'external_id' => $this->external_id,
			'result'      => $this->result,
			'ticket_id'   => $this->ticket_id,
			'errors'      => $this->errors,
		];
	}
}
