<?php
declare( strict_types=1 );

namespace Amicable\Bench;

use Amicable\Storage\Database;

/** A shop of any size, made up by the database itself: five orders and ten messages a customer, a few customers with very many tickets. */
final class Generator {

	public function __construct(
		private readonly Database $database,
		private readonly int $customers,
	) {
	}

	public function make(): void {
		$this->numbers( 5 * $this->customers );
		$this->customers();
		$this->orders();
		$this->tickets();
		$this->messages();
		$this->flags();
	}

	/** 0, 1, 2 … by doubling. */
	private function numbers( int $count ): void {
		$this->database->write( 'CREATE TABLE bench_n (n bigint NOT NULL PRIMARY KEY)' );
		$this->database->write( 'INSERT INTO bench_n VALUES (0)' );
		for ( $have = 1; $have < $count; $have *= 2 ) {
			$this->database->write( "INSERT INTO bench_n SELECT n + $have FROM bench_n WHERE n + $have < $count" );
		}
	}

	private function customers(): void {
		$this->fill( 'customers', 'id, name, name_second, email, created_at, updated_at', "n + 1, CONCAT('Person', n % 5000, ' Family', n % 977), CONCAT('Family', n % 977), CONCAT('person-', n, '@example.com'), '2024-01-01', '2024-01-01'", $this->customers );
		$this->fill( 'identity_keys', 'id, kind, key_hash, customer_id, origin, origin_customer_id, created_at', "n + 1, 'email', LPAD(n, 64, '0'), n + 1, 'bench', n + 1, '2024-01-01'", $this->customers );
	}

	private function orders(): void {
		$customer = "(n * 7919) % $this->customers + 1";
		$at       = "DATE_SUB('2026-11-20 00:00:00', INTERVAL (n * 104729) % 94608000 SECOND)";
		$this->fill(
			'orders',
			'store, order_id, customer_id, key_id, number, kind, status, paid, currency, total, tax, shipping, refunded, refunded_tax, fee, rate_units, rate_divisor, rate_to, rate_date, created_at, paid_at, bought_at, seen_at',
			"'woocommerce', n + 1, $customer, $customer, n + 1, 'sale', 'completed', 1, CASE WHEN n % 10 = 0 THEN 'EUR' ELSE 'USD' END, 1900 + (n * 31) % 30000, 100 + n % 300, n % 7 * 50, CASE WHEN n % 23 = 0 THEN 900 ELSE 0 END, 0, 80 + n % 90,
			CASE WHEN n % 10 = 0 THEN 108570000 END, CASE WHEN n % 10 = 0 THEN 100 END, CASE WHEN n % 10 = 0 THEN 'USD' END, DATE($at), $at, $at, $at, '2026-11-20'",
			5 * $this->customers
		);
	}

	/** Two and a half a customer; one customer in fifty has forty. */
	private function tickets(): void {
		$few = intdiv( 3 * $this->customers, 2 );
		$at  = "DATE_SUB('2026-11-20 00:00:00', INTERVAL (n * 15485863) % 31536000 SECOND)";
		$row = static fn ( string $customer ): string => "'bench', n, $customer, $customer, 'email', 'closed', 1, CASE WHEN n % 3 = 0 THEN NULL ELSE n % 2 END, $at, $at";
		$this->fill( 'tickets', 'source, external_id, customer_id, key_id, channel, status, is_new, docs_answered, created_at, updated_at', $row( "(n * 104729) % $this->customers + 1" ), $few );
		$this->fill( 'tickets', 'source, external_id, customer_id, key_id, channel, status, is_new, docs_answered, created_at, updated_at', $row( "((n * 613) % ($this->customers / 50 DIV 1 + 1)) * 50 % $this->customers + 1" ), intdiv( 5 * $this->customers, 2 ), $few );
	}

	/** Four a ticket, turn by turn; one ticket in ten has measured time. */
	private function messages(): void {
		$tickets  = $this->database->table( 'tickets' );
		$messages = $this->database->table( 'messages' );
		$this->database->write(
			"INSERT INTO $messages (ticket_id, customer_id, external_id, kind, author_id, at, chars, hangul, docs_url, updated_at)
			SELECT t.id, t.customer_id, k.n, CASE WHEN k.n % 2 = 0 THEN 'customer' ELSE 'agent' END, CASE WHEN k.n % 2 = 0 THEN NULL ELSE 1 + t.id % 4 END, DATE_ADD(t.created_at, INTERVAL k.n * 2 HOUR), 200 + t.id % 900, 0, CASE WHEN k.n = 3 AND t.id % 2 = 0 THEN CONCAT('https://docs.example/article-', CASE WHEN t.id % 20 = 0 THEN 0 ELSE t.id * 31 % 300 END) END, t.created_at
			FROM $tickets t JOIN bench_n k ON k.n < 4 ORDER BY t.id, k.n"
		);
		$this->database->write(
			"INSERT INTO {$this->database->table( 'time_entries' )} (source, external_id, ticket_id, customer_id, agent_id, seconds, measured, at, updated_at)
			SELECT 'bench', id, id, customer_id, 1 + id % 4, 60 + id % 1800, 1, created_at, created_at FROM $tickets WHERE id % 10 = 0"
		);
	}

	/** One customer in a thousand with one pattern, one in fifty with another; a few with a case. */
	private function flags(): void {
		$this->fill( 'flags', 'customer_id, pattern, level, state, since, updated_at', "n * 1000 % $this->customers + 1, 'legal_step', 'flag', 'open', '2026-11-01', '2026-11-01'", intdiv( $this->customers, 1000 ) );
		$this->fill( 'flags', 'customer_id, pattern, level, state, since, updated_at', "n * 50 % $this->customers + 1, 'hostile_messages', 'watch', 'open', '2026-11-01', '2026-11-01'", intdiv( $this->customers, 50 ) );
		$this->fill( 'cases', 'customer_id, open_claim, stage, opened_by, opened_at, updated_at', "n * 400 % $this->customers + 1, n * 400 % $this->customers + 1, 'warned', 1, '2026-11-01', '2026-11-01'", intdiv( $this->customers, 400 ) );
	}

	private function fill( string $table, string $columns, string $values, int $to, int $from = 0 ): void {
		$this->database->write( "INSERT INTO {$this->database->table( $table )} ($columns) SELECT $values FROM bench_n WHERE n >= $from AND n < $to ORDER BY n" );
	}
}
