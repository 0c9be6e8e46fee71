<?php
declare( strict_types=1 );

namespace Amicable\Bench;

/** Times of repeated work, in milliseconds. */
final class Stopwatch {

	/** @param list<float> $times */
	private function __construct( private readonly array $times ) {
	}

	public static function of( int $rounds, callable $work ): self {
		$times = [];
		for ( $round = 0; $round < $rounds; $round++ ) {
			$begun = hrtime( true );
			$work( $round );
			$times[] = ( hrtime( true ) - $begun ) / 1e6;
		}
		sort( $times );

		return new self( $times );
	}

	public function middle(): float {
		return $this->times[ intdiv( count( $this->times ), 2 ) ];
	}

	public function worst(): float {
		return $this->times[ count( $this->times ) - 1 ];
	}

	/** Nineteen of twenty are faster. */
	public function p95(): float {
		return $this->times[ min( count( $this->times ) - 1, (int) ceil( 0.95 * count( $this->times ) ) - 1 ) ];
	}
}
