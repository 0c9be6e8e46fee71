<?php
declare( strict_types=1 );

namespace Amicable\Mail;

/** Whoever takes a mail to send it. */
interface Mailer {

	/** False: it was refused before it left. What happens to it later nobody here can know. */
	public function send( string $to, string $subject, string $text ): bool;

	/** Whether anything really leaves. */
	public function is_real(): bool;
}
