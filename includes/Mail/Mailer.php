<?php
declare( strict_types=1 );

namespace Amicable\Mail;

/** Whoever takes a mail to send it. */
interface Mailer {

	/** False: it was refused before it left. What happens to it later nobody here can know. */
	public function send( string $to, string $subject, string $text ): bool;

	/** Why nobody is written to from here at all, translated; null: mail may leave. */
	public function objection(): ?string;

	/** Whether anything really leaves. */
	public function is_real(): bool;
}
