<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;
use Amicable\Stores\OrderRef;

/** Whether a run of ours asked the shop not to write about the refund of an order, since one mail lists them all. */
final class HeldMails {

	/** Some shops send their mails only after the request, but none so late. */
	private const FOR = '-1 day';

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	public function holds( OrderRef $order ): bool {
		$plan = $this->database->value(
			"SELECT r.plan FROM {$this->database->table( 'steps' )} s JOIN {$this->database->table( 'runs' )} r ON r.id = s.run_id
				WHERE s.store = %s AND s.target = %s AND s.kind = 'refund' AND s.state IN ('running', 'done', 'unknown') AND s.started_at >= %s ORDER BY s.id DESC LIMIT 1",
			[ $order->store, (string) $order->id, Database::time( $this->clock->now()->modify( self::FOR ) ) ]
		);
		$kept = $plan === null ? null : json_decode( $plan, true );

		return is_array( $kept ) && ( $kept['hold_mails'] ?? false ) === true;
	}
}
