<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Customers\Identity;
use Amicable\Runs\Blocker;
use Amicable\Storage\Customers;
use Closure;
use DateTimeImmutable;
use WP_REST_Request;

/** Refusing new purchases of a customer, and letting them in again. */
final class BlocksController implements Controller {

	/** @param Closure(): CustomerDetail $detail */
	public function __construct(
		private readonly Blocker $blocker,
		private readonly Customers $customers,
		private readonly Identity $identity,
		private readonly Closure $detail,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'POST', '/customers/(?P<id>\d+)/block', Capability::OFFBOARD, $this->block( ... ), body: 'customers.block', answer: 'customers.detail' ),
			new Route( 'POST', '/customers/(?P<id>\d+)/unblock', Capability::OFFBOARD, $this->unblock( ... ), body: 'customers.block', answer: 'customers.detail' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function block( WP_REST_Request $request ): Reply {
		$id    = $this->seen( $request );
		$until = $request['until'] === null ? null : new DateTimeImmutable( (string) $request['until'] );
		$this->blocker->block( $id, (string) $request['reason'], get_current_user_id(), null, $until );

		return $this->reply( $id );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function unblock( WP_REST_Request $request ): Reply {
		$id = $this->seen( $request );
		$this->blocker->unblock( $id, (string) $request['reason'], get_current_user_id() );

		return $this->reply( $id );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException 404, or 409 when the customer changed since the person looked.
	 */
	private function seen( WP_REST_Request $request ): int {
		$id  = $this->identity->current( (int) $request->get_url_params()['id'] );
		$row = $this->customers->row( $id ) ?? throw new AmicableException( 'amicable_customer_missing', __( 'There is no such customer.', 'amicable' ), 404 );
		if ( (int) $row['version'] !== (int) $request['version'] ) {
			throw new AmicableException( 'amicable_stale', __( 'Somebody changed this customer meanwhile. Nothing was saved; look again.', 'amicable' ), 409 );
		}

		return $id;
	}

	private function reply( int $id ): Reply {
		return new Reply( ( $this->detail )()->of( $id ) );
	}
}
