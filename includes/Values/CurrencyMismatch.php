<?php
declare( strict_types=1 );

namespace Amicable\Values;

use LogicException;

/** Two currencies met in one sum. A programming error, never a user's. */
final class CurrencyMismatch extends LogicException {
}
