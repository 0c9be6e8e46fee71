<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Away\ChargeDesk;
use Amicable\Capability;
use WP_REST_Request;

/** Talking about an order again although its payment is disputed. */
final class ChargesController implements Controller {

	public function __construct(
		private readonly ChargeDesk $desk,
		private readonly ChargeShape $shape,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'POST', '/disputes/(?P<id>\d+)/unlock', Capability::SEND, $this->unlock( ... ), body: 'disputes.unlock', answer: 'disputes.charge' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function unlock( WP_REST_Request $request ): Reply {
		$id     = (int) $request->get_url_params()['id'];
		$reason = trim( (string) $request['reason'] );
		if ( $reason === '' ) {
			throw Schema::refusal( [ 'reason' => __( 'Write down why.', 'amicable' ) ] );
		}
		$this->desk->lift( $id, (int) $request['version'], $reason, get_current_user_id() );

		return new Reply( $this->shape->find( $id ) ?? throw new AmicableException( 'amicable_dispute_missing', __( 'There is no such dispute.', 'amicable' ), 404 ) );
	}
}
