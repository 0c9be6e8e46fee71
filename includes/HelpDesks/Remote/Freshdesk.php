<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Remote;

use Amicable\HelpDesks\OpenTicket;
use Amicable\HelpDesks\PlainHtml;
use Amicable\HelpDesks\TagDesk;

/** Freshdesk, by its API: the key signs in, the password is of no matter. */
final class Freshdesk implements TagDesk {

	public const ID = 'freshdesk';

	/** Resolved and closed; every other status, of the shop's own too, is open. */
	private const DONE = [ 4, 5 ];

	/** Without a day it looks back thirty days only. */
	private const SINCE = '2015-01-01T00:00:00Z';

	public function __construct(
		private readonly Line $line,
		private readonly string $secret,
	) {
	}

	public function id(): string {
		return self::ID;
	}

	public function name(): string {
		return DeskSettings::DESKS[ self::ID ];
	}

	public function open_ticket( array $emails ): ?OpenTicket {
		return Found::all( $emails, $this->open( ... ), 1 )[0] ?? null;
	}

	public function open_tickets( array $emails ): array {
		return Found::all( $emails, $this->open( ... ), self::OPEN );
	}

	/** @return iterable<array{string, OpenTicket}> */
	private function open( string $email ): iterable {
		$query = [
			'email'         => $email,
			'updated_since' => self::SINCE,
			'order_by'      => 'created_at',
			'order_type'    => 'desc',
			'per_page'      => 30,
		];
		foreach ( Found::rows( $this->line->read( '/api/v2/tickets', $this->headers(), $query ) ) as $row ) {
			if ( ! in_array( $row['status'] ?? null, self::DONE, true ) && ( $row['spam'] ?? false ) !== true ) {
				yield [ Found::word( $row, 'created_at' ), new OpenTicket( Found::word( $row, 'id' ), '#' . Found::word( $row, 'id' ), Found::word( $row, 'subject' ), $email ) ];
			}
		}
	}

	public function reply( OpenTicket $ticket, string $text, int $user_id ): void {
		$this->line->write( 'POST', '/api/v2/tickets/' . rawurlencode( $ticket->id ) . '/reply', $this->headers(), [ 'body' => PlainHtml::of( $text ) ] );
	}

	public function tag( string $ticket_id, string $tag ): void {
		$this->retag( $ticket_id, [ $tag ], [] );
	}

	public function untag( string $ticket_id, string $tag ): void {
		$this->retag( $ticket_id, [], [ $tag ] );
	}

	/**
	 * @param list<string> $more
	 * @param list<string> $less
	 */
	private function retag( string $id, array $more, array $less ): void {
		$path = '/api/v2/tickets/' . rawurlencode( $id );
		$this->line->retag( $path, $path, $this->headers(), $more, $less );
	}

	/** @return array<string, string> */
	private function headers(): array {
		return [ 'Authorization' => 'Basic ' . base64_encode( "$this->secret:X" ) ]; // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- How HTTP spells a password.
	}
}
