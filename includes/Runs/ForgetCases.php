<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Clock;
use Amicable\Jobs\Daily;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\EndedCases;

/** Three years after a case ended, or as many months as the owner says, its words go. What was paid stays, and so does the row that says there was a case. */
final class ForgetCases implements Daily {

	public function __construct(
		private readonly EndedCases $cases,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return 'forget_cases';
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		$this->cases->forget( $this->clock->now()->modify( sprintf( '-%d months', $this->settings->current()->cases->keep_case_months ) ) );

		return null;
	}
}
