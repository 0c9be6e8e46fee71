<?php
declare( strict_types=1 );

namespace Amicable\Storage;

use Amicable\Hookable;
use wpdb;

/**
 * Tells WordPress that our tables hold any text.
 *
 * Where columns of one table have two character sets (our codes and hashes are ascii), wpdb takes the narrower one for the whole table and
 * refuses every statement with a letter outside it.
 */
final class TextCharset implements Hookable {

	public function __construct( private readonly wpdb $wpdb ) {
	}

	public function register(): void {
		add_filter( 'pre_get_table_charset', $this->of( ... ), 10, 2 );
	}

	private function of( mixed $charset, string $table ): mixed {
		return str_starts_with( strtolower( $table ), strtolower( $this->wpdb->prefix . 'amicable_' ) ) ? $this->wpdb->charset : $charset;
	}
}
