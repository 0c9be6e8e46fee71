<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Graph;
use Amicable\Mode;
use Amicable\Storage\Database;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\FrozenClock;
use Amicable\Tests\Support\IntegrationTestCase;
use Amicable\Values\Money;
use DateTimeImmutable;
use wpdb;

/** Empty tables of ours and a clock that stands still, on whatever database this WordPress runs. */
abstract class StorageTestCase extends IntegrationTestCase {

	protected const NOW = '2026-11-20 12:00:00';

	protected Graph $graph;

	protected FrozenClock $clock;

	protected FactWriter $facts;

	protected function setUp(): void {
		parent::setUp();
		$this->clock = new FrozenClock( self::NOW );
		$this->graph = $this->graph( Mode::Live );
		$this->facts = new FactWriter( $this->graph->database() );
		delete_option( 'amicable_settings' );
	}

	/** A graph of its own, as another request would have. */
	protected function graph( Mode $mode ): Graph {
		global $wpdb;
		assert( $wpdb instanceof wpdb );
		$graph = new Graph( $mode, dirname( __DIR__, 3 ) . '/plugin.php', $wpdb, $this->clock );
		// What activation made is there already; reading every table's shape again is slow where SQL is parsed in PHP.
		if ( ! $graph->migrations()->is_current() ) {
			$graph->migrations()->run();
		}

		return $graph;
	}

	protected function database(): Database {
		return $this->graph->database();
	}

	protected function order( int $id, string $email, int $user_id = 0, int $total = 4900, string $name = 'Ada Byron' ): Order {
		$zero = Money::zero( 'USD' );

		return new Order(
			ref: new OrderRef( 'sample', $id ),
			number: "#$id",
			user_id: $user_id,
			email: $email,
			name: $name,
			status: 'completed',
			paid: true,
			total: new Money( $total, 'USD' ),
			tax: $zero,
			shipping: $zero,
			refunded: $zero,
			refunded_tax: $zero,
			refunded_shipping: $zero,
			fee: null,
			gateway: 'toy',
			gateway_title: 'Toy',
			gateway_refunds: true,
			why_not: null,
			dispute: 'none',
			kind: 'sale',
			created_at: new DateTimeImmutable( '2026-11-01 10:00:00Z' ),
			paid_at: new DateTimeImmutable( '2026-11-01 10:00:00Z' ),
		);
	}

	/** On SQLite every statement is parsed in PHP and takes many times as long; there a third has to do. */
	protected function many( int $number ): int {
		return defined( 'DB_ENGINE' ) && DB_ENGINE === 'sqlite' ? intdiv( $number, 3 ) : $number;
	}

	/** Takes an order in as an event would; answers whose it is. */
	protected function take( Order $order ): int {
		$owner = $this->graph->identity()->for_order( $order );
		$this->graph->order_facts()->save( $order, $owner['customer_id'], $owner['key_id'] );
		$this->graph->projector()->project( $owner['customer_id'] );

		return $owner['customer_id'];
	}

	/** @return list<array<string, string|null>> Every account, less when it was written. */
	protected function accounts(): array {
		return array_map( static fn ( array $row ): array => array_diff_key( $row, [ 'updated_at' => 1 ] ), $this->database()->rows( "SELECT * FROM {$this->database()->table( 'accounts' )} ORDER BY customer_id" ) );
	}
}
