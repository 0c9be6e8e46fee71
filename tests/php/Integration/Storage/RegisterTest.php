<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Storage;

use Amicable\Admin\Roles;
use Amicable\CurrentMode;
use Amicable\Mode;
use Amicable\Plugin;
use Amicable\Storage\Home;
use Amicable\Storage\Tables;
use Amicable\Storage\Uninstall;
use Amicable\Tests\Support\IntegrationTestCase;
use wpdb;

/** What this plugin leaves in WordPress stands in the register, all of it, and goes when the owner says so. */
final class RegisterTest extends IntegrationTestCase {

	protected function setUp(): void {
		parent::setUp();
		foreach ( Mode::cases() as $mode ) {
			$graph = Plugin::instance()->graph( $mode );
			$graph->migrations()->run();
			$settings = $graph->settings()->current();
			$graph->settings()->save( $settings->with( [ 'minutes_per_reply' => 4 ] ), $settings->version );
			$graph->secret()->value();
			$graph->jobs()->enqueue( 'rebuild_accounts' );
		}
		Home::settle();
		( new Roles( Plugin::instance()->file ) )->install();
		( new CurrentMode() )->set( $this->as_role( 'administrator' )->ID, Mode::Practice );
		do_action( 'admin_init' );
	}

	public function test_every_table_option_meta_hook_and_capability_is_named(): void {
		self::assertSame( [], array_diff( $this->tables(), $this->registered_tables() ) );
		self::assertSame( [], array_diff( $this->options(), array_keys( Tables::OPTIONS ) ) );
		self::assertSame( [], array_diff( $this->column( "SELECT DISTINCT meta_key FROM {$this->wpdb()->usermeta} WHERE meta_key LIKE '%amicable%'" ), Tables::USER_META ) );
		self::assertSame( [], array_diff( $this->hooks(), Tables::HOOKS ) );
		self::assertSame( [], array_diff( $this->capabilities(), Tables::CAPABILITIES ) );
	}

	public function test_nothing_goes_by_default(): void {
		$before = [ $this->tables(), $this->options(), $this->capabilities() ];
		( new Uninstall( $this->wpdb() ) )->run();
		self::assertNotSame( [], $before[0] );
		self::assertSame( $before, [ $this->tables(), $this->options(), $this->capabilities() ] );
	}

	public function test_everything_goes_when_the_owner_says_so(): void {
		update_option( Uninstall::OPTION, 'remove', false );
		( new Uninstall( $this->wpdb() ) )->run();
		self::assertSame( [ [], [], [], [], [] ], [ $this->tables(), $this->options(), $this->hooks(), $this->capabilities(), $this->column( "SELECT meta_key FROM {$this->wpdb()->usermeta} WHERE meta_key LIKE '%amicable%' AND meta_key NOT LIKE '%capabilities'" ) ] );
		self::assertNull( get_role( Tables::ROLE ) );
	}

	/** @return list<string> */
	private function tables(): array {
		return array_values( array_filter( $this->column( 'SHOW TABLES' ), static fn ( string $name ): bool => str_contains( $name, 'amicable' ) ) );
	}

	/** @return list<string> */
	private function registered_tables(): array {
		$names = [];
		foreach ( Mode::cases() as $mode ) {
			foreach ( Tables::of( $mode ) as $table ) {
				$names[] = Plugin::instance()->graph( $mode )->database()->table( $table->name );
			}
		}

		return $names;
	}

	/** @return list<string> */
	private function options(): array {
		return $this->column( "SELECT option_name FROM {$this->wpdb()->options} WHERE option_name LIKE '%amicable%' ORDER BY option_name" );
	}

	/** @return list<string> */
	private function hooks(): array {
		$hooks = array_merge( ...array_map( 'array_keys', array_values( array_filter( _get_cron_array(), 'is_array' ) ) ) );

		return array_values( array_unique( array_filter( $hooks, static fn ( string $hook ): bool => str_contains( $hook, 'amicable' ) ) ) );
	}

	/** @return list<string> */
	private function capabilities(): array {
		$all = [];
		foreach ( wp_roles()->role_objects as $role ) {
			$all = [ ...$all, ...array_keys( $role->capabilities ) ];
		}

		return array_values( array_unique( array_filter( $all, static fn ( string $name ): bool => str_contains( $name, 'amicable' ) ) ) );
	}

	/** @return list<string> */
	private function column( string $sql ): array {
		return array_map( 'strval', $this->wpdb()->get_col( $sql ) );
	}

	private function wpdb(): wpdb {
		global $wpdb;
		assert( $wpdb instanceof wpdb );

		return $wpdb;
	}
}
