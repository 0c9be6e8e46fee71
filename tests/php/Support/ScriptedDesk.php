<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Amicable\HelpDesks\DeskRefusal;
use Amicable\HelpDesks\DeskSilence;
use Amicable\HelpDesks\OpenTicket;
use Amicable\HelpDesks\TagDesk;

/** A help desk that keeps what it is given; or refuses, or does not say, when told to. */
final class ScriptedDesk implements TagDesk {

	/** @var list<string> */
	public array $answers = [];

	/** @var list<string> Every write of a tag: '+high-value 7', '-high-value 7'. */
	public array $tagged = [];

	/** @var list<OpenTicket> Beside the one. */
	public array $more = [];

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
		return $this->open_tickets( $emails )[0] ?? null;
	}

	public function open_tickets( array $emails ): array {
		return array_values( array_filter( [ $this->ticket, ...$this->more ], static fn ( ?OpenTicket $ticket ): bool => $ticket !== null && in_array( $ticket->email, $emails, true ) ) );
	}

	public function reply( OpenTicket $ticket, string $text, int $user_id ): void {
		$this->write( fn () => $this->answers[] = $text );
	}

	public function tag( string $ticket_id, string $tag ): void {
		$this->write( fn () => $this->tagged[] = "+$tag $ticket_id" );
	}

	public function untag( string $ticket_id, string $tag ): void {
		$this->write( fn () => $this->tagged[] = "-$tag $ticket_id" );
	}

	private function write( callable $keep ): void {
		match ( $this->does ) {
			'keeps'     => $keep(),
			'refuses'   => throw new DeskRefusal( 'Not now.' ),
			'is silent' => throw new DeskSilence( 'the wire is cut' ),
		};
	}
}
