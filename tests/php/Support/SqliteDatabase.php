<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

/** SQLite has no checksums and no second database here: our own tables are emptied, options put back. */
final class SqliteDatabase implements Database {

	/** @var array<string, array{option_value: string, autoload: string}> */
	private array $options = [];

	/** @var list<string> */
	private array $tables = [];

	public function remember(): void {
		$this->options = $this->options();
		$this->tables  = $this->tables();
	}

	public function restore(): void {
		global $wpdb;
		$wpdb->query( 'ROLLBACK' );

		$now = $this->tables();
		foreach ( array_diff( $now, $this->tables ) as $table ) {
			$wpdb->query( "DROP TABLE `{$table}`" );
		}
		foreach ( $this->used( array_intersect( $now, $this->tables ) ) as $table ) {
			$wpdb->query( "DELETE FROM `{$table}`" );
		}

		$this->restore_options();
	}

	/**
	 * Most tests use a few of our tables: one question is shorter than emptying them all.
	 *
	 * @param array<string> $tables
	 * @return list<string>
	 */
	private function used( array $tables ): array {
		global $wpdb;
		$used = [];
		foreach ( array_chunk( $tables, 100 ) as $some ) {
			$columns = array_map( static fn ( string $table ): string => "(SELECT COUNT(*) FROM `{$table}`) AS `{$table}`", $some );
			$used    = [ ...$used, ...array_keys( array_filter( (array) $wpdb->get_row( 'SELECT ' . implode( ', ', $columns ), ARRAY_A ), static fn ( mixed $rows ): bool => (int) $rows > 0 ) ) ];
		}

		return array_map( 'strval', $used );
	}

	private function restore_options(): void {
		global $wpdb;
		$now = $this->options();

		foreach ( array_keys( array_diff_key( $now, $this->options ) ) as $added ) {
			$wpdb->delete( $wpdb->options, [ 'option_name' => $added ] );
		}

		foreach ( $this->options as $name => $option ) {
			if ( ! isset( $now[ $name ] ) ) {
				$wpdb->insert( $wpdb->options, [ 'option_name' => $name ] + $option );
			} elseif ( $now[ $name ] !== $option ) {
				$wpdb->update( $wpdb->options, $option, [ 'option_name' => $name ] );
			}
		}
	}

	/** @return list<string> */
	private function tables(): array {
		global $wpdb;

		return array_values( array_filter(
			array_map( 'strval', $wpdb->get_col( 'SHOW TABLES' ) ),
			static fn ( string $table ): bool => str_starts_with( $table, $wpdb->prefix . 'amicable_' ),
		) );
	}

	/** @return array<string, array{option_value: string, autoload: string}> */
	private function options(): array {
		global $wpdb;
		$rows = $wpdb->get_results( "SELECT option_name, option_value, autoload FROM {$wpdb->options}", ARRAY_A );

		return array_map(
			static fn ( array $row ): array => [
				'option_value' => (string) $row['option_value'],
				'autoload'     => (string) $row['autoload'],
			],
			array_column( $rows, null, 'option_name' ),
		);
	}
}
