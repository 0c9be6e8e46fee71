<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use wpdb;

/** Options that two requests may write at once: read past every cache, written only over the value that was read. */
final class OptionRow {

	public function __construct( private readonly wpdb $wpdb ) {
	}

	public function read( string $name ): ?string {
		$value = $this->wpdb->get_var( $this->wpdb->prepare( "SELECT option_value FROM {$this->wpdb->options} WHERE option_name = %s", $name ) );

		return $value === null ? null : (string) $value;
	}

	/**
	 * Sets a value where the old one still stands (null: where there is none). False: somebody else was first.
	 * The new value has to differ from the old one, since databases disagree on how to count an update that changes nothing.
	 */
	public function swap( string $name, ?string $old, string $new ): bool {
		$options = $this->wpdb->options;
		$sql     = $old === null
			? $this->wpdb->prepare( "INSERT IGNORE INTO $options (option_name, option_value, autoload) VALUES (%s, %s, 'off')", $name, $new )
			: $this->wpdb->prepare( "UPDATE $options SET option_value = %s WHERE option_name = %s AND option_value = %s", $new, $name, $old );
		$rows    = $this->wpdb->query( (string) $sql ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- prepared two lines above.
		if ( $rows === false ) {
			throw new DatabaseError( $this->wpdb->last_error );
		}
		$this->forget( $name );

		return (int) $rows === 1;
	}

	/** What WordPress remembered of it is no longer true. */
	private function forget( string $name ): void {
		wp_cache_delete( $name, 'options' );
		$absent = wp_cache_get( 'notoptions', 'options' );
		if ( !is_array( $absent ) || !isset( $absent[ $name ] ) ) {
			return;
		}

		unset( $absent[ $name ] );
		wp_cache_set( 'notoptions', $absent, 'options' );
	}
}
