<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Jobs\Jobs;
use Amicable\Jobs\Sweepable;
use Amicable\Storage\Bins;
use Amicable\Storage\Customers;
use Amicable\Storage\Imports;
use Amicable\Storage\InputFacts;

/** Recounts every account in slices of at most two seconds, when the inputs changed or somebody asks. The list stays whole meanwhile. */
final class RebuildAccounts implements Sweepable {

	public const NAME = 'rebuild_accounts';

	private const LEASE_SECONDS = 120;
	private const SLICE_SECONDS = 1.0;
	private const TURN_SECONDS  = 15.0;

	public function __construct(
		private readonly Projector $projector,
		private readonly CurrentInputs $inputs,
		private readonly Customers $customers,
		private readonly Imports $imports,
		private readonly Bins $bins,
		private readonly Jobs $jobs,
	) {
	}

	public function name(): string {
		return self::NAME;
	}

	/** @param array<string, int|string> $args `again` = 1 counts anew even what is current. */
	public function run( array $args ): ?int {
		$left = $this->catch_up( self::TURN_SECONDS, ( $args['again'] ?? 0 ) === 1 );
		if ( $left && ( $args['again'] ?? 0 ) === 1 ) {
			return null; // Begun anew once; the sweep and the plain job go on from here.
		}

		return $left ? 1 : null;
	}

	public function due(): array {
		$row = $this->imports->find( InputFacts::SOURCE );

		return $this->is_stale() || ( $row['state'] ?? '' ) === 'running' ? [ [] ] : [];
	}

	/** Begins where accounts were counted with other inputs; whether something is left after this long. */
	public function catch_up( float $seconds, bool $again = false ): bool {
		if ( $again || $this->is_stale() ) {
			$this->imports->start( InputFacts::SOURCE, $this->customers->count(), '0', $this->inputs->hash() );
		}

		return $this->slice( $seconds );
	}

	/** Whether something is left after this long. */
	public function slice( float $seconds ): bool {
		$row   = $this->imports->find( InputFacts::SOURCE );
		$token = $this->imports->claim( InputFacts::SOURCE, self::LEASE_SECONDS );
		if ( $row === null || $token === null ) {
			return ( $row['state'] ?? '' ) === 'running';
		}
		$after = (int) $row['cursor'];
		$done  = $row['done'];
		$limit = 200;
		$until = microtime( true ) + $seconds;
		do {
			$begun = microtime( true );
			$last  = $this->projector->rebuild( $after, $limit );
			$done += $last === null ? 0 : min( $limit, $last - $after );
			$after = $last ?? $after;
			$limit = $this->next_limit( $limit, microtime( true ) - $begun );
		} while ( $last !== null && microtime( true ) < $until );
		$finished = $last === null;
		if ( $finished ) {
			$this->bins->recount();
			$this->jobs->enqueue( RankCustomers::NAME );
		}
		$this->imports->put_back( $token, (string) $after, $finished ? $row['total'] : min( $done, $row['total'] ), $finished );

		return ! $finished;
	}

	/** As many as fit into half of what a slice may take. */
	private function next_limit( int $limit, float $took ): int {
		return (int) max( 50, min( 10_000, $limit * min( 4.0, self::SLICE_SECONDS / max( 0.01, $took ) ) ) );
	}

	private function is_stale(): bool {
		return ( $this->imports->find( InputFacts::SOURCE )['inputs'] ?? null ) !== $this->inputs->hash();
	}
}
