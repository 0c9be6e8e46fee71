<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Capability;
use Amicable\CurrentMode;

/** What a page tells our scripts before they ask the server anything: `me.boot`, printed as `window.amicableBoot`. */
final class Boot {

	public function __construct(
		private readonly string $file,
		private readonly CurrentMode $mode,
	) {
	}

	/** @return array<string, mixed> */
	public function data(): array {
		return [
			'mode'            => $this->mode->of_user( get_current_user_id() )->value,
			'capabilities'    => array_values( array_filter( Capability::ALL, static fn ( string $capability ): bool => current_user_can( $capability ) ) ),
			'user'            => [
				'id'   => get_current_user_id(),
				'name' => wp_get_current_user()->display_name,
			],
			'url'             => Url::to(),
			'stores'          => self::stores(),
			'practice_loaded' => get_option( 'amicable_practice_state', false ) !== false,
			'version'         => get_file_data( $this->file, [ 'version' => 'Version' ] )['version'],
		];
	}

	/** @return list<string> */
	private static function stores(): array {
		return array_keys( array_filter( [ 'woocommerce' => class_exists( 'WooCommerce', false ), 'edd' => class_exists( 'Easy_Digital_Downloads', false ) ] ) );
	}
}
