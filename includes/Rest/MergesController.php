<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Customers\Merger;
use Closure;
use WP_REST_Request;

/** Two customers who are one, and one who is two after all. Answers the customer who stays. */
final class MergesController implements Controller {

	/**
	 * @param Closure(): Merger         $merger
	 * @param Closure(): CustomerDetail $detail
	 */
	public function __construct(
		private readonly CustomerFinder $finder,
		private readonly Closure $merger,
		private readonly Closure $detail,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'POST', '/customers/(?P<id>\d+)/merge', Capability::CASES, $this->merge( ... ), body: 'customers.merge', answer: 'customers.detail' ),
			new Route( 'POST', '/customers/(?P<id>\d+)/unmerge', Capability::CASES, $this->unmerge( ... ), body: 'customers.unmerge', answer: 'customers.detail' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function merge( WP_REST_Request $request ): Reply {
		$id = (int) $this->finder->row( $request )['id'];
		( $this->merger )()->merge( $id, (int) $request['customer_id'], (int) $request['version'], get_current_user_id() );

		return new Reply( ( $this->detail )()->of( $id ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function unmerge( WP_REST_Request $request ): Reply {
		$id = (int) $this->finder->row( $request )['id'];
		( $this->merger )()->unmerge( $id, (int) $request['customer_id'], (int) $request['version'], get_current_user_id() );

		return new Reply( ( $this->detail )()->of( $id ) );
	}
}
