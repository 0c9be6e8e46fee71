<?php
declare( strict_types=1 );

namespace Amicable\Runs;

final class NoCheckpoint implements Checkpoint {

	public function reach( string $point ): void {
	}
}
