<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\Clock;
use Amicable\Jobs\Daily;
use Amicable\Storage\EvidenceRows;
use Amicable\Storage\Findings;

/** Drops the words that were found, and what flags quoted of them, after twelve months. */
final class ForgetFindings implements Daily {

	private const SLICE = 500;

	public function __construct(
		private readonly Findings $findings,
		private readonly EvidenceRows $evidence,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return 'forget_findings';
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		$now  = $this->clock->now();
		$most = max( $this->findings->forget( $now, self::SLICE ), $this->evidence->forget_words( $now, self::SLICE ) );

		return $most === self::SLICE ? 1 : null;
	}
}
