<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\HelpDesks\Intake\ContactWriter;
use Amicable\Storage\Tickets;
use Amicable\Storage\TimeEntries;
use Closure;
use WP_REST_Request;

/** *Log a contact*: what somebody at the phone or in a chat writes down afterwards. */
final class ContactsController implements Controller {

	/** @param Closure(): ContactWriter $writer */
	public function __construct(
		private readonly Closure $writer,
		private readonly Tickets $tickets,
		private readonly TimeEntries $time,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'POST', '/contacts', Capability::LOG, $this->log( ... ), body: 'contacts.create', answer: 'contacts.contact', reread: $this->read( ... ) ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function log( WP_REST_Request $request ): Reply {
		$id = ( $this->writer )()->write( (array) $request->get_json_params(), wp_get_current_user() );

		return new Reply( $this->read( $id )->body, 201, [], $id );
	}

	private function read( int $ticket_id ): Reply {
		$ticket = $this->tickets->find( $ticket_id ) ?? throw new AmicableException( 'amicable_contact_missing', __( 'This contact no longer exists.', 'amicable' ), 404 );
		$time   = $this->time->of_ticket( $ticket_id );

		return new Reply(
			[
				'ticket_id'   => $ticket_id,
				'customer_id' => (int) $ticket['customer_id'],
				'channel'     => $ticket['channel'],
				'at'          => Shape::time( $ticket['created_at'] ),
				'minutes'     => intdiv( (int) ( $time['seconds'] ?? 0 ), 60 ),
				'note'        => ( $time['note'] ?? '' ) === '' ? null : $time['note'],
				'url'         => $ticket['url'] === '' ? null : $ticket['url'],
				'stars'       => $ticket['stars'] === null ? null : (int) $ticket['stars'],
				'cause'       => $ticket['cause'],
				'in_docs'     => $ticket['in_docs'] === null ? null : $ticket['in_docs'] === 'yes',
			]
		);
	}
}
