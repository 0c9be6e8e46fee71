<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

use Amicable\Clock;
use Amicable\Jobs\Daily;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Messages;

/** Drops the text of messages after ninety days, or as many as the owner says; counts, links and the quotes that flags rest on stay. */
final class ForgetTexts implements Daily {

	private const SLICE = 500;

	public function __construct(
		private readonly Messages $messages,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return 'forget_texts';
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		return $this->messages->forget_texts( $this->clock->now(), self::SLICE, $this->settings->current()->cases->keep_text_days ) === self::SLICE ? 1 : null;
	}
}
