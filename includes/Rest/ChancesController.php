<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Cases\Chance\EntryState;
use Amicable\Chances\ChanceDesk;
use Amicable\Chances\Gifts;
use Amicable\Runs\CaseDesk;
use Amicable\Storage\CaseEntries;
use WP_REST_Request;

/** The second chance in a case: why somebody is angry, what was done and promised, how a warning was taken. */
final class ChancesController implements Controller {

	public function __construct(
		private readonly CaseDesk $cases,
		private readonly CaseEntries $entries,
		private readonly ChanceDesk $desk,
		private readonly EntryJudge $judge,
		private readonly Gifts $gifts,
		private readonly ChanceShape $shape,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/cases/(?P<id>\d+)/chance', Capability::CASES, $this->read( ... ), answer: 'chances.chance' ),
			new Route( 'POST', '/cases/(?P<id>\d+)/entries', Capability::CASES, $this->write( ... ), body: 'chances.entry', answer: 'chances.chance' ),
			new Route( 'POST', '/cases/(?P<id>\d+)/entries/(?P<entry>\d+)/settle', Capability::CASES, $this->settle( ... ), body: 'chances.settle', answer: 'chances.chance' ),
			new Route( 'GET', '/gifts/(?P<store>woocommerce|edd|sample)/products', Capability::OFFBOARD, $this->products( ... ), answer: 'chances.product', query: self::search() ),
		];
	}

	/** @return array<string, array<string, mixed>> */
	private static function search(): array {
		return [
			'search' => [
				'type'      => 'string',
				'maxLength' => 100,
				'default'   => '',
			],
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function read( WP_REST_Request $request ): Reply {
		return new Reply( $this->shape->of( $this->cases->find( (int) $request->get_url_params()['id'] ) ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function write( WP_REST_Request $request ): Reply {
		$case  = $this->cases->find( (int) $request->get_url_params()['id'] );
		$given = (array) $request->get_json_params();
		$claim = isset( $given['of'] ) ? $this->entries->find( (int) $given['of'] ) : null;
		$entry = $this->desk->write( $case, (int) $given['version'], $this->judge->read( $case, $given, $claim ), get_current_user_id() );

		return new Reply( $this->shape->of( $this->cases->find( $case->id ) ), 201, [], $entry->id );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function settle( WP_REST_Request $request ): Reply {
		$case  = $this->cases->find( (int) $request->get_url_params()['id'] );
		$entry = $this->entries->find( (int) $request->get_url_params()['entry'] );
		if ( $entry === null || $entry->case_id !== $case->id ) {
			throw new AmicableException( 'amicable_entry_missing', __( 'There is no such line in this case.', 'amicable' ), 404 );
		}
		$state = EntryState::from( (string) $request['state'] );
		$this->judge->judge_settling( $case, $entry, $state );
		if ( $entry->state === EntryState::Begun && $state === EntryState::Done ) {
			$this->gifts->make( $entry, get_current_user_id() );
		} else {
			$this->desk->settle( $case, (int) $request['version'], $entry, $state, trim( (string) $request['note'] ), get_current_user_id() );
		}

		return new Reply( $this->shape->of( $this->cases->find( $case->id ) ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function products( WP_REST_Request $request ): Reply {
		$shop = $this->gifts->shop( (string) $request->get_url_params()['store'] ) ?? throw new AmicableException( 'amicable_store_missing', __( 'This shop is not there.', 'amicable' ), 409 );

		return new Reply( $shop->products( trim( (string) $request['search'] ), 20 ) );
	}
}
