<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Privacy;

use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\Table;
use Amicable\Storage\Tables;
use Amicable\Tests\Support\Canary;
use Amicable\Tests\Support\IntegrationTestCase;

/** WordPress's own tools for personal data, asked as WordPress asks them. */
final class PrivacyTest extends IntegrationTestCase {

	public function test_the_export_holds_every_personal_column_that_the_register_hands_out(): void {
		new Canary();
		$items  = $this->export( Canary::EMAIL );
		$groups = array_unique( array_column( $items, 'group_id' ) );

		foreach ( [ 'customers', 'refunds', 'tickets', 'messages', 'time_entries', 'goodwill', 'costs', 'flags', 'evidence', 'log_payloads', 'letters' ] as $table ) {
			self::assertContains( "amicable-$table", $groups );
		}
		self::assertSame( 1, array_count_values( array_column( $items, 'group_id' ) )['amicable-letters'], 'A draft was never theirs.' );
		foreach ( $items as $item ) {
			self::assertNotSame( [], $item['data'], "{$item['item_id']} is empty." );
		}
	}

	public function test_the_export_tells_how_a_pattern_changed(): void {
		new Canary();
		$patterns = array_filter( $this->export( Canary::EMAIL ), static fn ( array $item ): bool => $item['group_id'] === 'amicable-flags' );

		self::assertCount( 2, $patterns );
		foreach ( $patterns as $item ) {
			self::assertStringContainsString( Canary::WORD, array_column( $item['data'], 'value', 'name' )['How it changed'] ?? '' );
		}
	}

	public function test_the_export_of_a_talkative_customer_comes_in_pages_and_loses_nothing(): void {
		$canary   = new Canary();
		$database = Plugin::instance()->graph( Mode::Live )->database();
		for ( $number = 0; $number < 450; $number++ ) {
			$database->insert( 'messages', [ 'ticket_id' => 1, 'customer_id' => $canary->customer, 'external_id' => "more-$number", 'kind' => 'customer', 'at' => '2026-02-01 00:00:00', 'text' => "word $number" ] );
		}
		$items = $this->export( Canary::EMAIL );

		self::assertCount( count( $items ), array_unique( array_column( $items, 'item_id' ) ) );
		self::assertCount( 451, array_filter( $items, static fn ( array $item ): bool => $item['group_id'] === 'amicable-messages' ) );
	}

	public function test_what_was_erased_is_gone_from_every_table_of_ours(): void {
		$canary = new Canary();
		self::assertNotSame( [], $this->tables_that_hold( Canary::WORD ) );
		$answers = $this->erase( Canary::EMAIL );

		self::assertSame( [], $this->tables_that_hold( Canary::WORD ) );
		self::assertContains( true, array_column( $answers, 'items_removed' ) );
		self::assertSame( [], $this->export( Canary::EMAIL ) );
		self::assertSame( '1', $this->rows_of( 'orders', $canary->customer ), 'Records of payments stay.' );
		self::assertSame( '0', $this->rows_of( 'identity_keys', $canary->customer ) );
	}

	public function test_the_chain_of_the_log_still_holds_after_an_erasure(): void {
		$graph  = Plugin::instance()->graph( Mode::Live );
		$graph->log()->append( 'before', 'customer', 1, 1, 0, [ 'who' => 'somebody else' ] );
		self::assertTrue( $graph->log()->verify()['intact'] );
		$database = $graph->database();
		$id       = (int) $database->insert( 'customers', [ 'name' => 'x', 'email' => 'x@example.com', 'created_at' => '2026-01-01 00:00:00', 'updated_at' => '2026-01-01 00:00:00' ] );
		$graph->log()->append( 'flag.review', 'customer', $id, $id, 0, [ 'reason' => Canary::WORD ] );
		$this->erase( 'x@example.com' );

		self::assertSame( [], $this->tables_that_hold( Canary::WORD ) );
		self::assertTrue( $graph->log()->verify()['intact'] );
	}

