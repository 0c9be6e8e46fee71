<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use RuntimeException;

/** Somebody else has the step now. */
final class Lost extends RuntimeException {
}
