<?php
declare( strict_types=1 );

namespace Amicable\Language;

use RuntimeException;

/** A pattern gave no answer. That is never "nothing found". */
final class RegexError extends RuntimeException {
}
