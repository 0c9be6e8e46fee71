<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Storage\Closures;
use Amicable\Storage\LogChain;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\OrderRef;
use WP_REST_Request;

/** Lets the shop hand out the files of an order again, after a run closed them. Grants nothing by itself. */
final class OrderFilesController implements Controller {

	public function __construct(
		private readonly Closures $closures,
		private readonly OrderFacts $orders,
		private readonly LogChain $log,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'POST', '/orders/(?P<store>woocommerce|edd|sample)/(?P<order_id>\d+)/reopen', Capability::OFFBOARD, $this->reopen( ... ), body: 'orders.reopen', answer: 'orders.files' ),
		];
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException 404
	 */
	private function reopen( WP_REST_Request $request ): Reply {
		$params   = $request->get_url_params();
		$order    = new OrderRef( (string) $params['store'], (int) $params['order_id'] );
		$customer = $this->orders->customer_of( $order ) ?? throw new AmicableException( 'amicable_order_missing', __( 'This order is not known here.', 'amicable' ), 404 );
		$user     = get_current_user_id();
		if ( $this->closures->reopen( $order, $user ) ) {
			$this->log->append( 'files_reopened', 'order', $order->id, $customer, $user, [ 'order' => $order->key(), 'reason' => (string) $request['reason'] ] );
		}

		return new Reply(
			[
				'order'       => $order->to_array(),
				'kept_closed' => false,
			]
		);
	}
}
