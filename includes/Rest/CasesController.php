<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Cases\CaseRecord;
use Amicable\Cases\Move;
use Amicable\Cases\Stage;
use Amicable\Cases\View;
use Amicable\Chances\ChanceDesk;
use Amicable\Customers\Identity;
use Amicable\Letters\SentLetters;
use Amicable\Runs\CaseDesk;
use Amicable\Runs\CaseNotes;
use Amicable\Storage\CaseQuery;
use Amicable\Storage\Cases;
use Amicable\Storage\Customers;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\OrderRef;
use WP_REST_Request;

/** Cases: opened, listed, moved from stage to stage. */
final class CasesController implements Controller {

	public function __construct(
		private readonly CaseDesk $desk,
		private readonly ChanceDesk $chances,
		private readonly CaseNotes $notes,
		private readonly Cases $cases,
		private readonly Customers $customers,
		private readonly Identity $identity,
		private readonly OrderFacts $orders,
		private readonly SentLetters $sent,
		private readonly CaseShape $shape,
		private readonly CaseListShape $rows,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/cases', Capability::CASES, $this->list( ... ), answer: 'cases.row', query: self::query() ),
			new Route( 'POST', '/cases', Capability::CASES, $this->open( ... ), body: 'cases.create', answer: 'cases.case' ),
			new Route( 'GET', '/cases/(?P<id>\d+)', Capability::CASES, $this->one( ... ), answer: 'cases.case' ),
			new Route( 'PUT', '/cases/(?P<id>\d+)', Capability::CASES, $this->change( ... ), body: 'cases.update', answer: 'cases.case' ),
			new Route( 'POST', '/cases/(?P<id>\d+)/events', Capability::CASES, $this->move( ... ), body: 'cases.event', answer: 'cases.case' ),
		];
	}

	/** @return array<string, array<string, mixed>> */
	public static function query(): array {
		return [
			...Pagination::QUERY,
			'stage'       => [
				'type' => 'string',
				'enum' => array_map( static fn ( Stage $stage ): string => $stage->value, Stage::cases() ),
			],
			'view'        => [
				'type' => 'string',
				'enum' => array_map( static fn ( View $view ): string => $view->value, View::cases() ),
			],
			'customer_id' => [
				'type'    => 'integer',
				'minimum' => 1,
			],
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function list( WP_REST_Request $request ): Reply {
		$stage    = $request['stage'] === null ? null : Stage::from( (string) $request['stage'] );
		$view     = $request['view'] === null ? null : View::from( (string) $request['view'] );
		$customer = $request['customer_id'] === null ? null : $this->identity->current( (int) $request['customer_id'] );
		$which    = new CaseQuery( $stage, $customer, $view, get_current_user_id() );
		$page     = (int) $request['page'];
		$per_page = (int) $request['per_page'];
		$query    = array_filter(
			[
				'stage'       => $stage?->value,
				'view'        => $view?->value,
				'customer_id' => $customer,
				'per_page'    => $per_page,
			],
			static fn ( string|int|null $value ): bool => $value !== null,
		);

		return Pagination::numbered( $this->rows->of( $this->cases->page( $which, $per_page, ( $page - 1 ) * $per_page ) ), $this->cases->count( $which ), '/cases', $query, $page, $per_page );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function open( WP_REST_Request $request ): Reply {
		$customer = $this->identity->current( (int) $request['customer_id'] );
		if ( $this->customers->row( $customer ) === null ) {
			throw new AmicableException( 'amicable_customer_missing', __( 'There is no such customer.', 'amicable' ), 404 );
		}
		// Whoever cannot lead a case to its end proposes it: it waits, unassigned, for somebody who can.
		$assignee        = current_user_can( Capability::OFFBOARD ) ? get_current_user_id() : null;
		[ $case, $is_new ] = $this->desk->open( $customer, get_current_user_id(), $assignee, $this->order( $request, $customer ), trim( (string) $request['reason'] ) );

		return new Reply( $this->shape->record( $case ), $is_new ? 201 : 200, [], $case->id );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function one( WP_REST_Request $request ): Reply {
		return new Reply( $this->shape->record( $this->desk->find( (int) $request->get_url_params()['id'] ) ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function change( WP_REST_Request $request ): Reply {
		$case  = $this->desk->find( (int) $request->get_url_params()['id'] );
		$given = (array) $request->get_json_params();

		return new Reply( $this->shape->record( $this->notes->change( $case, (int) $given['version'], CaseChanges::read( $given ), get_current_user_id() ) ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function move( WP_REST_Request $request ): Reply {
		$case    = $this->desk->find( (int) $request->get_url_params()['id'] );
		$counsel = in_array( $request['counsel'], [ 'agreed', 'none' ], true ) ? $request['counsel'] : null;
		$letter  = $request['letter'] === null ? null : (int) $request['letter'];
		$move    = new Move( Stage::from( (string) $request['to'] ), current_user_can( Capability::APPROVE ), trim( (string) $request['reason'] ), $counsel, $letter );
		if ( $letter !== null ) {
			$this->sent->check( $case, $move->to, $letter );
		}
		$go    = fn (): CaseRecord => $this->desk->move( $case, $move, (int) $request['version'], get_current_user_id(), (string) $request['text'] );
		$moved = $move->to === Stage::Lapsed ? $this->chances->lapse( $go, get_current_user_id() ) : $go();

		return new Reply( $this->shape->record( $moved ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws AmicableException When the order is somebody else's.
	 */
	private function order( WP_REST_Request $request, int $customer ): ?OrderRef {
		/** @var array{store: string, id: int}|null $given Judged by the schema. */
		$given = $request['order'];
		$ref   = $given === null ? null : new OrderRef( $given['store'], $given['id'] );
		$owner = $ref === null ? null : $this->orders->customer_of( $ref );
		if ( $ref !== null && ( $owner === null || $this->identity->current( $owner ) !== $customer ) ) {
			throw Schema::refusal( [ 'order' => __( 'This order belongs to another customer.', 'amicable' ) ] );
		}

		return $ref;
	}
}
