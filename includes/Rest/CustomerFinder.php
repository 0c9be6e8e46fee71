<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Customers\Identity;
use Amicable\Storage\CustomerRows;
use WP_REST_Request;

/** The customer that an address names. */
final class CustomerFinder {

	public function __construct(
		private readonly CustomerRows $customers,
		private readonly Identity $identity,
	) {
	}

	/**
	 * Who this is now; what belongs to somebody merged is with whom they were merged into.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException 404.
	 */
	public function current( WP_REST_Request $request ): int {
		return $this->identity->current( (int) $this->row( $request )['id'] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, string|null>
	 * @throws AmicableException 404.
	 */
	public function row( WP_REST_Request $request ): array {
		$id = (int) $request->get_url_params()['id'];

		return $this->customers->of( [ $id ] )[0] ?? throw new AmicableException( 'amicable_customer_missing', __( 'There is no such customer.', 'amicable' ), 404 );
	}
}
