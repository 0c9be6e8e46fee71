<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\Playbook\Litmus\Remark;
use Amicable\Playbook\Litmus\Severity;
use Amicable\Playbook\Meter;
use Amicable\Playbook\Part;

/** What there is to look at in a letter before it goes out. */
final class Verdict {

	/**
	 * @param list<Remark> $in_subject
	 * @param list<Remark> $in_body
	 * @param bool         $unchanged The template's own words.
	 * @param bool         $rewritten Not the template's words any more, other than what had to be filled in.
	 */
	public function __construct(
		public readonly array $in_subject,
		public readonly array $in_body,
		public readonly Meter $meter,
		public readonly bool $unchanged,
		public readonly bool $rewritten = false,
	) {
	}

	public function blocks(): bool {
		return $this->blocking() !== [];
	}

	/** @return array<string, Remark> The first of each field that stands in the way. */
	public function blocking(): array {
		$blocking = [];
		foreach ( [
			'subject' => $this->in_subject,
			'body'    => $this->in_body,
		] as $field => $remarks ) {
			foreach ( $remarks as $remark ) {
				if ( $remark->severity() === Severity::Blocks ) {
					$blocking[ $field ] ??= $remark;
				}
			}
		}

		return $blocking;
	}

	/** @return list<Part> Without them a warning is none. */
	public function missing_of_a_warning(): array {
		return array_values( array_filter( $this->meter->missing, static fn ( Part $part ): bool => in_array( $part, [ Part::Consequence, Part::RefundOffer ], true ) ) );
	}
}
