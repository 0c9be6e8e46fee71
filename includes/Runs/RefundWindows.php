<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Settings\SettingsRepository;
use Amicable\Stores\Stores;

/** For how many days an order may be given back: as its shop says, else as the owner says here. */
final class RefundWindows {

	public function __construct(
		private readonly Stores $stores,
		private readonly SettingsRepository $settings,
	) {
	}

	/** @return array<string, int> By store. */
	public function days(): array {
		$days = [];
		foreach ( $this->stores->all() as $store ) {
			$days[ $store->id() ] = $store->refund_window_days() ?? $this->settings->current()->refund_window_days;
		}

		return $days;
	}
}
