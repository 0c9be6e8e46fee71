<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Storage\Customers;
use Amicable\Storage\LogChain;
use Amicable\Storage\LogPages;
use DateTimeImmutable;
use WP_REST_Request;

/** Who did what, when; and whether that still stands as it was written. */
final class LogController implements Controller {

	public function __construct(
		private readonly LogChain $log,
		private readonly LogPages $pages,
		private readonly Customers $customers,
		private readonly LogShape $shape,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/log', Capability::SETTINGS, $this->list( ... ), answer: 'log.entry', query: self::query() ),
			new Route( 'GET', '/log/verify', Capability::SETTINGS, fn (): Reply => new Reply( $this->log->verify() ), answer: 'log.verified' ),
		];
	}

	/** @return array<string, array<string, mixed>> */
	private static function query(): array {
		$id = [
			'type'    => 'integer',
			'minimum' => 1,
		];

		return [
			...Pagination::QUERY,
			'case_id'     => $id,
			'customer_id' => $id,
			'user_id'     => [ 'minimum' => 0 ] + $id,
			'what'        => [
				'type'    => 'string',
				'pattern' => '^[a-z_.]{1,40}$',
			],
			'until'       => [
				'type'    => 'string',
				'pattern' => '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
			],
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function list( WP_REST_Request $request ): Reply {
		$page     = (int) $request['page'];
		$per_page = (int) $request['per_page'];
		$filter   = $this->filter( $request );
		$entries  = array_map( $this->shape->entry( ... ), $this->pages->page( $filter, $per_page, ( $page - 1 ) * $per_page ) );
		$query    = [ 'per_page' => $per_page ];
		foreach ( [ 'case_id', 'customer_id', 'user_id', 'what', 'until' ] as $name ) {
			if ( is_scalar( $request[ $name ] ) ) {
				$query[ $name ] = $request[ $name ];
			}
		}

		return Pagination::numbered( $entries, $this->pages->count( $filter ), '/log', $query, $page, $per_page );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return array{case_id?: int, customers?: non-empty-list<int>, user_id?: int, what?: string, before?: DateTimeImmutable}
	 */
	private function filter( WP_REST_Request $request ): array {
		$filter = [];
		if ( $request['case_id'] !== null ) {
			$filter['case_id'] = (int) $request['case_id'];
		}
		if ( $request['customer_id'] !== null ) {
			// Rows stay with whom they were written for; who was merged is the same person.
			$filter['customers'] = $this->customers->cluster( $this->customers->current( (int) $request['customer_id'] ) );
		}
		if ( $request['user_id'] !== null ) {
			$filter['user_id'] = (int) $request['user_id'];
		}
		if ( $request['what'] !== null ) {
			$filter['what'] = (string) $request['what'];
		}
		if ( $request['until'] !== null ) {
			$day              = Shape::moment( (string) $request['until'] . 'T00:00:00Z' ) ?? throw Schema::refusal( [ 'until' => __( 'There is no such day.', 'amicable' ) ] );
			$filter['before'] = $day->modify( '+1 day' );
		}

		return $filter;
	}
}
