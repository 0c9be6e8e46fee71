<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\Cases\Lock;

/** What became of one ticket that a desk sent. */
final class IntakeResult {

	/**
	 * @param 'created'|'updated'|'unchanged'|'rejected'                 $result
	 * @param list<array{field: string, code: string, message: string}> $errors Field paths from the envelope on; translated sentences.
	 * @param list<int>                                                  $customers Whose figures change.
	 * @param int|null                                                   $customer_id Whose ticket it is now.
	 * @param string|null                                                $forward_to Counsel, where letters go to counsel.
	 * @param Lock|null                                                  $lock      Set: nobody answers them in the ordinary way.
	 */
	public function __construct(
		public readonly string $external_id,
		public readonly string $result,
		public readonly ?int $ticket_id = null,
		public readonly array $errors = [],
		public readonly array $customers = [],
		public readonly ?int $customer_id = null,
		public readonly ?Lock $lock = null,
		public readonly ?string $forward_to = null,
	) {
	}

	public function under( Lock $lock, ?string $forward_to ): self {
		return new self( $this->external_id, $this->result, $this->ticket_id, $this->errors, $this->customers, $this->customer_id, $lock, $forward_to );
	}

	/** @return array{external_id: string, result: string, ticket_id: int|null, lock: array{case_id: int, kind: string, forward_to: string|null}|null, errors: list<array{field: string, code: string, message: string}>} */
	public function to_array(): array {
		return [
			'external_id' => $this->external_id,
			'result'      => $this->result,
			'ticket_id'   => $this->ticket_id,
			'lock'        => $this->lock === null ? null : [
				'case_id'    => $this->lock->case_id,
				'kind'       => $this->lock->kind,
				'forward_to' => $this->forward_to,
			],
			'errors'      => $this->errors,
		];
	}
}
