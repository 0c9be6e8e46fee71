<?php
declare( strict_types=1 );

namespace Amicable\Licensing;

use Amicable\Stores\Result;

/** A license system in which a license that was ended can be brought back: what we change there is kept with the step first. */
interface KeepsBefore {

	/** @return array<string, scalar|null> What `disable()` is about to change. No keys, no names: it stays with the run. Empty: there is no such license. */
	public function before( string $license_id ): array;

	/**
	 * Puts back what stood there, and nothing that was ended before. Sites are not put back: each registers itself again. What is so already is not done again.
	 *
	 * @param array<string, mixed> $before What `before()` said then.
	 */
	public function restore( string $license_id, array $before ): Result;
}
