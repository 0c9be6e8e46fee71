<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use DateTimeImmutable;

/** The sample shop's order books: orders, lines, refunds, notes. Knows rows, no rules. */
final class SampleShop {

	public function __construct( private readonly Database $db ) {
	}

	public function count(): int {
		return (int) $this->db->value( "SELECT COUNT(*) FROM {$this->db->table( 'shop_orders' )}" );
	}

	/** @return list<int> */
	public function ids_below( int $below, int $limit ): array {
		$rows = $this->db->rows( "SELECT id FROM {$this->db->table( 'shop_orders' )} WHERE id < %d ORDER BY id DESC LIMIT %d", [ $below, $limit ] );

		return array_map( static fn ( array $row ): int => (int) $row['id'], $rows );
	}

	/**
	 * @param list<int>    $user_ids
	 * @param list<string> $emails Normalized.
	 * @return list<array{id: int, email: string, user_id: int}> May hold more than was asked for where the database folds letters.
	 */
	public function candidates( array $user_ids, array $emails ): array {
		$where = [];
		if ( $user_ids !== [] ) {
			$where[] = 'user_id IN (' . self::marks( $user_ids, '%d' ) . ')';
		}
		if ( $emails !== [] ) {
			$where[] = 'LOWER(email) IN (' . self::marks( $emails, '%s' ) . ')';
		}
		if ( $where === [] ) {
			return [];
		}
		$rows = $this->db->rows( "SELECT id, email, user_id FROM {$this->db->table( 'shop_orders' )} WHERE " . implode( ' OR ', $where ) . ' ORDER BY id', [ ...$user_ids, ...$emails ] );

		return array_map(
			static fn ( array $row ): array => [
				'id'      => (int) $row['id'],
				'email'   => (string) $row['email'],
				'user_id' => (int) $row['user_id'],
			],
			$rows
		);
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, string|null>>
	 */
	public function orders( array $ids ): array {
		return $this->of( 'shop_orders', 'id', $ids );
	}

	/**
	 * An order and those that renewed it, first one first.
	 *
	 * @return list<int>
	 */
	public function family( int $order_id ): array {
		return $this->families( [ $order_id ] )[ $order_id ] ?? [];
	}

	/**
	 * @param list<int> $order_ids First orders.
	 * @return array<int, list<int>> Each with those that renewed it, oldest first.
	 */
	public function families( array $order_ids ): array {
		if ( $order_ids === [] ) {
			return [];
		}
		$marks    = implode( ', ', array_fill( 0, count( $order_ids ), '%d' ) );
		$families = [];
		foreach ( $this->db->rows( "SELECT id, parent_id FROM {$this->db->table( 'shop_orders' )} WHERE id IN ($marks) OR parent_id IN ($marks) ORDER BY created_at, id", [ ...$order_ids, ...$order_ids ] ) as $row ) {
			foreach ( array_intersect( [ (int) $row['id'], (int) $row['parent_id'] ], $order_ids ) as $first ) {
				$families[ $first ][] = (int) $row['id'];
			}
		}

		return $families;
	}

	/**
	 * The first orders of what these orders paid for: themselves or their parents.
	 *
	 * @param list<int> $ids
	 * @return list<int>
	 */
	public function parents( array $ids ): array {
		$rows = $this->orders( $ids );

		return array_values( array_unique( array_map( static fn ( array $row ): int => (int) $row['parent_id'] > 0 ? (int) $row['parent_id'] : (int) $row['id'], $rows ) ) );
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<array<string, string|null>>
	 */
	public function lines( array $order_ids ): array {
		return $this->of( 'shop_lines', 'order_id', $order_ids );
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<array<string, string|null>>
	 */
	public function refunds( array $order_ids ): array {
		return $this->of( 'shop_refunds', 'order_id', $order_ids );
	}

	/** @return array<string, string|null>|null */
	public function refund_by_key( string $key ): ?array {
		return $this->db->row( "SELECT * FROM {$this->db->table( 'shop_refunds' )} WHERE request_key = %s", [ $key ] );
	}

	/** @param array<string, scalar|null> $order */
	public function add_order( array $order ): int {
		return (int) $this->db->insert( 'shop_orders', $order );
	}

	public function product_name( int $product_id ): ?string {
		return $this->db->value( "SELECT name FROM {$this->db->table( 'shop_lines' )} WHERE product_id = %d ORDER BY id LIMIT 1", [ $product_id ] );
	}

	public function add_line( int $order_id, int $product_id, string $name, int $total ): int {
		return (int) $this->db->insert(
			'shop_lines',
			[
				'order_id'   => $order_id,
				'product_id' => $product_id,
				'name'       => $name,
				'total'      => $total,
			]
		);
	}

	/**
	 * Books a refund; answers its id, or null when one with this key is booked already.
	 *
	 * @param array<string, scalar|null> $refund
	 */
	public function add_refund( array $refund ): ?int {
		return $this->db->insert( 'shop_refunds', $refund );
	}

	public function set_status( int $order_id, string $status ): void {
		$this->db->write( "UPDATE {$this->db->table( 'shop_orders' )} SET status = %s WHERE id = %d", [ $status, $order_id ] );
	}

	public function order_of_charge( string $charge ): ?int {
		$id = $this->db->value( "SELECT id FROM {$this->db->table( 'shop_orders' )} WHERE transaction_id = %s", [ $charge ] );

		return $id === null ? null : (int) $id;
	}

	public function set_dispute( int $order_id, string $dispute ): void {
		$this->db->write( "UPDATE {$this->db->table( 'shop_orders' )} SET dispute = %s WHERE id = %d", [ $dispute, $order_id ] );
	}

	/** As when somebody empties the bin: the order and everything that hangs on it. */
	public function delete_order( int $order_id ): void {
		$this->db->write( "DELETE FROM {$this->db->table( 'shop_orders' )} WHERE id = %d", [ $order_id ] );
		foreach ( [ 'shop_lines', 'shop_refunds', 'shop_notes', 'shop_downloads' ] as $table ) {
			$this->db->write( "DELETE FROM {$this->db->table( $table )} WHERE order_id = %d", [ $order_id ] );
		}
	}

	/** False when the order has a note under this key already. */
	public function add_note( int $order_id, string $key, string $note, DateTimeImmutable $at ): bool {
		$row = [
			'order_id'   => $order_id,
			'note_key'   => $key,
			'note'       => $note,
			'created_at' => Database::time( $at ),
		];

		return $this->db->insert( 'shop_notes', $row ) !== null;
	}

	/** @return list<array<string, string|null>> Newest first. */
	public function notes( int $order_id ): array {
		return $this->db->rows( "SELECT * FROM {$this->db->table( 'shop_notes' )} WHERE order_id = %d ORDER BY id DESC", [ $order_id ] );
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, string|null>>
	 */
	private function of( string $table, string $column, array $ids ): array {
		if ( $ids === [] ) {
			return [];
		}

		return $this->db->rows( "SELECT * FROM {$this->db->table( $table )} WHERE $column IN (" . self::marks( $ids, '%d' ) . ') ORDER BY id', $ids );
	}

	/** @param list<int|string> $values */
	private static function marks( array $values, string $mark ): string {
		return implode( ', ', array_fill( 0, count( $values ), $mark ) );
	}
}
