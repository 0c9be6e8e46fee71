<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use RuntimeException;

/** A worker was cut off here. */
final class Killed extends RuntimeException {
}
