<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks;

/** What says whether the docs answer a ticket; the higher, the stronger. */
enum DocsEvidence: int {

	/** An agent said so in a logged contact. */
	case Word = 1;

	/** The desk's tags `in-docs` and `not-in-docs`. */
	case Tag = 2;

	/** An agent's message links to the documentation. */
	case Link = 3;
}
