<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Stores\Importer;

/**
 * The open page lends a hand: a slice of the import, then of what follows from it or from an answer. The jobs do the same; leases keep both out of each other's way.
 */
final class FirstRead {

	public function __construct(
		private readonly Importer $importer,
		private readonly RebuildAccounts $accounts,
		private readonly RankCustomers $ranks,
		private readonly ReadRenewals $renewals,
	) {
	}

	/** @return array{state: 'idle'|'running'|'done'|'failed', done: int, total: int} */
	public function progress(): array {
		return $this->importer->progress();
	}

	/** @return array{state: 'idle'|'running'|'done'|'failed', done: int, total: int} As it is afterwards. */
	public function slice( float $seconds ): array {
		$due = $this->importer->due();
		foreach ( $due as $store ) {
			$this->importer->slice( $store, $seconds / count( $due ) );
		}
		if ( $this->importer->due() === [] ) {
			$this->follow( $seconds, $due !== [] );
		}

		return $this->progress();
	}

	/** @param bool $just_read The last order came in just now. */
	private function follow( float $seconds, bool $just_read ): void {
		if ( $this->accounts->due() !== [] ) {
			$just_read = ! $this->accounts->catch_up( $seconds );
		}
		if ( ! $just_read ) {
			return;
		}
		$this->ranks->slice( $seconds );
		$this->renewals->slice( $seconds );
	}
}
