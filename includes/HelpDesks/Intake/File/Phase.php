<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake\File;

use Amicable\Storage\TicketFile;

/** One of the three things that happen to a file: its rows are read, judged, written. */
interface Phase {

	/** Does a little, from where the last slice ended. May be done twice. */
	public function slice( TicketFile $file, string $place ): Slice;
}
