<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Runs\CaseDesk;
use WP_REST_Request;

/** The evidence about a case, read at this moment. */
final class EvidenceController implements Controller {

	public function __construct(
		private readonly CaseDesk $desk,
		private readonly EvidencePack $pack,
	) {
	}

	public function routes(): array {
		return [ new Route( 'GET', '/cases/(?P<id>\d+)/evidence', Capability::OFFBOARD, $this->read( ... ), answer: 'evidence.pack' ) ];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function read( WP_REST_Request $request ): Reply {
		return new Reply( $this->pack->of( $this->desk->find( (int) $request->get_url_params()['id'] ) ) );
	}
}
