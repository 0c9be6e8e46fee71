<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\TicketFile;

/** What one row stands for. */
enum Shape: string {

	case Tickets  = 'tickets';
	case Messages = 'messages';
}
