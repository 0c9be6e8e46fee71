<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

/** What a line in the book of a case is about. */
enum EntryKind: string {

	/** Something was done for the customer; `what` is a MoveKind. */
	case Move = 'move';

	/** Something was promised; kept or not. */
	case Promise = 'promise';

	/** How they took a warning; `what` is an Outcome. */
	case Outcome = 'outcome';

	/** Somebody says that a ticket was answered where we cannot see it. */
	case Answered = 'answered';

	/** Something that one of us has to do; `what` is a TaskKind. */
	case Task = 'task';

	/** Somebody else has read the words that are about to go out. */
	case Read = 'read';

	/** They said it where everybody reads it; done once it was fixed there too. */
	case Complaint = 'complaint';

	/** What they say that happened. */
	case Claim = 'claim';

	/** What we find about it. */
	case Found = 'found';
}
