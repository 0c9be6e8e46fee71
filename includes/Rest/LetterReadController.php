<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Letters\LetterDesk;
use Amicable\Letters\Readers;
use Amicable\Runs\CaseDesk;
use WP_REST_Request;

/** Another pair of eyes on a draft: for exactly the words that were seen. */
final class LetterReadController implements Controller {

	public function __construct(
		private readonly CaseDesk $cases,
		private readonly LetterDesk $desk,
		private readonly Readers $readers,
		private readonly LetterShape $shape,
	) {
	}

	public function routes(): array {
		return [
			new Route( 'POST', '/cases/(?P<id>\d+)/messages/(?P<message>\d+)/read', Capability::CASES, $this->read( ... ), body: 'letters.read', answer: 'letters.letter' ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function read( WP_REST_Request $request ): Reply {
		$case   = $this->cases->find( (int) $request->get_url_params()['id'] );
		$letter = $this->desk->find( $case, (int) $request->get_url_params()['message'] );
		if ( $letter->version !== (int) $request['version'] ) {
			throw LetterDesk::stale();
		}
		$this->readers->vouch( $case, $letter, get_current_user_id() );

		return new Reply( $this->shape->letter( $case, $letter ) );
	}
}