	public function test_somebody_who_was_merged_in_is_found_and_erased_too(): void {
		$canary   = new Canary();
		$database = Plugin::instance()->graph( Mode::Live )->database();
		$database->insert( 'customers', [ 'name' => 'Elsewhere ' . Canary::WORD, 'email' => 'other@example.com', 'merged_into' => $canary->customer, 'created_at' => '2026-01-01 00:00:00', 'updated_at' => '2026-01-01 00:00:00' ] );
		$this->erase( Canary::EMAIL );

		self::assertSame( [], $this->tables_that_hold( Canary::WORD ) );
	}

	public function test_nobody_else_loses_a_word(): void {
		new Canary();
		$database = Plugin::instance()->graph( Mode::Live )->database();
		$other    = (int) $database->insert( 'customers', [ 'name' => 'Bystander', 'email' => 'bystander@example.com', 'created_at' => '2026-01-01 00:00:00', 'updated_at' => '2026-01-01 00:00:00' ] );
		$database->insert( 'messages', [ 'ticket_id' => 9, 'customer_id' => $other, 'external_id' => 'other', 'kind' => 'customer', 'at' => '2026-02-01 00:00:00', 'text' => 'Bystander says' ] );
		$this->erase( Canary::EMAIL );

		self::assertEqualsCanonicalizing( [ 'customers', 'messages' ], $this->tables_that_hold( 'Bystander' ) );
	}

	public function test_nothing_is_erased_while_a_refund_is_under_way(): void {
		$canary = new Canary();
		Plugin::instance()->graph( Mode::Live )->database()->insert( 'runs', [ 'customer_id' => $canary->customer, 'kind' => 'refund', 'state' => 'running', 'plan_hash' => str_repeat( 'a', 64 ), 'started_by' => 1, 'created_at' => '2026-02-01 00:00:00', 'updated_at' => '2026-02-01 00:00:00' ] );
		$answers = $this->erase( Canary::EMAIL );

		self::assertSame( [ true ], array_column( $answers, 'items_retained' ) );
		self::assertContains( 'messages', $this->tables_that_hold( Canary::WORD ) );
	}

	public function test_an_address_that_nobody_has_is_no_error(): void {
		self::assertSame( [], $this->export( 'nobody@example.com' ) );
		self::assertSame( [ false ], array_column( $this->erase( 'nobody@example.com' ), 'items_removed' ) );
	}

	/** @return list<array<string, mixed>> */
	private function export( string $email ): array {
		$ask   = apply_filters( 'wp_privacy_personal_data_exporters', [] )['amicable']['callback'];
		$items = [];
		for ( $page = 1; $page < 100; $page++ ) {
			$answer = $ask( $email, $page );
			$items  = [ ...$items, ...$answer['data'] ];
			if ( $answer['done'] ) {
				return $items;
			}
		}
		self::fail( 'The export has no end.' );
	}

	/** @return list<array<string, mixed>> */
	private function erase( string $email ): array {
		$ask     = apply_filters( 'wp_privacy_personal_data_erasers', [] )['amicable']['callback'];
		$answers = [];
		for ( $page = 1; $page < 100; $page++ ) {
			$answers[] = $ask( $email, $page );
			if ( $answers[ $page - 1 ]['done'] ) {
				return $answers;
			}
		}
		self::fail( 'The erasure has no end.' );
	}

	/** @return list<string> */
	private function tables_that_hold( string $word ): array {
		$database = Plugin::instance()->graph( Mode::Live )->database();
		$holds    = static fn ( Table $table ): bool => str_contains( (string) wp_json_encode( $database->rows( "SELECT * FROM {$database->table( $table->name )}" ) ), $word );

		return array_map( static fn ( Table $table ): string => $table->name, array_values( array_filter( Tables::of( Mode::Live ), $holds ) ) );
	}

	private function rows_of( string $table, int $customer ): ?string {
		$database = Plugin::instance()->graph( Mode::Live )->database();

		return $database->value( "SELECT COUNT(*) FROM {$database->table( $table )} WHERE customer_id = %d", [ $customer ] );
	}
}
