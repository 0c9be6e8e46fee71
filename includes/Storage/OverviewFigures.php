<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\Tier;
use Amicable\Storage\Sums\Rates;
use DateTimeImmutable;

/** What the overview says about the whole shop, and what waits for a person. */
final class OverviewFigures {

	public function __construct( private readonly Database $database ) {
	}

	/** @return array<string, string|null> One pass over the accounts. */
	public function totals(): array {
		return $this->database->row(
			"SELECT SUM(CASE WHEN orders > 0 THEN 1 ELSE 0 END) AS customers, SUM(orders) AS orders, SUM(orders_not_converted) AS orders_not_converted, SUM(CASE WHEN tier = 'high_value' THEN 1 ELSE 0 END) AS high_value,
				SUM(paid_base) AS paid_base, SUM(CASE WHEN orders > 0 THEN margin END) AS margin, SUM(support_cost) AS support_cost,
				SUM(seconds) AS seconds, SUM(seconds_estimated) AS seconds_estimated,
				SUM(tickets + tickets_before) AS tickets, SUM(CASE WHEN orders > 0 THEN tickets + tickets_before ELSE 0 END) AS tickets_matched,
				SUM(CASE WHEN ratio > 1000000 THEN 1 ELSE 0 END) AS over_paid_customers, SUM(CASE WHEN ratio > 1000000 THEN support_cost - paid_base END) AS over_paid,
				SUM(CASE WHEN orders > 0 AND last_ticket_at IS NOT NULL THEN 1 ELSE 0 END) AS customers_matched
				FROM {$this->database->table( 'accounts' )}"
		) ?? [];
	}

	/** Since when support is known; null: nobody told us about any ticket. */
	public function support_since(): ?string {
		return $this->database->value( "SELECT MIN(created_at) FROM {$this->database->table( 'tickets' )}" );
	}

	/** @return list<array<string, string|null>> What was paid, given back and kept by gateways, per currency. */
	public function paid(): array {
		return $this->database->rows( "SELECT currency, SUM(gross - refunded - tax) AS paid, SUM(refunded) AS refunded, SUM(fees) AS fees FROM {$this->database->table( 'account_lines' )} GROUP BY currency ORDER BY SUM(orders) DESC, currency" );
	}

	/**
	 * @param 'support_cost'|'minutes' $by
	 * @return list<int> Who asked most of us, dearest first.
	 */
	public function dearest( string $by, int $limit ): array {
		$ids = $this->database->rows( "SELECT customer_id FROM {$this->database->table( 'accounts' )} WHERE $by > 0 AND orders > 0 ORDER BY $by DESC, customer_id DESC LIMIT %d", [ $limit ] );

		return array_map( static fn ( array $row ): int => (int) $row['customer_id'], $ids );
	}

	/** @return list<array<string, string|null>> kind, id, name, about, since: runs first, then disputes, then what is due in cases, then flags, then who wrote without a known purchase. */
	public function today( DateTimeImmutable $now, int $of_each ): array {
		return [
			...$this->broken( $of_each ),
			...$this->runs( 'needs_attention', 'run_attention', $of_each ),
			...$this->runs( 'awaiting_approval', 'run_approval', $of_each ),
			...$this->disputes( $of_each ),
			...( new CaseDates( $this->database ) )->due( $now, $of_each ),
			...( new ReviewQueue( $this->database, new Flags( $this->database ) ) )->rights_by_customer( $now, $of_each ),
			...$this->flags( $of_each ),
			...$this->unmatched( $of_each ),
		];
	}

	/** @return list<int> Customers of high value, who paid most first. */
	public function best( int $limit ): array {
		$high = Marks::condition( new CustomerQuery( tier: Tier::HighValue->value ), 'marks' );
		$ids  = $this->database->rows( "SELECT customer_id FROM {$this->database->table( 'accounts' )} WHERE $high AND paid_base > 0 ORDER BY paid_base DESC, customer_id DESC LIMIT %d", [ $limit ] );

		return array_map( static fn ( array $row ): int => (int) $row['customer_id'], $ids );
	}

