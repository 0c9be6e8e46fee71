<?php
declare( strict_types=1 );

namespace Amicable\Language\Compile;

use RuntimeException;

/** What is wrong with a pack, in words for whoever writes packs. */
final class PackError extends RuntimeException {
}
