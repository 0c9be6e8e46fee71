<?php
declare( strict_types=1 );

namespace Amicable\Stores\Sample;

use RuntimeException;

/** A toy gateway was asked and its answer never arrived. */
final class AnswerLost extends RuntimeException {
}
