<?php
declare( strict_types=1 );

namespace Amicable\Licensing\Freemius;

use RuntimeException;

/** Freemius did not say what was asked. The message is translated. */
final class Unreadable extends RuntimeException {
}
