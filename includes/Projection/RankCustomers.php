<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Jobs\Daily;
use Amicable\Jobs\Sweepable;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Bins;
use Amicable\Storage\Customers;
use Amicable\Storage\Cuts;
use Amicable\Storage\Imports;
use Amicable\Storage\Marks;
use Amicable\Storage\Sums\Scope;
use Amicable\Storage\Tiers;
use Amicable\Storage\ValueBins;

/**
 * Compares customers with each other, once a day and after an import: where high value begins, who has it, who is no longer new, and the curve of the overview. No
 * account is counted anew for it.
 */
final class RankCustomers implements Daily, Sweepable {

	public const NAME = 'rank_customers';

	/** The row of `imports` that says how far it got. */
	private const SOURCE = 'ranks';

	private const LEASE_SECONDS = 120;
	private const TURN_SECONDS  = 15.0;
	private const AT_ONCE       = 2000;

	public function __construct(
		private readonly SettingsRepository $settings,
		private readonly CurrentInputs $inputs,
		private readonly Cuts $cuts,
		private readonly Tiers $tiers,
		private readonly Marks $marks,
		private readonly Customers $customers,
		private readonly Imports $imports,
		private readonly Bins $bins,
		private readonly ValueBins $curve,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		return $this->slice( self::TURN_SECONDS ) ? 1 : null;
	}

	public function due(): array {
		return ( $this->imports->find( self::SOURCE )['state'] ?? '' ) === 'running' ? [ [] ] : [];
	}

	/** Begins, unless it has begun; whether something is left after this long. */
	public function slice( float $seconds ): bool {
		if ( $this->due() === [] ) {
			$inputs = $this->inputs->read();
			$this->cuts->renew( $this->settings->current()->high_value, $inputs->base_currency, $inputs->as_of );
			$this->imports->start( self::SOURCE, $this->customers->count(), '0' );
		}
		$token = $this->imports->claim( self::SOURCE, self::LEASE_SECONDS );
		$row   = $this->imports->find( self::SOURCE );
		if ( $token === null || $row === null ) {
			return ( $row['state'] ?? '' ) === 'running';
		}
		$after = (int) $row['cursor'];
		$until = microtime( true ) + $seconds;
		do {
			$last  = $this->next( $after );
			$after = $last ?? $after;
		} while ( $last !== null && microtime( true ) < $until );
		if ( $last === null ) {
			$this->count();
		}
		$this->imports->put_back( $token, (string) $after, min( $after, $row['total'] ), $last === null );

		return $last !== null;
	}

	/** @return int|null The last customer that was looked at; null when there is nobody left. */
	private function next( int $after ): ?int {
		$last = $this->customers->nth_after( $after, self::AT_ONCE );
		if ( $last !== null ) {
			$scope  = Scope::range( $after + 1, $last );
			$inputs = $this->inputs->read();
			$this->tiers->set( $scope, $inputs );
			$this->marks->set( $scope, $inputs );
		}

		return $last;
	}

	private function count(): void {
		$inputs = $this->inputs->read();
		$this->bins->recount();
		$this->curve->recount( $inputs->base_currency, $inputs->support_known, $inputs->as_of );
	}
}
