<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use DateTimeImmutable;

/** The sample shop's gift codes and what it sells. */
final class SampleCodes {

	public function __construct( private readonly Database $db ) {
	}

	/** @param array<string, scalar|null> $row One that is there already stays. */
	public function add( array $row ): void {
		$this->db->insert( 'shop_codes', $row );
	}

	/** @return array<string, string|null>|null */
	public function find( string $code ): ?array {
		return $this->db->row( "SELECT * FROM {$this->db->table( 'shop_codes' )} WHERE code = %s", [ $code ] );
	}

	public function use( string $code, DateTimeImmutable $at ): void {
		$this->db->write( "UPDATE {$this->db->table( 'shop_codes' )} SET used_at = %s WHERE code = %s AND used_at IS NULL", [ Database::time( $at ), $code ] );
	}

	/** @return list<array{id: int, name: string}> */
	public function products( string $search, int $limit ): array {
		$rows = $this->db->rows(
			"SELECT MIN(product_id) AS id, name FROM {$this->db->table( 'shop_lines' )} WHERE name LIKE %s GROUP BY name ORDER BY name LIMIT %d",
			[ '%' . $this->db->wpdb->esc_like( $search ) . '%', $limit ]
		);

		return array_map(
			static fn ( array $row ): array => [
				'id'   => (int) $row['id'],
				'name' => (string) $row['name'],
			],
			$rows
		);
	}
}
