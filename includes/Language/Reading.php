<?php
declare( strict_types=1 );

namespace Amicable\Language;

/** What was read in one message, and in which languages: no language means not read, never clean. */
final class Reading {

	/**
	 * @param list<string>  $languages Read with a pack.
	 * @param list<Finding> $findings  By place.
	 * @param bool          $cut       Longer than what is read.
	 */
	public function __construct(
		public readonly array $languages,
		public readonly array $findings,
		public readonly bool $cut,
	) {
	}

	public function is_read(): bool {
		return $this->languages !== [];
	}

	/** @return list<Label> */
	public function labels(): array {
		$labels = [];
		foreach ( $this->findings as $finding ) {
			$labels[ $finding->label->value ] = $finding->label;
		}

		return array_values( $labels );
	}
}
