<?php
declare( strict_types=1 );

namespace Amicable;

use Amicable\Licensing\Sample\SampleLicenses;
use Amicable\Licensing\Sample\SampleSubscriptions;
use Amicable\Rest\Controller;
use Amicable\Rest\Endpoint;
use Amicable\Rest\Idempotency;
use Amicable\Rest\Schema;
use Amicable\Storage\Database;
use Amicable\Storage\IdempotencyKeys;
use Amicable\Storage\SampleAccess;
use Amicable\Storage\SampleBank;
use Amicable\Storage\SampleShop;
use Amicable\Stores\Sample\SampleObligations;
use Amicable\Stores\Sample\SampleOrders;
use Amicable\Stores\Sample\SampleRefunds;
use Amicable\Stores\Sample\SampleStore;
use Amicable\Stores\Sample\ToyGateway;
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

	/** The shop of Practice; in live mode it has no tables and nobody asks. */
	public function sample_store(): SampleStore {
		return $this->once( SampleStore::class, fn (): SampleStore => new SampleStore( $this->sample_shop(), $this->sample_access(), $this->sample_orders(), new SampleRefunds( $this->sample_shop(), $this->toy_gateway(), $this->clock ), new SampleObligations( $this->sample_shop(), $this->sample_access() ), $this->toy_gateway(), $this->clock ) );
	}

	public function sample_licenses(): SampleLicenses {
		return $this->once( SampleLicenses::class, fn (): SampleLicenses => new SampleLicenses( $this->sample_access(), $this->sample_shop(), $this->sample_orders() ) );
	}

	public function sample_subscriptions(): SampleSubscriptions {
		return $this->once( SampleSubscriptions::class, fn (): SampleSubscriptions => new SampleSubscriptions( $this->sample_access(), $this->sample_shop(), $this->sample_orders(), $this->toy_gateway(), $this->clock ) );
	}

	public function sample_shop(): SampleShop {
		return $this->once( SampleShop::class, fn (): SampleShop => new SampleShop( $this->database() ) );
	}

	public function sample_access(): SampleAccess {
		return $this->once( SampleAccess::class, fn (): SampleAccess => new SampleAccess( $this->database() ) );
	}

	public function sample_bank(): SampleBank {
		return $this->once( SampleBank::class, fn (): SampleBank => new SampleBank( $this->database() ) );
	}

	private function toy_gateway(): ToyGateway {
		return $this->once( ToyGateway::class, fn (): ToyGateway => new ToyGateway( $this->sample_bank(), $this->clock ) );
	}

	private function sample_orders(): SampleOrders {
		return $this->once( SampleOrders::class, fn (): SampleOrders => new SampleOrders( $this->sample_shop(), $this->toy_gateway() ) );
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
