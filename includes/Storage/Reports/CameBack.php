<?php
declare( strict_types=1 );

namespace Amicable\Storage\Reports;

use Amicable\Storage\Database;
use Amicable\Values\Money;
use Amicable\Values\MoneyBag;

/** Customers whose case ended as recovered, and what became of it: who bought again or had a kind word later. */
final class CameBack {

	public function __construct( private readonly Database $database ) {
	}

	/** @return array{customers: int, bought: int, praised: int, came_back: int} */
	public function numbers(): array {
		$sum = static fn ( string $condition ): string => "SUM(CASE WHEN $condition THEN 1 ELSE 0 END)";
		$row = $this->database->row( "{$this->steps()} SELECT COUNT(*) AS customers, {$sum( 'orders > 0' )} AS bought, {$sum( 'praised_at IS NOT NULL' )} AS praised, {$sum( 'orders > 0 OR praised_at IS NOT NULL' )} AS came_back FROM later" ) ?? [];

		return [
			'customers' => (int) ( $row['customers'] ?? 0 ),
			'bought'    => (int) ( $row['bought'] ?? 0 ),
			'praised'   => (int) ( $row['praised'] ?? 0 ),
			'came_back' => (int) ( $row['came_back'] ?? 0 ),
		];
	}

	/** @return list<array<string, string|null>> customer_id, case_id, closed_at, orders, bought_at, praised_at, name, email: who came back last first. */
	public function page( int $limit ): array {
		return $this->database->rows(
			"{$this->steps()} SELECT l.*, c.name, c.email FROM later l JOIN {$this->database->table( 'customers' )} c ON c.id = l.customer_id
				WHERE l.orders > 0 OR l.praised_at IS NOT NULL ORDER BY l.closed_at DESC, l.customer_id DESC LIMIT %d",
			[ $limit ]
		);
	}

	/** What all of them paid after that, less what went back, tax and shipping; never added across currencies. */
	public function paid(): MoneyBag {
		$rows = $this->database->rows( "WITH recovered AS ({$this->recovered()}) SELECT o.currency, {$this->net()} AS amount FROM recovered r JOIN {$this->later_orders()} GROUP BY o.currency ORDER BY o.currency" );

		return self::bag( $rows );
	}

	/**
	 * The same of each of these customers.
	 *
	 * @param list<int> $customers
	 * @return array<int, MoneyBag>
	 */
	public function paid_by( array $customers ): array {
		if ( $customers === [] ) {
			return [];
		}
		$of = [];
		foreach ( $this->database->rows( "WITH recovered AS ({$this->recovered()}) SELECT r.customer_id, o.currency, {$this->net()} AS amount FROM recovered r JOIN {$this->later_orders()} WHERE r.customer_id IN (" . implode( ', ', $customers ) . ') GROUP BY r.customer_id, o.currency ORDER BY o.currency' ) as $row ) {
			$of[ (int) $row['customer_id'] ][] = $row;
		}

		return array_map( self::bag( ... ), $of );
	}

	/** The last such case of each. */
	private function recovered(): string {
		return "SELECT customer_id, MAX(id) AS case_id, MAX(closed_at) AS closed_at FROM {$this->database->table( 'cases' )} WHERE stage = 'recovered' AND closed_at IS NOT NULL GROUP BY customer_id";
	}

	private function steps(): string {
		$praised = "SELECT MAX(f.at) FROM {$this->database->table( 'findings' )} f WHERE f.customer_id = r.customer_id AND f.label = 'praise' AND f.quoted = 0 AND f.at > r.closed_at";

		return "WITH recovered AS ({$this->recovered()}),
			bought AS (SELECT r.customer_id, COUNT(*) AS orders, MAX(o.bought_at) AS bought_at FROM recovered r JOIN {$this->later_orders()} GROUP BY r.customer_id),
			later AS (SELECT r.customer_id, r.case_id, r.closed_at, COALESCE(b.orders, 0) AS orders, b.bought_at, ($praised) AS praised_at FROM recovered r LEFT JOIN bought b ON b.customer_id = r.customer_id)";
	}

	/** What was paid back in full was not bought. */
	private function later_orders(): string {
		return "{$this->database->table( 'orders' )} o ON o.customer_id = r.customer_id AND o.paid = 1 AND o.bought_at > r.closed_at AND o.refunded < o.total";
	}

	private function net(): string {
		return 'SUM((o.total - o.shipping) - (o.refunded - o.refunded_shipping) - (o.tax - o.refunded_tax))';
	}

	/** @param list<array<string, string|null>> $rows currency, amount. */
	private static function bag( array $rows ): MoneyBag {
		return MoneyBag::of( ...array_map( static fn ( array $row ): Money => new Money( (int) $row['amount'], (string) $row['currency'] ), $rows ) );
	}
}
