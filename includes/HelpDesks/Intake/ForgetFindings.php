<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\Clock;
use Amicable\Jobs\Daily;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\EvidenceRows;
use Amicable\Storage\Findings;
use Amicable\Storage\Flags;

/** Drops the words that were found, what flags quoted of them, and findings that somebody dismissed, after twelve months or as many as the owner says. */
final class ForgetFindings implements Daily {

	private const SLICE = 500;

	public function __construct(
		private readonly Findings $findings,
		private readonly EvidenceRows $evidence,
		private readonly Flags $flags,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return 'forget_findings';
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		$before = $this->clock->now()->modify( sprintf( '-%d months', $this->settings->current()->cases->keep_evidence_months ) );
		$most   = max( $this->findings->forget( $before, self::SLICE ), $this->evidence->forget_words( $before, self::SLICE ), $this->flags->forget_dismissed( $before, self::SLICE ) );

		return $most === self::SLICE ? 1 : null;
	}
}
