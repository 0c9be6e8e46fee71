<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Amicable\Runs\Checkpoint;
use Closure;

/** Remembers every point a run passes, and springs at one of them. */
final class Trap implements Checkpoint {

	/** @var list<string> */
	public array $passed = [];

	private ?int $at = null;

	private ?Closure $spring = null;

	public function reach( string $point ): void {
		$this->passed[] = $point;
		$spring         = $this->spring;
		if ( $spring === null || $this->at !== count( $this->passed ) - 1 ) {
			return;
		}

		$this->spring = null;
		$spring( $point );
	}

	/** @param int $at Number of the point, counted from the first one that is passed from now on. */
	public function set( int $at, Closure $spring ): void {
		$this->passed = [];
		$this->at     = $at;
		$this->spring = $spring;
	}
}
