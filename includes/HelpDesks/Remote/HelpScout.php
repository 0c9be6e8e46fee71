<?php
declare( strict_types=1 );

namespace Amicable\HelpDesks\Remote;

use Amicable\HelpDesks\DeskRefusal;
use Amicable\HelpDesks\OpenTicket;
use Amicable\HelpDesks\PlainHtml;
use Amicable\HelpDesks\TagDesk;

/** Help Scout, by its Inbox API: an app of the shop's own signs in, and answers are replies in a conversation. */
final class HelpScout implements TagDesk {

	public const ID   = 'help_scout';
	public const HOST = 'api.helpscout.net';

	private const ALIVE = [ 'active', 'pending' ];

	/** For as long as this page is made. */
	private ?string $token = null;

	public function __construct(
		private readonly Line $line,
		private readonly string $app,
		private readonly string $secret,
	) {
	}

	public function id(): string {
		return self::ID;
	}

	public function name(): string {
		return DeskSettings::DESKS[ self::ID ];
	}

	/** Asked for every status: left to itself it answers with active ones alone. */
	public function open_ticket( array $emails ): ?OpenTicket {
		return Found::all( $emails, $this->open( ... ), 1 )[0] ?? null;
	}

	public function open_tickets( array $emails ): array {
		return Found::all( $emails, $this->open( ... ), self::OPEN );
	}

	/** @return iterable<array{string, OpenTicket}> */
	private function open( string $email ): iterable {
		$query    = [
			'query'     => sprintf( '(email:"%s")', addcslashes( $email, '"\\' ) ),
			'status'    => 'all',
			'sortField' => 'createdAt',
			'sortOrder' => 'desc',
		];
		$embedded = $this->line->read( '/v2/conversations', $this->headers(), $query )['_embedded'] ?? null;
		foreach ( Found::rows( is_array( $embedded ) ? $embedded['conversations'] ?? null : null ) as $row ) {
			if ( in_array( $row['status'] ?? null, self::ALIVE, true ) ) {
				$person = is_array( $row['primaryCustomer'] ?? null ) ? Found::word( $row['primaryCustomer'], 'id' ) : '';
				yield [ Found::word( $row, 'createdAt' ), new OpenTicket( Found::word( $row, 'id' ), '#' . Found::word( $row, 'number' ), Found::word( $row, 'subject' ), $email, $person ) ];
			}
		}
	}

	public function reply( OpenTicket $ticket, string $text, int $user_id ): void {
		$this->line->write( 'POST', '/v2/conversations/' . rawurlencode( $ticket->id ) . '/reply', $this->headers(), [
			'customer' => $ticket->requester === '' ? [ 'email' => $ticket->email ] : [ 'id' => (int) $ticket->requester ],
			'text'     => PlainHtml::of( $text ),
		] );
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
		$path = '/v2/conversations/' . rawurlencode( $id );
		$this->line->retag( $path, "$path/tags", $this->headers(), $more, $less );
	}

	/**
	 * @return array<string, string>
	 * @throws DeskRefusal
	 */
	private function headers(): array {
		if ( $this->token === null ) {
			$answer      = $this->line->sign_in(
				'/v2/oauth2/token',
				[
					'grant_type'    => 'client_credentials',
					'client_id'     => $this->app,
					'client_secret' => $this->secret,
				]
			);
			$this->token = Found::word( $answer, 'access_token' );
		}

		return [ 'Authorization' => "Bearer $this->token" ];
	}
}
