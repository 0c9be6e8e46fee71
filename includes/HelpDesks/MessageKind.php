<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** Who speaks in a message, and to whom. Only `agent` is work of a person that the customer reads; `auto` and `ai` cost nothing. */
enum MessageKind: string {

	case Customer = 'customer';
	case Agent    = 'agent';
	case Note     = 'note';
	case Auto     = 'auto';
	case Ai       = 'ai';
	case System   = 'system';
}
