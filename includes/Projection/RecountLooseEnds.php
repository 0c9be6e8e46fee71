<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Clock;
use Amicable\ErrorLog;
use Amicable\Jobs\Sweepable;
use Amicable\Runs\LooseEndFinder;
use Amicable\Storage\Customers;
use Amicable\Storage\Imports;
use Throwable;

/**
 * Looks at everybody's refunds again, once a day and whenever a system comes or goes: a license may have been ended, or woken up, without any order being
 * touched. With a customer in its arguments it looks at that one alone.
 */
final class RecountLooseEnds implements Sweepable {

	public const NAME = 'recount_loose_ends';

	/** The row of `imports` that says how far this got, and what for. */
	public const SOURCE = 'loose_ends';

	private const LEASE_SECONDS = 120;
	private const TURN_SECONDS  = 15.0;
	private const AT_ONCE       = 200;

	public function __construct(
		private readonly LooseEndCounter $counter,
		private readonly LooseEndFinder $finder,
		private readonly Customers $customers,
		private readonly Imports $imports,
		private readonly Clock $clock,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	/** @param array<string, int|string> $args */
	public function run( array $args ): ?int {
		if ( isset( $args['customer'] ) ) {
			$this->counter->recount( [ (int) $args['customer'] ] );

			return null;
		}
		if ( $this->is_stale() ) {
			$this->imports->start( self::SOURCE, $this->customers->count(), '0', $this->inputs() );
		}

		return $this->slice( self::TURN_SECONDS ) ? 1 : null;
	}

	public function due(): array {
		return $this->is_stale() || ( $this->imports->find( self::SOURCE )['state'] ?? '' ) === 'running' ? [ [] ] : [];
	}

	/** Whether something is left after this long. */
	public function slice( float $seconds ): bool {
		$token = $this->imports->claim( self::SOURCE, self::LEASE_SECONDS );
		$row   = $this->imports->find( self::SOURCE );
		if ( $row === null || $token === null ) {
			return ( $row['state'] ?? '' ) === 'running';
		}
		$after  = (int) $row['cursor'];
		$done   = $row['done'];
		$failed = [];
		$until  = microtime( true ) + $seconds;
		do {
			$last  = $this->customers->nth_after( $after, self::AT_ONCE );
			$done += $last === null ? 0 : min( self::AT_ONCE, $last - $after );
			$this->look( $after + 1, $last ?? $after, $failed );
			$after = $last ?? $after;
		} while ( $last !== null && microtime( true ) < $until );
		$this->imports->put_back( $token, (string) $after, min( $done, $row['total'] ), $last === null, $failed );

		return $last !== null;
	}

	/** @param array<int, string> $failed Grows by the first id of a slice that a system could not be asked about; whoever comes after is looked at all the same. */
	private function look( int $from, int $to, array &$failed ): void {
		if ( $to < $from ) {
			return;
		}
		try {
			$this->counter->recount_between( $from, $to );
		} catch ( Throwable $error ) {
			if ( $from < $to ) {
				$middle = intdiv( $from + $to, 2 );
				$this->look( $from, $middle, $failed );
				$this->look( $middle + 1, $to, $failed );

				return;
			}
			$failed[ $from ] = $error::class;
			ErrorLog::broken( sprintf( 'loose ends of customer %d', $from ), $error ); // Nobody is waiting; it is tried again tomorrow.
		}
	}

	private function is_stale(): bool {
		return ( $this->imports->find( self::SOURCE )['inputs'] ?? null ) !== $this->inputs();
	}

	/** What the answer depends on that no order event tells: the day, and whom we can ask. */
	private function inputs(): string {
		return hash( 'sha256', (string) wp_json_encode( [ $this->clock->now()->format( 'Y-m-d' ), $this->finder->asked() ] ) );
	}
}
