<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Remote;

use Amicable\HelpDesks\OpenTicket;
use Amicable\HelpDesks\PlainHtml;
use Amicable\HelpDesks\TagDesk;

/** Zendesk, by its ticket API: an answer is a public comment. */
final class Zendesk implements TagDesk {

	public const ID = 'zendesk';

	public function __construct(
		private readonly Line $line,
		private readonly string $user,
		private readonly string $secret,
	) {
	}

	public function id(): string {
		return self::ID;
	}

	public function name(): string {
		return DeskSettings::DESKS[ self::ID ];
	}

	/** One address after the other: its search joins several words by AND. */
	public function open_ticket( array $emails ): ?OpenTicket {
		return Found::all( $emails, $this->open( ... ), 1 )[0] ?? null;
	}

	public function open_tickets( array $emails ): array {
		return Found::all( $emails, $this->open( ... ), self::OPEN );
	}

	/** @return iterable<array{string, OpenTicket}> */
	private function open( string $email ): iterable {
		$query = [
			'query'      => sprintf( 'type:ticket requester:"%s" status<solved', str_replace( '"', '', $email ) ),
			'sort_by'    => 'created_at',
			'sort_order' => 'desc',
			'per_page'   => self::OPEN,
		];
		foreach ( Found::rows( $this->line->read( '/api/v2/search.json', $this->headers(), $query )['results'] ?? null ) as $row ) {
			yield [ Found::word( $row, 'created_at' ), new OpenTicket( Found::word( $row, 'id' ), '#' . Found::word( $row, 'id' ), Found::word( $row, 'subject' ), $email ) ];
		}
	}

	public function reply( OpenTicket $ticket, string $text, int $user_id ): void {
		$this->line->write( 'PUT', '/api/v2/tickets/' . rawurlencode( $ticket->id ) . '.json', $this->headers(), [
			'ticket' => [
				'comment' => [
					'html_body' => PlainHtml::of( $text ),
					'public'    => true,
				],
			],
		] );
	}

	public function tag( string $ticket_id, string $tag ): void {
		$this->retag( 'PUT', $ticket_id, $tag );
	}

	public function untag( string $ticket_id, string $tag ): void {
		$this->retag( 'DELETE', $ticket_id, $tag );
	}

	/** What is put is added to what is there; a closed ticket takes neither. */
	private function retag( string $method, string $id, string $tag ): void {
		$this->line->change( $method, '/api/v2/tickets/' . rawurlencode( $id ) . '/tags.json', $this->headers(), [ 'tags' => [ $tag ] ] );
	}

	/** @return array<string, string> */
	private function headers(): array {
		return [ 'Authorization' => 'Basic ' . base64_encode( "$this->user/token:$this->secret" ) ]; // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- How HTTP spells a password.
	}
}
