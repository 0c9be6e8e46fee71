<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use RuntimeException;

/** The database refused a statement. Logged and shown as a general sentence, never with its text. */
final class DatabaseError extends RuntimeException {
}
