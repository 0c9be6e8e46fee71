<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Runs\CaseDesk;
use Amicable\Storage\Closings;
use Amicable\Storage\LogChain;
use WP_REST_Request;

/** Until when the data of services can be fetched, and that they were handed over. */
final class ClosingsController implements Controller {

	public function __construct(
		private readonly CaseDesk $desk,
		private readonly Closings $closings,
		private readonly ClosingShape $shape,
		private readonly LogChain $log,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/cases/(?P<id>\d+)/closings', Capability::CASES, $this->read( ... ), answer: 'closings.list' ),
			new Route( 'POST', '/closings/(?P<id>\d+)/handover', Capability::CASES, $this->hand_over( ... ), body: 'closings.handover', answer: 'closings.list' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function read( WP_REST_Request $request ): Reply {
		return new Reply( $this->shape->of_case( $this->desk->find( (int) $request->get_url_params()['id'] )->id ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException 404, 409 amicable_stale.
	 */
	private function hand_over( WP_REST_Request $request ): Reply {
		$id  = (int) $request->get_url_params()['id'];
		$row = $this->closings->find( $id ) ?? throw new AmicableException( 'amicable_closing_missing', __( 'There is no such closing date.', 'amicable' ), 404 );
		if ( ! $this->closings->hand_over( $id, (int) $request['version'], trim( (string) $request['what'] ), get_current_user_id() ) ) {
			throw new AmicableException( 'amicable_stale', __( 'Somebody wrote down something else meanwhile. Nothing was saved; look at it again.', 'amicable' ), 409 );
		}
		$this->log->append( 'data_handed_over', 'case', (int) $row['case_id'], (int) $row['customer_id'], get_current_user_id(), [ 'what' => trim( (string) $request['what'] ) ] );

		return new Reply( $this->shape->of_case( (int) $row['case_id'] ) );
	}
}
