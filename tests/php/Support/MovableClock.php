<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Amicable\Clock;
use DateTimeImmutable;
use DateTimeZone;

/** The real time, moved as far as a test wants. */
final class MovableClock implements Clock {

	private int $offset = 0;

	public function now(): DateTimeImmutable {
		return ( new DateTimeImmutable( 'now', new DateTimeZone( 'UTC' ) ) )->modify( "{$this->offset} seconds" );
	}

	public function forward( int $seconds ): void {
		$this->offset += $seconds;
	}

	/** As the routes of REST have it. */
	public function back_to_real_time(): void {
		$this->offset = 0;
	}
}
