<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Amicable\HelpDesks\DeskRefusal;
use Amicable\HelpDesks\DeskSilence;
use Amicable\HelpDesks\OpenTicket;
use Amicable\HelpDesks\ReplyDesk;

/** A help desk that keeps what it is given; or refuses, or does not say, when told to. */
final class ScriptedDesk implements ReplyDesk {

	/** @var list<string> */
	public array $answers = [];

	/** @var 'keeps'|'refuses'|'is silent' */
	public string $does = 'keeps';

	public ?OpenTicket $ticket = null;

	public function id(): string {
		return 'scripted';
	}

	public function name(): string {
		return 'Scripted';
	}

	public function open_ticket( array $emails ): ?OpenTicket {
		return $this->ticket !== null && in_array( $this->ticket->email, $emails, true ) ? $this->ticket : null;
	}

	public function reply( OpenTicket $ticket, string $text, int $user_id ): void {
		match ( $this->does ) {
			'keeps'     => $this->answers[] = $text,
			'refuses'   => throw new DeskRefusal( 'Not now.' ),
			'is silent' => throw new DeskSilence( 'the wire is cut' ),
		};
	}
}
