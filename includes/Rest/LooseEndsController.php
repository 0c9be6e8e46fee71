<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Offboarding\LooseEndKind;
use Amicable\Storage\LogChain;
use Amicable\Storage\LooseEndList;
use Amicable\Storage\LooseEnds;
use WP_REST_Request;

/** What earlier refunds left half done. To finish one is a plan of kind `finish`; to leave it takes a reason. */
final class LooseEndsController implements Controller {

	public function __construct(
		private readonly LooseEndList $list,
		private readonly LooseEnds $ends,
		private readonly LooseEndShape $shape,
		private readonly LogChain $log,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/loose-ends', Capability::VIEW, $this->list( ... ), answer: 'loose_ends.loose_end', query: self::query() ),
			new Route( 'POST', '/loose-ends/(?P<id>\d+)/leave', Capability::OFFBOARD, $this->leave( ... ), body: 'loose_ends.leave', answer: 'loose_ends.loose_end' ),
		];
	}

	/** @return array<string, array<string, mixed>> */
	private static function query(): array {
		return [
			...Pagination::QUERY,
			'state' => [
				'type'    => 'string',
				'enum'    => [ LooseEnds::OPEN, LooseEnds::LEFT, LooseEnds::CLOSED ],
				'default' => LooseEnds::OPEN,
			],
			'kind'  => [
				'type' => 'string',
				'enum' => array_map( static fn ( LooseEndKind $kind ): string => $kind->value, LooseEndKind::cases() ),
			],
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function list( WP_REST_Request $request ): Reply {
		$state    = (string) $request['state'];
		$kind     = $request['kind'] === null ? null : (string) $request['kind'];
		$page     = (int) $request['page'];
		$per_page = (int) $request['per_page'];
		$rows     = $this->list->page( $state, $kind, $per_page, ( $page - 1 ) * $per_page );
		$query    = [
			'state'    => $state,
			'per_page' => $per_page,
		];

		return Pagination::numbered( $this->shape->rows( $rows ), $this->list->count( $state, $kind ), '/loose-ends', $query + ( $kind === null ? [] : [ 'kind' => $kind ] ), $page, $per_page );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function leave( WP_REST_Request $request ): Reply {
		$id     = (int) $request->get_url_params()['id'];
		$before = $this->list->find( $id ) ?? throw new AmicableException( 'amicable_loose_end_missing', __( 'There is no such loose end.', 'amicable' ), 404 );
		$reason = trim( (string) $request['reason'] );
		if ( $reason === '' ) {
			throw Schema::refusal( [ 'reason' => __( 'Say why, in a few words.', 'amicable' ) ] );
		}
		if ( ! $this->ends->leave( $id, $reason, get_current_user_id() ) ) {
			throw new AmicableException( 'amicable_not_open', __( 'This is not open any more. Look at the list again.', 'amicable' ), 409 );
		}
		$this->log->append( 'loose_end_left', 'loose_end', $id, (int) $before['customer_id'], get_current_user_id(), [ 'ref' => $before['ref'], 'reason' => $reason ] );

		$after = [
			...$before,
			'state'   => LooseEnds::LEFT,
			'reason'  => $reason,
			'left_by' => (string) get_current_user_id(),
		];

		return new Reply( $this->shape->rows( [ $after ] )[0] );
	}
}
