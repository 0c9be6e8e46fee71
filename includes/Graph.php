<?php
declare( strict_types=1 );

namespace Amicable;

use Amicable\Rest\Controller;
use Amicable\Storage\Database;
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
