<?php
declare( strict_types=1 );

namespace Amicable\Storage;

/** All that happened with one customer, as one list, newest first. */
final class Timeline {

	/** Kind => SELECT of ref, store, at, label, about, note, who, url, currency, amount from one table. */
	private const PARTS = [
		'order'    => "SELECT 'order' AS kind, order_id AS ref, store, COALESCE(paid_at, created_at) AS happened_at, number AS label, kind AS about, '' AS note, 0 AS who, '' AS url, currency, total AS amount FROM {orders} WHERE customer_id = %d",
		'refund'   => "SELECT 'refund', r.refund_id, r.store, r.created_at, COALESCE(o.number, ''), '', r.reason, 0, '', r.currency, r.amount FROM {refunds} r LEFT JOIN {orders} o ON o.store = r.store AND o.order_id = r.order_id WHERE r.customer_id = %d",
		'dispute'  => "SELECT 'dispute', d.id, d.store, d.opened_at, COALESCE(o.number, ''), d.status, '', 0, '', d.currency, d.amount FROM {disputes} d LEFT JOIN {orders} o ON o.store = d.store AND o.order_id = d.order_id WHERE d.customer_id = %d",
		'ticket'   => "SELECT CASE WHEN source = 'manual' THEN 'contact' ELSE 'ticket' END, id, '', created_at, subject, channel, '', COALESCE(agent_id, 0), url, NULL, NULL FROM {tickets} WHERE customer_id = %d AND status NOT IN ('spam', 'deleted', 'merged')",
		'goodwill' => "SELECT 'goodwill', id, '', created_at, '', kind, note, created_by, '', currency, cost FROM {goodwill} WHERE customer_id = %d",
		'flag'     => "SELECT 'flag', id, '', since, pattern, level, '', 0, '', NULL, NULL FROM {flags} WHERE customer_id = %d",
		'review'   => "SELECT 'review', id, '', reviewed_at, pattern, state, reason, COALESCE(reviewed_by, 0), '', NULL, NULL FROM {flags} WHERE customer_id = %d AND reviewed_at IS NOT NULL",
		'case'     => "SELECT 'case', id, '', opened_at, '', 'opened', '', opened_by, '', NULL, NULL FROM {cases} WHERE customer_id = %d",
		'ended'    => "SELECT 'case', id, '', closed_at, '', stage, '', 0, '', NULL, NULL FROM {cases} WHERE customer_id = %d AND closed_at IS NOT NULL",
		'run'      => "SELECT 'run', id, '', created_at, '', kind, '', started_by, '', NULL, NULL FROM {runs} WHERE customer_id = %d",
		'block'    => "SELECT 'block', id, '', blocked_at, '', '', blocked_reason, COALESCE(blocked_by, 0), '', NULL, NULL FROM {customers} WHERE id = %d AND blocked_at IS NOT NULL",
		'merge'    => "SELECT 'merge', id, '', updated_at, name, '', '', 0, '', NULL, NULL FROM {customers} WHERE merged_into = %d",
	];

	public function __construct( private readonly Database $database ) {
	}

	public function count( int $customer_id ): int {
		return (int) $this->database->value( "SELECT COUNT(*) FROM ({$this->sql()}) everything", $this->values( $customer_id ) );
	}

	/** @return list<array<string, string|null>> */
	public function page( int $customer_id, int $limit, int $offset ): array {
		return $this->database->rows( "SELECT * FROM ({$this->sql()}) everything ORDER BY happened_at DESC, kind, ref DESC LIMIT %d OFFSET %d", [ ...$this->values( $customer_id ), $limit, $offset ] );
	}

	private function sql(): string {
		return (string) preg_replace_callback( '/\{(\w+)\}/', fn ( array $found ): string => $this->database->table( $found[1] ), implode( ' UNION ALL ', self::PARTS ) );
	}

	/** @return list<int> */
	private function values( int $customer_id ): array {
		return array_fill( 0, count( self::PARTS ), $customer_id );
	}
}
