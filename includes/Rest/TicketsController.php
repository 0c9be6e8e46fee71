<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\HelpDesks\Conversation;
use Amicable\HelpDesks\Intake\IntakeResult;
use Amicable\HelpDesks\Intake\TicketWriter;
use Closure;
use WP_REST_Request;

/** Where help desks deliver tickets. A delivery says what became of each of them; sending it again is harmless. */
final class TicketsController implements Controller {

	/** @param Closure(): TicketWriter $writer */
	public function __construct( private readonly Closure $writer ) {
	}

	public function routes(): array {
		return [
			new Route( 'POST', '/tickets', Capability::INTAKE, $this->take_in( ... ), body: 'tickets.intake', answer: 'tickets.results', reread: fn ( int $id, WP_REST_Request $request ): Reply => $this->take_in( $request ), mends_text: true ),
		];
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function take_in( WP_REST_Request $request ): Reply {
		$source  = (string) $request['source'];
		$tickets = $request['tickets'];
		if ( $source === Conversation::MANUAL ) {
			throw Schema::refusal( [ 'source' => __( 'This name is kept for contacts that people log by hand.', 'amicable' ) ] );
		}
		$results = ( $this->writer )()->write( $source, is_array( $tickets ) ? array_values( $tickets ) : [] );

		return new Reply( [ 'results' => array_map( static fn ( IntakeResult $result ): array => $result->to_array(), $results ) ] );
	}
}
