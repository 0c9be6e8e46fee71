<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\CurrentMode;
use Amicable\Mode;
use Amicable\Practice\Progress;
use Amicable\Practice\ProgressOption;
use WP_REST_Request;

/** Which shop the one who asks looks at, and what they may do. */
final class MeController implements Controller {

	public function __construct(
		private readonly CurrentMode $mode,
		private readonly ProgressOption $practice,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'GET', '/me', Capability::VIEW, fn (): Reply => $this->me(), answer: 'me.me' ),
			new Route( 'PUT', '/me', Capability::VIEW, fn ( WP_REST_Request $request ): Reply => $this->choose( Mode::from( (string) $request['mode'] ) ), body: 'me.update', answer: 'me.me' ),
		];
	}

	private function me(): Reply {
		return new Reply(
			[
				'mode'         => $this->mode->of_user( get_current_user_id() )->value,
				'capabilities' => array_values( array_filter( Capability::ALL, static fn ( string $capability ): bool => current_user_can( $capability ) ) ),
			]
		);
	}

	/** @throws AmicableException When there is no Practice to look at. */
	private function choose( Mode $mode ): Reply {
		if ( $mode === Mode::Practice && ! in_array( $this->practice->read()->state, [ Progress::LOADING, Progress::READY ], true ) ) {
			throw new AmicableException( 'amicable_practice_absent', __( 'Load the practice shop first.', 'amicable' ), 409, [ 'mode' => __( 'There is no practice shop here.', 'amicable' ) ] );
		}
		$this->mode->set( get_current_user_id(), $mode );

		return $this->me();
	}
}
