<?php
declare( strict_types=1 );

namespace Amicable\Playbook\Litmus;

/** Everything the litmus test looks for. The names are for programs; sentences are made at the edge. */
enum Code: string {

	/** A field or bracket that nobody filled in. */
	case Placeholder = 'placeholder';

	/** Between quotation marks, but in none of the customer's messages. */
	case UnknownQuote = 'unknown_quote';

	/** Not in the language that the message is to be in. */
	case WrongLanguage = 'wrong_language';

	/** We threaten. */
	case OwnThreat = 'own_threat';

	/** Money, a license or a gift hangs on a review. */
	case ReviewBargain = 'review_bargain';

	case Blame = 'blame';

	/** Irony, and politeness that bites. */
	case Sarcasm = 'sarcasm';

	/** "Sorry, but", "sorry you feel": an apology that takes itself back. */
	case HalfApology = 'half_apology';
	case Capitals    = 'capitals';
	case Exclamation = 'exclamation';

	/** Soon, never again, we will fix it: and no day. */
	case UndatedPromise = 'undated_promise';

	/** Another maker run down. */
	case RunDown = 'run_down';

	/** Words we use about customers among ourselves. */
	case InternalLabel = 'internal_label';

	/** Addresses, numbers and keys that others could use. */
	case PrivateData = 'private_data';
	case TooLong     = 'too_long';

	/** The same template goes out unchanged, again: it begins to read like a script. */
	case Script = 'script';

	/** No pack for this language: the wording was not looked at, which is not the same as fine. */
	case NotRead = 'not_read';

	public function severity(): Severity {
		return match ( $this ) {
			self::Placeholder, self::UnknownQuote, self::WrongLanguage, self::OwnThreat, self::ReviewBargain => Severity::Blocks,
			default => Severity::Advises,
		};
	}
}
