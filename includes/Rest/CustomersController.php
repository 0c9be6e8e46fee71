<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Storage\CustomerList;
use Closure;
use WP_REST_Request;

/** The list of customers, and one of them. */
final class CustomersController implements Controller {

	/** @param Closure(): CustomerDetail $detail */
	public function __construct(
		private readonly CustomerFinder $finder,
		private readonly CustomerList $list,
		private readonly CustomerShape $shape,
		private readonly Closure $detail,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/customers', Capability::VIEW, $this->list( ... ), answer: 'customers.row', query: CustomerListQuery::parameters() ),
			new Route( 'GET', '/customers/(?P<id>\d+)', Capability::VIEW, $this->read( ... ), answer: 'customers.detail' ),
		];
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException 403 when amounts would show in the order of the rows.
	 */
	private function list( WP_REST_Request $request ): Reply {
		$asked = new CustomerListQuery( $request->get_query_params(), $this->shape->sees_money() );
		$query = $asked->query();
		if ( $query->is_by_money() && ! $this->shape->sees_money() ) {
			throw new AmicableException( 'amicable_money_hidden', __( 'Your role does not include amounts, so the list cannot be sorted by them.', 'amicable' ), 403, [ 'orderby' => __( 'Choose another order.', 'amicable' ) ] );
		}
		$page = $this->list->page( $query );

		return new Reply( $this->shape->rows( $page->ids ), 200, Pagination::headers( '/customers', $asked->links( $page ), $page->total, $page->about, $query->per_page ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function read( WP_REST_Request $request ): Reply {
		$row     = $this->finder->row( $request );
		$current = $this->finder->current( $request );

		return new Reply( $current === (int) $row['id'] ? ( $this->detail )()->of( $current ) : [ 'moved_to' => $current ] );
	}
}
