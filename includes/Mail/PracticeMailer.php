<?php
declare( strict_types=1 );

namespace Amicable\Mail;

/** Sends nothing: the customers of Practice do not exist. */
final class PracticeMailer implements Mailer {

	public function send( string $to, string $subject, string $text ): bool {
		return true;
	}

	public function objection(): ?string {
		return null;
	}

	public function is_real(): bool {
		return false;
	}
}
