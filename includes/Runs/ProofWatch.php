<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Storage\LogChain;
use Amicable\Storage\Proofs;
use Amicable\Storage\Runs;

/** Looks again at what a run had closed. Opens and closes nothing: what came back to life is shown to a person. */
final class ProofWatch {

	public function __construct(
		private readonly Payouts $payouts,
		private readonly ProofMaker $maker,
		private readonly Proofs $proofs,
		private readonly Runs $runs,
		private readonly LogChain $log,
	) {
	}

	/** A round that is due. */
	public function round( Run $run ): void {
		$this->payouts->read( $run );
		$open = $this->look( $run );
		$this->proofs->finish_round( $run, $run->proof_round, $open );
		$this->proofs->stamp( $run->id );
	}

	/** Because somebody asks. */
	public function again( Run $run ): Run {
		$this->look( $run );
		$this->proofs->stamp( $run->id );

		return $this->runs->find( $run->id ) ?? $run;
	}

	private function look( Run $run ): int {
		$open = count( $this->maker->make( $run )->open() );
		if ( $this->proofs->judge( $run, $open === 0 ) ) {
			$this->log->append( $open === 0 ? 'proof_mended' : 'proof_broken', 'run', $run->id, $run->customer_id, 0, [ 'open' => $open ] );
		}

		return $open;
	}
}
