<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Ledger\Inputs;
use Amicable\Patterns\Dealing;
use Amicable\Storage\Sums\Scope;

/** Refunds and disputes as patterns see them: one a fully refunded order, one a disputed order. */
final class Dealings {

	/** A renewal that nobody wanted may be asked back this long. */
	private const RENEWAL_DAYS = 14;

	/** Two equal orders within a day: one of them was a slip. */
	private const TWICE_SECONDS = 86400;

	private const GRAVITY = [ 'won', 'warning', 'open', 'lost' ];

	public function __construct( private readonly Database $database ) {
	}

	/** @return array<int, list<Dealing>> By customer. */
	public function of( Scope $scope, Inputs $inputs ): array {
		$by = [];
		foreach ( $this->refunds( $scope, $inputs ) as [ $customer, $dealing ] ) {
			$by[ $customer ][] = $dealing;
		}
		foreach ( $this->disputes( $scope ) as [ $customer, $dealing ] ) {
			$by[ $customer ][] = $dealing;
		}

		return $by;
	}

	/** @return list<int>|null Whoever has a dispute or so many refunds; null: more than so many people. */
	public function customers( int $refunds, int $most ): ?array {
		$rows = $this->database->rows(
			"SELECT c.id FROM {$this->database->table( 'customers' )} c JOIN (
				SELECT customer_id FROM {$this->database->table( 'disputes' )}
				UNION SELECT customer_id FROM {$this->database->table( 'orders' )} WHERE dispute IN ('warning', 'open', 'lost')
				UNION SELECT customer_id FROM {$this->database->table( 'refunds' )} GROUP BY customer_id HAVING COUNT(*) >= %d
			) d ON d.customer_id = c.id WHERE c.excluded_at IS NULL AND c.merged_into IS NULL LIMIT %d",
			[ $refunds, $most + 1 ]
		);

