<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Closure;
use WP_REST_Request;

/** The card of whoever placed an order. */
final class OrderCardController implements Controller {

	/** @param Closure(): OrderCard $card */
	public function __construct( private readonly Closure $card ) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/orders/(?P<store>woocommerce|edd|sample)/(?P<order_id>\d+)/customer', Capability::VIEW, $this->read( ... ), answer: 'orders.card' ),
		];
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException 404, or 409 when the store is not active.
	 */
	private function read( WP_REST_Request $request ): Reply {
		$params = $request->get_url_params();

		return new Reply( ( $this->card )()->of( (string) $params['store'], (int) $params['order_id'] ) );
	}
}
