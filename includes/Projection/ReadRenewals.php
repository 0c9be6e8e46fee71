<?php
declare( strict_types=1 );

namespace Amicable\Projection;

use Amicable\Clock;
use Amicable\Jobs\Daily;
use Amicable\Jobs\Sweepable;
use Amicable\Licensing\RenewalList;
use Amicable\Storage\Database;
use Amicable\Storage\Imports;
use Amicable\Storage\Renewals;
use Closure;

/** Once a day and after an import: asks every subscription system what it will charge soon, in slices, and keeps the answer. */
final class ReadRenewals implements Daily, Sweepable {

	public const NAME = 'read_renewals';

	/** The row of `imports`; its cursor is "system:subscription". */
	private const SOURCE = 'renewals';

	private const LEASE_SECONDS = 120;
	private const TURN_SECONDS  = 15.0;
	private const AT_ONCE       = 50;

	/** @param Closure(): list<RenewalList> $systems */
	public function __construct(
		private readonly Closure $systems,
		private readonly Renewals $renewals,
		private readonly Imports $imports,
		private readonly Clock $clock,
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
			$this->imports->start( self::SOURCE, count( ( $this->systems )() ), '0:0' );
		}
		$token = $this->imports->claim( self::SOURCE, self::LEASE_SECONDS );
		$row   = $this->imports->find( self::SOURCE );
		if ( $token === null || $row === null ) {
			return ( $row['state'] ?? '' ) === 'running';
		}
		[ $system, $after ] = array_map( 'intval', explode( ':', $row['cursor'] ) + [ 0, 0 ] );

		$begun = Database::moment( $row['started_at'] );
		$until = microtime( true ) + $seconds;
		$all   = ( $this->systems )();
		while ( isset( $all[ $system ] ) && microtime( true ) < $until ) {
			$found = $all[ $system ]->renewals( $this->clock->now()->modify( Renewals::AHEAD ), $after, self::AT_ONCE );
			$this->renewals->save( $found, $begun );
			[ $system, $after ] = $found === [] ? [ $system + 1, 0 ] : [ $system, (int) $found[ count( $found ) - 1 ]->id ];
		}
		$finished = ! isset( $all[ $system ] );
		if ( $finished ) {
			$this->renewals->drop_before( $begun );
		}
		$this->imports->put_back( $token, "$system:$after", min( $system, $row['total'] ), $finished );

		return ! $finished;
	}
}
