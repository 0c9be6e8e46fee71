<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Stores\Importer;

/** The open page lends a hand: a slice of the import, and of what follows when it is done. The jobs do the same; leases keep both out of each other's way. */
final class FirstRead {

	public function __construct(
		private readonly Importer $importer,
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
		if ( $due !== [] && $this->importer->due() === [] ) {
			$this->ranks->slice( $seconds );
			$this->renewals->slice( $seconds );
		}

		return $this->progress();
	}
}
