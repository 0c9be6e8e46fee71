<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Clock;
use Amicable\Jobs\Jobs;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Database;
use Amicable\Storage\OverviewFigures;
use DateTimeImmutable;

/**
 * The sums of the overview. Added up at each look while that is quick; in a shop so large that it takes longer, they are kept, shown with their time, and renewed
 * by a job when somebody looks again after a while.
 */
final class OverviewTotals {

	private const OPTION = 'amicable_overview';

	/** What nobody waits for at each look. */
	private const SLOW_SECONDS = 0.5;

	private const KEPT_SECONDS = 900;

	public function __construct(
		private readonly OverviewFigures $figures,
		private readonly Jobs $jobs,
		private readonly Clock $clock,
		private readonly SettingsRepository $settings,
		private readonly bool $keeps,
	) {
	}

	/** @return array{as_of: DateTimeImmutable, totals: array<string, string|null>, paid: list<array<string, string|null>>, rates_missing: list<array<string, string|null>>} */
	public function read(): array {
		$kept = $this->keeps ? $this->kept() : null;
		if ( $kept === null ) {
			return $this->renew();
		}
		if ( $this->clock->now()->getTimestamp() - $kept['as_of']->getTimestamp() > self::KEPT_SECONDS ) {
			$this->jobs->enqueue( RefreshOverview::NAME );
		}

		return $kept;
	}

	/** @return array{as_of: DateTimeImmutable, totals: array<string, string|null>, paid: list<array<string, string|null>>, rates_missing: list<array<string, string|null>>} */
	public function renew(): array {
		$begun  = hrtime( true );
		$base   = $this->settings->current()->base_currency;
		$totals = $this->figures->totals();
		$fresh  = [
			'as_of'         => $this->clock->now(),
			'totals'        => $totals,
			'paid'          => $this->figures->paid(),
			'rates_missing' => (int) ( $totals['orders_not_converted'] ?? 0 ) > 0 ? $this->figures->rates_missing( $base ) : [],
		];
		$slow   = hrtime( true ) - $begun > self::SLOW_SECONDS * 1e9;
		$stored = [
			'as_of'    => Database::time( $fresh['as_of'] ),
			'currency' => $base,
		] + $fresh;
		if ( $this->keeps && $slow ) {
			update_option( self::OPTION, $stored, false );
		} elseif ( $this->keeps ) {
			delete_option( self::OPTION );
		}

		return $fresh;
	}

	/** @return array{as_of: DateTimeImmutable, totals: array<string, string|null>, paid: list<array<string, string|null>>, rates_missing: list<array<string, string|null>>}|null */
	private function kept(): ?array {
		$kept = get_option( self::OPTION );
		if ( ! is_array( $kept ) || ! is_string( $kept['as_of'] ?? null ) || ! is_array( $kept['totals'] ?? null ) || ! is_array( $kept['paid'] ?? null ) || ! is_array( $kept['rates_missing'] ?? null ) || ( $kept['currency'] ?? '' ) !== $this->settings->current()->base_currency ) {
			return null;
		}

		return [
			'as_of'         => Database::moment( $kept['as_of'] ),
			'totals'        => $kept['totals'],
			'paid'          => array_values( $kept['paid'] ),
			'rates_missing' => array_values( $kept['rates_missing'] ),
		];
	}
}
