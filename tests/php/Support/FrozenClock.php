<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Amicable\Clock;
use DateTimeImmutable;
use DateTimeZone;

/** A time that stands still until it is moved. */
final class FrozenClock implements Clock {

	private DateTimeImmutable $now;

	public function __construct( string $now ) {
		$this->now = new DateTimeImmutable( $now, new DateTimeZone( 'UTC' ) );
	}

	public function now(): DateTimeImmutable {
		return $this->now;
	}

	public function move( string $by ): void {
		$this->now = $this->now->modify( $by );
	}
}