		return count( $rows ) > $most ? null : array_map( static fn ( array $row ): int => (int) $row['id'], $rows );
	}

	/**
	 * Partial refunds are left out: those come of upgrades and of our own mistakes.
	 *
	 * @return list<array{int, Dealing}>
	 */
	private function refunds( Scope $scope, Inputs $inputs ): array {
		$orders = $this->database->table( 'orders' );
		$rows   = $this->database->rows(
			"SELECT MAX(r.id) AS id, MAX(r.created_at) AS at, o.customer_id, o.kind, o.bought_at, o.products,
				(SELECT MAX(p.bought_at) FROM $orders p WHERE p.customer_id = o.customer_id AND p.id <> o.id AND p.total = o.total AND p.currency = o.currency AND p.bought_at <= o.bought_at) AS equal_before,
				(SELECT MIN(p.bought_at) FROM $orders p WHERE p.customer_id = o.customer_id AND p.id <> o.id AND p.total = o.total AND p.currency = o.currency AND p.bought_at >= o.bought_at) AS equal_after,
				(SELECT COUNT(*) FROM {$this->database->table( 'runs' )} w WHERE w.customer_id = o.customer_id AND w.kind = 'part_ways') AS parted,
				(SELECT COUNT(*) FROM {$this->database->table( 'runs' )} w JOIN {$this->database->table( 'steps' )} s ON s.run_id = w.id
					WHERE w.customer_id = o.customer_id AND w.case_id IS NOT NULL AND s.kind = 'refund' AND s.state IN ('running', 'unknown', 'done') AND s.store = o.store AND CAST(s.target AS UNSIGNED) = o.order_id) AS offered
			FROM {$this->database->table( 'refunds' )} r JOIN $orders o ON o.store = r.store AND o.order_id = r.order_id
			WHERE {$scope->of( 'r.customer_id' )} AND o.total > 0 AND o.refunded >= o.total GROUP BY o.id, o.customer_id, o.kind, o.bought_at, o.products, o.total, o.currency, o.store, o.order_id"
		);
		$window = $inputs->rules['refund_window']['days'] ?? 0;
		$theirs = [];
		foreach ( $rows as $row ) {
			$theirs[ (int) $row['customer_id'] ][] = $row;
		}

		return array_map( static fn ( array $row ): array => [ (int) $row['customer_id'], self::refund( $row, $window, self::is_again( $row, $theirs[ (int) $row['customer_id'] ] ?? [] ) ) ], $rows );
	}

	/** @param array<string, string|null> $row */
	private static function refund( array $row, int $window, bool $again ): Dealing {
		return new Dealing( Dealing::REFUND, (int) $row['id'], self::seconds( (string) $row['at'] ), by_right: self::is_by_right( $row, $again ? null : $window ), again: $again );
	}

	/**
	 * Had given back something that is in this order, before buying it here.
	 *
	 * @param array<string, string|null>       $row
	 * @param list<array<string, string|null>> $theirs Every order of this customer that was fully given back.
	 */
	private static function is_again( array $row, array $theirs ): bool {
		if ( $row['kind'] === 'renewal' || $row['bought_at'] === null ) {
			return false;
		}
		foreach ( $theirs as $other ) {
			if ( (string) $other['at'] <= $row['bought_at'] && array_intersect( self::products( $row ), self::products( $other ) ) !== [] ) {
				return true;
			}
		}

		return false;
	}

	/**
	 * @param array<string, string|null> $row
	 * @return list<string>
	 */
	private static function products( array $row ): array {
		return array_values( array_filter( explode( ',', (string) $row['products'] ), static fn ( string $id ): bool => $id !== '' ) );
	}

	/**
	 * What was given back in a case was offered by us, whatever came of the case.
	 *
	 * @param array<string, string|null> $row
	 * @param int|null                   $window Days; null where a window gives no right.
	 */
	private static function is_by_right( array $row, ?int $window ): bool {
		if ( $row['bought_at'] === null || (int) $row['parted'] > 0 || (int) $row['offered'] > 0 ) {
			return true;
		}
		$bought = self::seconds( $row['bought_at'] );
		foreach ( [ $row['equal_before'], $row['equal_after'] ] as $other ) {
			if ( $other !== null && abs( self::seconds( $other ) - $bought ) < self::TWICE_SECONDS ) {
				return true;
			}
		}

		if ( $window === null ) {
			return false;
		}
		$days = $row['kind'] === 'renewal' ? max( $window, self::RENEWAL_DAYS ) : $window;

		return self::seconds( (string) $row['at'] ) <= $bought + $days * 86400;
	}

	/** @return list<array{int, Dealing}> */
	private function disputes( Scope $scope ): array {
		$orders   = $this->database->table( 'orders' );
		$disputes = $this->database->table( 'disputes' );
		$rows     = $this->database->rows(
			"SELECT o.id, o.customer_id, o.dispute AS status, COALESCE(o.bought_at, o.created_at) AS at FROM $orders o WHERE {$scope->of( 'o.customer_id' )} AND o.dispute IN ('warning', 'open', 'lost', 'won')
			UNION ALL SELECT o.id, o.customer_id, d.status, d.opened_at AS at FROM $disputes d JOIN $orders o ON o.store = d.store AND o.order_id = d.order_id WHERE {$scope->of( 'd.customer_id' )}"
		);
		$of       = [];
		foreach ( $rows as $row ) {
			$of[ (int) $row['id'] ][] = $row;
		}

		return array_values( array_map( static fn ( array $told, int $id ): array => [ (int) $told[0]['customer_id'], self::dispute( $id, $told ) ], $of, array_keys( $of ) ) );
	}

	/** @param non-empty-list<array<string, string|null>> $told What the shop and what gateways said of one order: the gravest word, and the latest beginning. */
	private static function dispute( int $id, array $told ): Dealing {
		$gravity = max( array_map( static fn ( array $row ): int => (int) array_search( $row['status'], self::GRAVITY, true ), $told ) );

		return new Dealing( Dealing::DISPUTE, $id, max( array_map( static fn ( array $row ): int => self::seconds( (string) $row['at'] ), $told ) ), self::GRAVITY[ $gravity ] );
	}

	private static function seconds( string $time ): int {
		return Database::moment( $time )->getTimestamp();
	}
}
