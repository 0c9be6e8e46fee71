<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Storage\CustomerFacts;
use Amicable\Storage\Timeline;
use Closure;
use WP_REST_Request;

/** What hangs below one customer: orders, tickets, evidence, timeline. */
final class CustomerListsController implements Controller {

	public function __construct(
		private readonly CustomerFinder $finder,
		private readonly CustomerFacts $facts,
		private readonly Timeline $timeline,
		private readonly FactShape $shape,
		private readonly TicketShape $tickets,
		private readonly EvidenceShape $evidence,
	) {
	}

	public function routes(): array {
		return [
			$this->route( 'orders', 'customers.order', $this->shape->orders( ... ) ),
			$this->route( 'tickets', 'customers.ticket', $this->tickets->tickets( ... ) ),
			$this->route( 'evidence', 'customers.evidence', $this->evidence->list( ... ) ),
			new Route( 'GET', '/customers/(?P<id>\d+)/timeline', Capability::VIEW, $this->happened( ... ), answer: 'customers.timeline', query: Pagination::QUERY ),
		];
	}

	/**
	 * @param 'orders'|'tickets'|'evidence' $list
	 * @param Closure(list<array<string, string|null>>): list<array<string, mixed>> $shape
	 */
	private function route( string $list, string $answer, Closure $shape ): Route {
		$handle = function ( WP_REST_Request $request ) use ( $list, $shape ): Reply {
			$id = $this->finder->current( $request );

			return $this->page( $request, $this->facts->count( $list, $id ), fn ( int $limit, int $offset ): array => $shape( $this->facts->page( $list, $id, $limit, $offset ) ) );
		};

		return new Route( 'GET', "/customers/(?P<id>\d+)/$list", Capability::VIEW, $handle, answer: $answer, query: Pagination::QUERY );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function happened( WP_REST_Request $request ): Reply {
		$id    = $this->finder->current( $request );
		$shape = new TimelineShape( current_user_can( Capability::MONEY ) );

		return $this->page( $request, $this->timeline->count( $id ), fn ( int $limit, int $offset ): array => array_map( $shape->entry( ... ), $this->timeline->page( $id, $limit, $offset ) ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @param Closure(int, int): list<mixed>        $read
	 */
	private function page( WP_REST_Request $request, int $total, Closure $read ): Reply {
		$page     = (int) $request['page'];
		$per_page = (int) $request['per_page'];
		$route    = substr( $request->get_route(), strlen( '/' . Api::NAMESPACE ) );

		return Pagination::numbered( $read( $per_page, ( $page - 1 ) * $per_page ), $total, $route, [ 'per_page' => $per_page ], $page, $per_page );
	}
}
