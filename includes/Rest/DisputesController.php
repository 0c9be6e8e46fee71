<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Clock;
use Amicable\Disputes\Recorder;
use Amicable\Storage\Disputes;
use Amicable\Storage\LogChain;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\DisputeNews;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\OrderRef;
use Closure;
use WP_REST_Request;

/** The evidence sheet of a dispute, and what a person has to say where no gateway tells us. */
final class DisputesController implements Controller {

	private const ORDER = '/orders/(?P<store>woocommerce|edd|sample)/(?P<order_id>\d+)/dispute';

	/**
	 * @param Closure(): Recorder     $recorder
	 * @param Closure(): DisputeSheet $sheet
	 */
	public function __construct(
		private readonly Disputes $disputes,
		private readonly OrderFacts $orders,
		private readonly Closure $recorder,
		private readonly Closure $sheet,
		private readonly LogChain $log,
		private readonly Clock $clock,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/disputes/(?P<id>\d+)', Capability::OFFBOARD, $this->read( ... ), answer: 'disputes.sheet' ),
			new Route( 'POST', self::ORDER, Capability::OFFBOARD, $this->say( ... ), body: 'disputes.word', answer: 'disputes.sheet' ),
		];
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException 404
	 */
	private function read( WP_REST_Request $request ): Reply {
		return $this->reply( $this->disputes->row( (int) $request->get_url_params()['id'] ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException 404, or 400 for a day that there is not.
	 */
	private function say( WP_REST_Request $request ): Reply {
		$params   = $request->get_url_params();
		$order    = new OrderRef( (string) $params['store'], (int) $params['order_id'] );
		$customer = $this->orders->customer_of( $order ) ?? throw new AmicableException( 'amicable_order_missing', __( 'This order is not known here.', 'amicable' ), 404 );
		$status   = DisputeStatus::from( (string) $request['status'] );
		$id       = (string) ( $this->disputes->row_of( $order )['external_id'] ?? "by-hand:{$order->key()}" );
		$user     = get_current_user_id();
		( $this->recorder )()->record( new DisputeNews( $order->store, $id, 'person:' . wp_generate_uuid4(), 'person', $status, $this->clock->now(), $order, deadline_at: $this->deadline( $request ), user_id: $user ) );
		$this->log->append( "dispute_$status->value", 'order', $order->id, $customer, $user, [ 'order' => $order->key(), 'note' => (string) $request['note'] ] );

		return $this->reply( $this->disputes->row_of( $order ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function deadline( WP_REST_Request $request ): ?\DateTimeImmutable {
		$text = (string) $request['deadline_at'];
		if ( $text === '' ) {
			return null;
		}
		$sentence = __( 'There is no such day.', 'amicable' );

		return Shape::moment( $text ) ?? throw new AmicableException( 'amicable_day', $sentence, 400, [ 'deadline_at' => $sentence ] );
	}

	/** @param array<string, string|null>|null $row */
	private function reply( ?array $row ): Reply {
		return new Reply( ( $this->sheet )()->of( $row ?? throw new AmicableException( 'amicable_dispute_missing', __( 'There is no such dispute.', 'amicable' ), 404 ) ) );
	}
}
