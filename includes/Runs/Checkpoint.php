<?php
declare( strict_types=1 );

namespace Amicable\Runs;

/** The named places at which a run may be cut off. Does nothing, unless somebody tests what happens then. */
interface Checkpoint {

	public function reach( string $point ): void;
}
