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

/** What a person says of how a customer is counted: left out of all patterns, as anybody may ask, or with more time than others. Figures stay. */
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
		return [
			new Route( 'POST', '/customers/(?P<id>\d+)/leave-out', Capability::CASES, $this->leave_out( ... ), body: 'customers.leave_out', answer: 'customers.detail' ),
			new Route( 'POST', '/customers/(?P<id>\d+)/extra-time', Capability::CASES, $this->extra_time( ... ), body: 'customers.extra_time', answer: 'customers.detail' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function leave_out( WP_REST_Request $request ): Reply {
		$customer = $this->finder->current( $request );
		$left_out = $request['left_out'] === true;
		self::must( $this->customers->leave_out( $customer, $left_out, (int) $request['version'] ) );
		( $this->log )()->append( $left_out ? 'customer.left_out' : 'customer.taken_in', 'customer', $customer, $customer, get_current_user_id() );

		return $this->judged( $customer );
	}

	/**
	 * Without a reason: that may be a matter of health.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function extra_time( WP_REST_Request $request ): Reply {
		$customer = $this->finder->current( $request );
		$agreed   = $request['agreed'] === true;
		self::must( $this->customers->agree_extra_time( $customer, $agreed, (int) $request['version'] ) );
		( $this->log )()->append( $agreed ? 'customer.extra_time' : 'customer.usual_time', 'customer', $customer, $customer, get_current_user_id() );

		return $this->judged( $customer );
	}

	/** @throws AmicableException 409 */
	private static function must( bool $saved ): void {
		if ( ! $saved ) {
			throw new AmicableException( 'amicable_stale', __( 'This changed meanwhile. Look again before you decide.', 'amicable' ), 409 );
		}
	}

	private function judged( int $customer ): Reply {
		( $this->projector )()->project( $customer );

		return new Reply( ( $this->detail )()->of( $customer ) );
	}
}
