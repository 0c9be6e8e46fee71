<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

use RuntimeException;

/** A help desk did not do what was asked, and surely so. The message is a translated sentence for whoever asked. */
final class DeskRefusal extends RuntimeException {
}
