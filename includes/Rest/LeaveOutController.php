<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Projection\Projector;
use Amicable\Storage\Customers;
use Amicable\Storage\LogChain;
use Closure;
use WP_REST_Request;

/** Leaves a customer out of all patterns, as anybody may ask, or takes them in again. Figures stay. */
final class LeaveOutController implements Controller {

	/**
	 * @param Closure(): Projector      $projector
	 * @param Closure(): LogChain       $log
	 * @param Closure(): CustomerDetail $detail
	 */
	public function __construct(
		private readonly CustomerFinder $finder,
		private readonly Customers $customers,
		private readonly Closure $projector,
		private readonly Closure $log,
		private readonly Closure $detail,
	) {
	}

	public function routes(): array {
		return [ new Route( 'POST', '/customers/(?P<id>\d+)/leave-out', Capability::CASES, $this->write( ... ), body: 'customers.leave_out', answer: 'customers.detail' ) ];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function write( WP_REST_Request $request ): Reply {
		$customer = $this->finder->current( $request );
		$left_out = $request['left_out'] === true;
		if ( ! $this->customers->leave_out( $customer, $left_out, (int) $request['version'] ) ) {
			throw new AmicableException( 'amicable_stale', __( 'This changed meanwhile. Look again before you decide.', 'amicable' ), 409 );
		}
		( $this->log )()->append( $left_out ? 'customer.left_out' : 'customer.taken_in', 'customer', $customer, $customer, get_current_user_id() );
		( $this->projector )()->project( $customer );

		return new Reply( ( $this->detail )()->of( $customer ) );
	}
}
