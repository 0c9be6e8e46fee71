<?php
declare( strict_types=1 );

namespace Amicable\Letters;

use Amicable\AmicableException;
use Amicable\Customers\Keyring;
use Amicable\HelpDesks\DeskRefusal;
use Amicable\HelpDesks\Desks;
use Amicable\HelpDesks\OpenTicket;
use Amicable\HelpDesks\ReplyDesk;
use Closure;

/** Through which help desks a customer can be written to, and into which ticket. */
final class DeskWays {

	/** @param Closure(): Desks $desks */
	public function __construct(
		private readonly Closure $desks,
		private readonly Keyring $keyring,
	) {
	}

	/** @return list<array{desk: ReplyDesk, ticket: OpenTicket|null, why: string|null}> */
	public function of( int $customer_id ): array {
		$desks  = ( $this->desks )()->all();
		$emails = $desks === [] ? [] : $this->keyring->of( $customer_id )->emails;

		return array_map( static fn ( ReplyDesk $desk ): array => self::ask( $desk, $emails ), $desks );
	}

	/**
	 * Looked up anew, so that nothing goes into a ticket that was closed, or that is another customer's.
	 *
	 * @throws AmicableException 409 when it is not the one that was seen, 422 when the desk cannot be used.
	 */
	public function answer( int $customer_id, string $desk_id, string $ticket_id ): DeskAnswer {
		$desk = ( $this->desks )()->get( $desk_id );
		if ( $desk === null ) {
			throw self::refusal( __( 'This help desk cannot be written through from here.', 'amicable' ) );
		}
		try {
			$ticket = $desk->open_ticket( $this->keyring->of( $customer_id )->emails );
		} catch ( DeskRefusal $refusal ) {
			throw self::refusal( $refusal->getMessage() );
		}
		if ( $ticket === null || $ticket->id !== $ticket_id ) {
			throw new AmicableException( 'amicable_stale', __( 'That ticket was closed meanwhile, or another one is newer. Nothing was sent; look again at where it would go.', 'amicable' ), 409 );
		}

		return new DeskAnswer( $desk, $ticket );
	}

	/**
	 * @param list<string> $emails
	 * @return array{desk: ReplyDesk, ticket: OpenTicket|null, why: string|null}
	 */
	private static function ask( ReplyDesk $desk, array $emails ): array {
		try {
			return [
				'desk'   => $desk,
				'ticket' => $desk->open_ticket( $emails ),
				'why'    => null,
			];
		} catch ( DeskRefusal $refusal ) {
			return [
				'desk'   => $desk,
				'ticket' => null,
				'why'    => $refusal->getMessage(),
			];
		}
	}

	private static function refusal( string $why ): AmicableException {
		return new AmicableException( 'amicable_letter_not_ready', $why, 422, [ 'desk' => $why ] );
	}
}
