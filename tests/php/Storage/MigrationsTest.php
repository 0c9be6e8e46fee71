<?php
declare( strict_types=1 );

namespace Amicable\Tests\Storage;

use Amicable\Mode;
use Amicable\Storage\OptionRow;
use Amicable\Storage\Secret;
use Amicable\Storage\Table;
use Amicable\Storage\Tables;
use wpdb;

final class MigrationsTest extends StorageTestCase {

	public function test_every_table_has_the_columns_of_the_register_and_no_others(): void {
		foreach ( Mode::cases() as $mode ) {
			$database = $this->graph( $mode )->database();
			foreach ( Tables::of( $mode ) as $table ) {
				$columns = array_column( $database->rows( "SHOW COLUMNS FROM {$database->table( $table->name )}" ), 'Field' );
				sort( $columns );
				$wanted = array_keys( $table->columns );
				sort( $wanted );
				self::assertSame( $wanted, $columns, $table->name );
			}
		}
	}

	public function test_what_an_older_version_lacked_is_added_and_nothing_is_lost(): void {
		$orders = $this->database()->table( 'orders' );
		$this->take( $this->order( 1, 'ada@example.com' ) );
		$this->database()->write( "ALTER TABLE $orders DROP COLUMN dispute" );
		$this->database()->write( "ALTER TABLE $orders DROP INDEX number" );
		$this->graph->migrations()->run();
		$this->graph->migrations()->run();
		self::assertSame( '#1', $this->database()->value( "SELECT number FROM $orders" ) );
		self::assertContains( 'dispute', array_column( $this->database()->rows( "SHOW COLUMNS FROM $orders" ), 'Field' ) );
		self::assertContains( 'number', array_column( $this->database()->rows( "SHOW INDEX FROM $orders" ), 'Key_name' ) );
	}

	public function test_flags_of_before_there_was_a_history_have_none_and_stay(): void {
		$flags = $this->database()->table( 'flags' );
		$this->database()->write( "ALTER TABLE $flags DROP COLUMN history" );
		$this->database()->insert( 'flags', [ 'customer_id' => 7, 'pattern' => 'docs_questions', 'level' => 'watch', 'state' => 'open', 'since' => '2026-02-03 00:00:00', 'updated_at' => '2026-02-03 00:00:00' ] );
		update_option( Mode::Live->version_option(), 22, true );
		self::assertFalse( $this->graph->migrations()->is_current() );
		$this->graph->migrations()->run();

		self::assertTrue( $this->graph->migrations()->is_current() );
		self::assertNull( $this->database()->value( "SELECT history FROM $flags" ) );
		self::assertSame( [], $this->graph->flags()->of( 7 )[0]->history->steps );
	}

	public function test_removing_practice_leaves_the_live_tables_alone(): void {
		$practice = $this->graph( Mode::Practice );
		self::assertTrue( $practice->migrations()->is_installed() );
		$practice->migrations()->drop();
		self::assertFalse( $practice->migrations()->is_installed() );
		self::assertTrue( $this->graph->migrations()->is_current() );
		self::assertNotContains( $practice->database()->table( 'accounts' ), array_map( static fn ( array $row ): string => (string) array_values( $row )[0], $this->database()->rows( 'SHOW TABLES' ) ) );
		self::assertSame( '0', $this->database()->value( "SELECT COUNT(*) FROM {$this->database()->table( 'accounts' )}" ) );
	}

	public function test_two_requests_that_both_make_the_secret_use_the_same_one(): void {
		global $wpdb;
		assert( $wpdb instanceof wpdb );
		delete_option( 'amicable_identity_secret' );
		$one   = new OptionRow( $wpdb );
		$first = ( new Secret( $one ) )->value();
		self::assertFalse( $one->swap( 'amicable_identity_secret', null, 'another' ) );
		self::assertSame( [ $first, 64 ], [ ( new Secret( new OptionRow( $wpdb ) ) )->value(), strlen( $first ) ] );
	}

	public function test_an_option_is_written_only_over_what_was_read(): void {
		global $wpdb;
		assert( $wpdb instanceof wpdb );
		$option = new OptionRow( $wpdb );
		self::assertSame( [ true, false ], [ $option->swap( 'amicable_settings', null, 'a' ), $option->swap( 'amicable_settings', null, 'b' ) ] );
		self::assertSame( [ false, true, 'c', 'c' ], [ $option->swap( 'amicable_settings', 'x', 'c' ), $option->swap( 'amicable_settings', 'a', 'c' ), $option->read( 'amicable_settings' ), get_option( 'amicable_settings' ) ] );
	}

	public function test_personal_columns_and_owners_that_the_register_names_exist(): void {
		foreach ( Tables::of( Mode::Practice ) as $table ) {
			self::assertSame( [], array_diff( $table->personal, array_keys( $table->columns ) ), $table->name );
			self::assertTrue( $table->owner === null || isset( $table->columns[ $table->owner ] ), $table->name );
			self::assertInstanceOf( Table::class, $table );
		}
	}
}
