<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use RuntimeException;

/** Nothing can be done with this file; the message is a code of `FileSentences`. */
final class FileRefused extends RuntimeException {
}
