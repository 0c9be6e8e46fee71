<?php
declare( strict_types=1 );

namespace Amicable\Licensing;

/** One site that uses a license. */
final class Activation {

	public function __construct(
		public readonly string $id,
		public readonly string $site,
	) {
	}
}
