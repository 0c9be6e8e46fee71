<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use RuntimeException;

/** Somebody else has the file in hand now; what we were about to write down is undone. */
final class Taken extends RuntimeException {
}
