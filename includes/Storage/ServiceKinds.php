<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Clock;

/** What the owner said is a service: products, or whole categories. Everything else is a product. */
final class ServiceKinds {

	public const PRODUCT  = 'product';
	public const CATEGORY = 'category';

	public function __construct(
		private readonly Database $database,
		private readonly Clock $clock,
	) {
	}

	/** @return list<array{id: int, store: string, what: string, object_id: int, name: string, days: int}> */
	public function all(): array {
		return array_map(
			static fn ( array $row ): array => [
				'id'        => (int) $row['id'],
				'store'     => (string) $row['store'],
				'what'      => (string) $row['what'],
				'object_id' => (int) $row['object_id'],
				'name'      => (string) $row['name'],
				'days'      => (int) $row['days'],
			],
			$this->database->rows( "SELECT * FROM {$this->table()} ORDER BY store, what, name, id" )
		);
	}

	/** Null: it is one already. */
	public function add( string $store, string $what, int $object_id, string $name, int $days, int $user_id ): ?int {
		return $this->database->insert(
			'service_kinds',
			[
				'store'      => $store,
				'what'       => $what,
				'object_id'  => $object_id,
				'name'       => mb_substr( $name, 0, 190 ),
				'days'       => $days,
				'created_by' => $user_id,
				'created_at' => Database::time( $this->clock->now() ),
			]
		);
	}

	public function remove( int $id ): bool {
		return $this->database->write( "DELETE FROM {$this->table()} WHERE id = %d", [ $id ] ) === 1;
	}

	private function table(): string {
		return $this->database->table( 'service_kinds' );
	}
}
