<?php
declare( strict_types=1 );

namespace Amicable;

/** The languages that ship with the plugin, until WordPress.org has better ones. */
final class Translations implements Hookable {

	public function __construct( private readonly string $file ) {
	}

	public function register(): void {
		add_action( 'init', fn (): bool => load_plugin_textdomain( 'amicable', false, dirname( plugin_basename( $this->file ) ) . '/languages' ) );
	}
}
