<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Amicable\Mail\Mailer;
use RuntimeException;

/** Keeps what it is given; or refuses, or breaks, when told to. */
final class ScriptedMailer implements Mailer {

	/** @var list<array{to: string, subject: string, text: string}> */
	public array $mails = [];

	/** @var 'takes'|'refuses'|'breaks' */
	public string $does = 'takes';

	public ?string $objection = null;

	public function send( string $to, string $subject, string $text ): bool {
		if ( $this->does === 'breaks' ) {
			throw new RuntimeException( 'the wire is cut' );
		}
		if ( $this->does === 'takes' ) {
			$this->mails[] = [
				'to'      => $to,
				'subject' => $subject,
				'text'    => $text,
			];
		}

		return $this->does === 'takes';
	}

	public function objection(): ?string {
		return $this->objection;
	}

	public function is_real(): bool {
		return true;
	}
}
