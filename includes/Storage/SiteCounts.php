<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;

/** On how many sites customers use what they bought, as license systems said when they were last asked. Nobody waits for those. */
final class SiteCounts {

	/** So long an answer holds, unless they buy something. */
	private const FRESH = '-1 day';

	/** Of whoever wrote last longer ago no line asks how often. */
	private const WROTE = '-90 days';

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/**
	 * Who asked often enough for it to matter, and of whom it is not known today.
	 *
	 * @param int $tickets Fewer matter to no line.
	 * @return array<int, int> How many orders each has.
	 */
	public function due( int $tickets, int $limit ): array {
		$now  = $this->clock->now();
		$rows = $this->database->rows(
			"SELECT a.customer_id, a.orders FROM {$this->database->table( 'accounts' )} a LEFT JOIN {$this->database->table( 'site_counts' )} s ON s.customer_id = a.customer_id
			WHERE a.last_ticket_at > %s AND a.tickets >= %d AND a.orders > 0 AND (s.customer_id IS NULL OR s.read_at < %s OR s.orders <> a.orders) ORDER BY a.customer_id LIMIT %d",
			[ Database::time( $now->modify( self::WROTE ) ), $tickets, Database::time( $now->modify( self::FRESH ) ), $limit ]
		);

		$due  = [];
		foreach ( $rows as $row ) {
			$due[ (int) $row['customer_id'] ] = (int) $row['orders'];
		}

		return $due;
	}

	public function of( int $customer_id ): int {
		return (int) $this->database->value( "SELECT sites FROM {$this->database->table( 'site_counts' )} WHERE customer_id = %d", [ $customer_id ] );
	}

	/** @param int $orders Of theirs when it was asked: with another one they may have another license. */
	public function keep( int $customer_id, int $sites, int $orders ): void {
		( new Rows( $this->database ) )->upsert(
			'site_counts',
			[
				[
					'customer_id' => $customer_id,
					'sites'       => $sites,
					'orders'      => $orders,
					'read_at'     => Database::time( $this->clock->now() ),
				],
			]
		);
	}
}
