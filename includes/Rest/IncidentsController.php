<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Clock;
use Amicable\Patterns\Incidents\Incident;
use Amicable\Patterns\Incidents\IncidentState;
use Amicable\Projection\IncidentBook;
use Amicable\Storage\Incidents;
use Amicable\Storage\IncidentTickets;
use Closure;
use WP_REST_Request;

/** What of ours broke, or seems to have: entered once, its tickets confirmed in bulk. */
final class IncidentsController implements Controller {

	/** So many tickets are listed at once; whoever confirms them is shown the next. */
	private const MOST = 200;

	/** @param Closure(): IncidentBook $book */
	public function __construct(
		private readonly Incidents $incidents,
		private readonly IncidentTickets $tickets,
		private readonly Closure $book,
		private readonly Clock $clock,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/incidents', Capability::CASES, fn (): Reply => $this->all(), answer: 'incidents.list' ),
			new Route( 'POST', '/incidents', Capability::CASES, $this->enter( ... ), body: 'incidents.create', answer: 'incidents.incident' ),
			new Route( 'GET', '/incidents/(?P<id>\d+)', Capability::CASES, fn ( WP_REST_Request $request ): Reply => $this->one( (int) $request->get_url_params()['id'] ), answer: 'incidents.incident' ),
			new Route( 'POST', '/incidents/(?P<id>\d+)', Capability::CASES, $this->decide( ... ), body: 'incidents.decide', answer: 'incidents.list' ),
		];
	}

	private function all(): Reply {
		$numbers = $this->tickets->numbers();

		return new Reply( [ 'incidents' => array_map( static fn ( Incident $one ): array => self::shape( $one, $numbers[ $one->id ] ?? 0 ), $this->incidents->shown() ) ] );
	}

	private function one( int $id, int $status = 200 ): Reply {
		$incident = ( $this->book )()->seen( $id );
		$why      = ( $this->book )()->suggested( $incident );
		$counted  = $this->tickets->counted( $id, self::MOST );
		$shown    = array_slice( $why, 0, self::MOST, true );

		return new Reply(
			self::shape( $incident, $this->tickets->numbers()[ $id ] ?? 0 ) + [
				'suggested'    => count( $why ),
				'tickets'      => $this->listed( $shown ),
				'counted_last' => $this->listed( array_fill_keys( $counted, null ) ),
			],
			$status
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function enter( WP_REST_Request $request ): Reply {
		$from  = Shape::moment( (string) $request['from'] );
		$until = isset( $request['until'] ) ? Shape::moment( (string) $request['until'] ) : null;
		$words = trim( (string) ( $request['words'] ?? '' ) );
		$url   = isset( $request['docs_url'] ) ? (string) $request['docs_url'] : null;
		$wrong = array_filter(
			[
				'about' => trim( (string) $request['about'] ) === '' ? __( 'Say what broke, in a few words.', 'amicable' ) : '',
				'from'  => $from === null || $from > $this->clock->now() ? __( 'Choose the day it began, today or earlier.', 'amicable' ) : '',
				'until' => isset( $request['until'] ) && ( $until === null || $until < $from ) ? __( 'It cannot end before it began.', 'amicable' ) : '',
				'words' => trim( $words, " ,\n" ) === '' && $url === null ? __( 'Name the product or the version as customers write it, or the article they were sent to.', 'amicable' ) : '',
			],
			static fn ( string $sentence ): bool => $sentence !== ''
		);
		if ( $wrong !== [] ) {
			throw Schema::refusal( $wrong );
		}
		assert( $from !== null );
		$incident = new Incident( 0, 1, IncidentState::Open, trim( (string) $request['about'] ), $words, $url, $from->getTimestamp(), $until?->getTimestamp() );

		return $this->one( ( $this->book )()->enter( $incident, get_current_user_id() )->id, 201 );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException
	 */
	private function decide( WP_REST_Request $request ): Reply {
		$book     = ( $this->book )();
		$incident = $book->seen( (int) $request->get_url_params()['id'], (int) $request['version'] );
		$user     = get_current_user_id();
		match ( (string) $request['action'] ) {
			'confirm' => $book->confirm( $incident, array_values( array_map( 'intval', (array) ( $request['tickets'] ?? [] ) ) ), $user ),
			'end'     => $book->end( $incident, $user ),
			default   => $book->remove( $incident, $user ),
		};

		return $this->all();
	}

	/** @return array<string, mixed> */
	private static function shape( Incident $incident, int $tickets ): array {
		return [
			'id'       => $incident->id,
			'version'  => $incident->version,
			'state'    => $incident->state->value,
			'about'    => $incident->about,
			'words'    => $incident->words,
			'docs_url' => $incident->docs_url,
			'from'     => gmdate( 'Y-m-d\TH:i:s\Z', $incident->from ),
			'until'    => $incident->until === null ? null : gmdate( 'Y-m-d\TH:i:s\Z', $incident->until ),
			'people'   => $incident->people,
			'counted'  => $tickets,
		];
	}

	/**
	 * @param array<int, string|null> $why By ticket.
	 * @return list<array<string, mixed>>
	 */
	private function listed( array $why ): array {
		$rows = $this->tickets->details( array_keys( $why ) );
		$list = [];
		foreach ( $why as $id => $reason ) {
			$row    = $rows[ $id ] ?? [];
			$name   = (string) ( $row['name'] ?? '' );
			$list[] = [
				'id'          => $id,
				'customer_id' => (int) ( $row['customer_id'] ?? 0 ),
				'name'        => $name !== '' ? $name : (string) ( $row['email'] ?? '' ),
				'subject'     => (string) ( $row['subject'] ?? '' ),
				'at'          => Shape::time( $row['created_at'] ?? '' ),
				'url'         => (string) ( $row['url'] ?? '' ) === '' ? null : $row['url'],
				'why'         => $reason,
			];
		}

		return $list;
	}
}
