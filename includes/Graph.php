<?php
declare( strict_types=1 );

namespace Amicable;

use Amicable\Rest\Controller;
use Amicable\Rest\Endpoint;
use Amicable\Rest\Idempotency;
use Amicable\Rest\Schema;
use Amicable\Storage\Database;
use Amicable\Storage\IdempotencyKeys;
use Closure;
use wpdb;

/**
 * Every object of one mode, built once, when first asked for, by constructor. Reads top to bottom as the product does:
 * stores and desks, facts, accounts, patterns, cases, runs, REST.
 */
final class Graph {

	/** @var array<string, object> */
	private array $built = [];

	public function __construct(
		public readonly Mode $mode,
		public readonly string $file,
		private readonly wpdb $wpdb,
		private readonly Clock $clock,
	) {
	}

	public function clock(): Clock {
		return $this->clock;
	}

	public function database(): Database {
		return $this->once( Database::class, fn (): Database => new Database( $this->wpdb, $this->mode ) );
	}

	public function schema(): Schema {
		return $this->once( Schema::class, static fn (): Schema => new Schema() );
	}

	public function idempotency_keys(): IdempotencyKeys {
		return $this->once( IdempotencyKeys::class, fn (): IdempotencyKeys => new IdempotencyKeys( $this->database(), $this->clock ) );
	}

	public function endpoint(): Endpoint {
		return $this->once( Endpoint::class, fn (): Endpoint => new Endpoint( $this->schema(), new Idempotency( $this->idempotency_keys(), $this->clock ) ) );
	}

	/** @return list<Controller> */
	public function controllers(): array {
		return [];
	}

	/**
	 * @template T of object
	 * @param class-string<T> $name
	 * @param Closure(): T    $make
	 * @return T
	 */
	private function once( string $name, Closure $make ): object {
		$object = $this->built[ $name ] ??= $make();
		assert( $object instanceof $name );

		return $object;
	}
}
