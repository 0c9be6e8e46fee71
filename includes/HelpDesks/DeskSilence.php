<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

use RuntimeException;

/** A help desk was asked to do something and did not say whether it did. */
final class DeskSilence extends RuntimeException {
}
