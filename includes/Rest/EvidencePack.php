<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Cases\CaseRecord;
use Amicable\Clock;
use Amicable\Storage\Customers;
use Amicable\Storage\LogPages;

/**
 * Everything there is about one case, for counsel, a bank or the customer: each part with its seal and the row of the log it was drawn at.
 * Notes among colleagues are in no part.
 */
final class EvidencePack {

	public function __construct(
		private readonly LogPages $log,
		private readonly Customers $customers,
		private readonly FactEvidence $facts,
		private readonly ActEvidence $acts,
		private readonly Clock $clock,
	) {
	}

	/** @return array<string, mixed> */
	public function of( CaseRecord $case ): array {
		$customer = $this->customers->row( $case->customer_id ) ?? [];

		return [
			'case_id'       => $case->id,
			'customer_id'   => $case->customer_id,
			'customer_name' => (string) ( $customer['name'] ?? '' ),
			'email'         => (string) ( $customer['email'] ?? '' ),
			'shop'          => wp_specialchars_decode( (string) get_option( 'blogname' ), ENT_QUOTES ),
			'stage'         => $case->state->stage->value,
			'opened_at'     => Shape::time( $case->opened_at ),
			'made_at'       => Shape::time( $this->clock->now() ),
			'made_by'       => Words::who( get_current_user_id() ),
			'parts'         => $this->parts( $case ),
		];
	}

	/** @return list<array<string, mixed>> */
	private function parts( CaseRecord $case ): array {
		return [
			EvidencePart::of( 'facts', __( 'Facts', 'amicable' ), $this->facts->facts( $case->customer_id ), $this->log->position() ),
			EvidencePart::of( 'findings', __( 'What was said', 'amicable' ), $this->facts->findings( $case->customer_id ), $this->log->position() ),
			EvidencePart::of( 'letters', __( 'What we wrote', 'amicable' ), $this->acts->letters( $case ), $this->log->position() ),
			EvidencePart::of( 'events', __( 'What was decided', 'amicable' ), $this->acts->events( $case ), $this->log->position() ),
			EvidencePart::of( 'runs', __( 'What was carried out', 'amicable' ), $this->acts->runs( $case ), $this->log->position() ),
			EvidencePart::of( 'disputes', __( 'Payment disputes', 'amicable' ), $this->facts->disputes( $case->customer_id ), $this->log->position() ),
		];
	}
}
