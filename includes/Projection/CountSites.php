<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Customers\Keyring;
use Amicable\ErrorLog;
use Amicable\Jobs\Sweepable;
use Amicable\Licensing\LicenseManager;
use Amicable\Licensing\Sites;
use Amicable\Patterns\PerSite;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\OrderFacts;
use Amicable\Storage\SiteCounts;
use Closure;
use Throwable;

/** Asks license systems, once a day, how many sites those have who ask much: an agency is no nuisance. Of everybody else it does not matter. */
final class CountSites implements Sweepable {

	public const NAME = 'count_sites';

	private const AT_ONCE = 20;

	private const TURN_SECONDS = 15.0;

	/** @param Closure(): list<LicenseManager> $systems */
	public function __construct(
		private readonly Closure $systems,
		private readonly SiteCounts $counts,
		private readonly OrderFacts $orders,
		private readonly Keyring $keyring,
		private readonly Projector $projector,
		private readonly SettingsRepository $settings,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	public function due(): array {
		return ( $this->systems )() !== [] && $this->counts->due( $this->least(), 1 ) !== [] ? [ [] ] : [];
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		$systems = ( $this->systems )();
		$until   = microtime( true ) + self::TURN_SECONDS;
		do {
			$due = $systems === [] ? [] : $this->counts->due( $this->least(), self::AT_ONCE );
			foreach ( $due as $customer_id => $orders ) {
				$this->count( $customer_id, $orders, $systems );
				if ( microtime( true ) > $until ) {
					return 1;
				}
			}
		} while ( $due !== [] );

		return null;
	}

	/** @param list<LicenseManager> $systems */
	private function count( int $customer_id, int $orders, array $systems ): void {
		$before = $this->counts->of( $customer_id );
		$sites  = $this->ask( $customer_id, $systems ) ?? $before;
		$this->counts->keep( $customer_id, $sites, $orders );
		if ( $sites !== $before && ( PerSite::is_agency( $sites ) || PerSite::is_agency( $before ) ) ) {
			$this->projector->project( $customer_id );
		}
	}

	/**
	 * @param list<LicenseManager> $systems
	 * @return int|null Null: one of them cannot be read now. What was known stands until tomorrow.
	 */
	private function ask( int $customer_id, array $systems ): ?int {
		$orders = $this->orders->refs_of( $customer_id );
		$keys   = $this->keyring->of( $customer_id );
		try {
			return Sites::count( array_merge( [], ...array_map( static fn ( LicenseManager $system ): array => $system->licenses_of( $orders, $keys ), $systems ) ) );
		} catch ( Throwable $silent ) {
			ErrorLog::broken( sprintf( 'sites of customer %d were not counted', $customer_id ), $silent ); // Nobody is waiting, and whoever comes after is counted all the same.

			return null;
		}
	}

	/** Fewer tickets show in no pattern that goes by how many there are. */
	private function least(): int {
		$settings = $this->settings->current();

		return min( $settings->docs_questions['watch'], $settings->words->early_signs['questions'] );
	}
}
