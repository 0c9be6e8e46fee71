<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** A row of the log, by its number and what it chains to: what was before it cannot be changed without this hash changing. */
final class LogPosition {

	public function __construct(
		public readonly int $id,
		public readonly string $chain_hash,
	) {
	}

	/** @return array{id: int, chain_hash: string} */
	public function to_array(): array {
		return [
			'id'         => $this->id,
			'chain_hash' => $this->chain_hash,
		];
	}
}
