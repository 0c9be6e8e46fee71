<?php
declare( strict_types=1 );

namespace Amicable\Playbook;

/** Which of a template's variants is wanted. */
final class Variant {

	public function __construct(
		public readonly bool $service = false,
		public readonly bool $gpl = true,
		public readonly bool $contest = true,
	) {
	}

	public function has( ?Condition $condition ): bool {
		return match ( $condition ) {
			null => true,
			Condition::Product => ! $this->service,
			Condition::Service => $this->service,
			Condition::Gpl => $this->gpl && ! $this->service,
			Condition::Contest => $this->contest,
		};
	}
}