	/** @return list<array<string, string|null>> currency, orders: what was bought in a currency that nothing leads from to the base. */
	public function rates_missing( string $base ): array {
		return $this->database->rows(
			"SELECT o.currency, COUNT(*) AS orders FROM {$this->database->table( 'orders' )} o
				WHERE o.bought_at IS NOT NULL AND o.currency <> %s AND COALESCE(o.rate_to, '') <> %s
				AND NOT EXISTS (SELECT 1 FROM {$this->database->table( 'rates' )} r WHERE r.currency = o.currency AND r.rate_to = %s AND (r.day = o.rate_date OR r.source = %s))
				GROUP BY o.currency ORDER BY COUNT(*) DESC, o.currency",
			[ $base, $base, $base, Rates::OWNER ]
		);
	}

	/** @return list<array<string, string|null>> */
	private function runs( string $state, string $kind, int $limit ): array {
		return $this->database->rows(
			"SELECT '$kind' AS kind, r.id, c.name, c.email, r.kind AS about, r.updated_at AS since FROM {$this->database->table( 'runs' )} r
				LEFT JOIN {$this->database->table( 'customers' )} c ON c.id = r.customer_id WHERE r.state = %s ORDER BY r.updated_at, r.id LIMIT %d",
			[ $state, $limit ]
		);
	}

	/** @return list<array<string, string|null>> What was closed and proven, and is open again. */
	private function broken( int $limit ): array {
		return $this->database->rows(
			"SELECT 'run_broken' AS kind, r.id, c.name, c.email, r.kind AS about, r.broken_at AS since FROM {$this->database->table( 'runs' )} r
				LEFT JOIN {$this->database->table( 'customers' )} c ON c.id = r.customer_id WHERE r.broken_at IS NOT NULL ORDER BY r.broken_at, r.id LIMIT %d",
			[ $limit ]
		);
	}

	/** @return list<array<string, string|null>> Open ones, what is due first first. */
	private function disputes( int $limit ): array {
		return $this->database->rows(
			"SELECT 'dispute' AS kind, d.id, c.name, c.email, COALESCE(o.number, '') AS about, d.opened_at AS since, d.deadline_at AS due FROM {$this->database->table( 'disputes' )} d
				LEFT JOIN {$this->database->table( 'customers' )} c ON c.id = d.customer_id
				LEFT JOIN {$this->database->table( 'orders' )} o ON o.store = d.store AND o.order_id = d.order_id
				WHERE d.status = 'open' ORDER BY COALESCE(d.deadline_at, d.opened_at), d.id LIMIT %d",
			[ $limit ]
		);
	}

	/** @return list<array<string, string|null>> */
	private function flags( int $limit ): array {
		return $this->database->rows(
			"SELECT 'flag' AS kind, f.customer_id AS id, c.name, c.email, f.pattern AS about, f.since FROM {$this->database->table( 'flags' )} f
				JOIN {$this->database->table( 'customers' )} c ON c.id = f.customer_id WHERE f.state = 'open' AND f.level = 'flag' ORDER BY CASE WHEN f.pattern = 'legal_step' THEN 0 ELSE 1 END, f.since DESC, f.id DESC LIMIT %d",
			[ $limit ]
		);
	}

	/** @return list<array<string, string|null>> */
	private function unmatched( int $limit ): array {
		return $this->database->rows(
			"SELECT 'unmatched' AS kind, a.customer_id AS id, c.name, c.email, '' AS about, a.last_ticket_at AS since FROM {$this->database->table( 'accounts' )} a
				JOIN {$this->database->table( 'customers' )} c ON c.id = a.customer_id WHERE a.orders = 0 AND a.last_ticket_at IS NOT NULL ORDER BY a.last_ticket_at DESC, a.customer_id DESC LIMIT %d",
			[ $limit ]
		);
	}
}
