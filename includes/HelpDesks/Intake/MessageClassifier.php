<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Intake;

/** A second opinion on messages that somebody else may add, by the filter `amicable_message_hint`. There is none of ours. */
interface MessageClassifier {

	/** What people read beside a hint: 'Acme Tone'. */
	public function name(): string;

	/**
	 * @param string $words     The customer's own words, without names, addresses, numbers and keys.
	 * @param string $languages In which they were read, 'en,tr'; '': in none that is known.
	 * @return string|null A few words for the person who judges; null: nothing to say.
	 */
	public function hint( string $words, string $languages ): ?string;
}
