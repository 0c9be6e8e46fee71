<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Cases\Stage;
use Amicable\Playbook\Channel;
use Amicable\Playbook\Variant;
use DateTimeImmutable;

/** One message of a case as it stands in the table. */
final class Letter {

	/**
	 * @param string|null           $body  Null: erased.
	 * @param array<string, string> $facts The values that its fields were filled with.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $case_id,
		public readonly int $customer_id,
		public readonly int $version,
		public readonly LetterState $state,
		public readonly Stage $stage,
		public readonly ?string $template,
		public readonly ?int $template_version,
		public readonly Variant $variant,
		public readonly Channel $channel,
		public readonly string $language,
		public readonly string $to,
		public readonly string $subject,
		public readonly ?string $body,
		public readonly array $facts,
		public readonly ?Via $via,
		public readonly ?string $desk,
		public readonly ?string $desk_ticket,
		public readonly string $failure,
		public readonly DateTimeImmutable $created_at,
		public readonly DateTimeImmutable $updated_at,
		public readonly ?DateTimeImmutable $sent_at,
		public readonly ?int $sender_id,
		public readonly ?int $read_by,
		public readonly ?DateTimeImmutable $read_at,
	) {
	}

	/** Of exactly these words. */
	public function fingerprint(): string {
		return hash( 'sha256', "$this->subject\n\n$this->body" );
	}

	public function is_erased(): bool {
		return $this->body === null;
	}
}
