<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Capability;
use Amicable\Hookable;

/** One entry: under WooCommerce, under Downloads when only EDD is there, alone otherwise and for whoever cannot open the store's menu. */
final class Menu implements Hookable {

	public const UNDER_WOOCOMMERCE = 'woocommerce';

	public const UNDER_DOWNLOADS = 'edit.php?post_type=download';

	public function __construct(
		private readonly Screens $screens,
		private readonly Assets $assets,
		private readonly PracticeShop $practice,
	) {
	}

	public function register(): void {
		add_action( 'admin_menu', $this->add( ... ), 60 );
	}

	/** Slug of the menu that ours sits under for this person; null when it stands alone. */
	public static function parent(): ?string {
		if ( class_exists( 'WooCommerce', false ) && current_user_can( 'edit_others_shop_orders' ) ) { // phpcs:ignore WordPress.WP.Capabilities.Unknown -- what WooCommerce asks for its menu.
			return self::UNDER_WOOCOMMERCE;
		}
		$only_edd = class_exists( 'Easy_Digital_Downloads', false ) && ! class_exists( 'WooCommerce', false );

		return $only_edd && current_user_can( 'edit_products' ) ? self::UNDER_DOWNLOADS : null; // phpcs:ignore WordPress.WP.Capabilities.Unknown -- what EDD asks for its menu.
	}

	private function add(): void {
		$name   = __( 'Amicable', 'amicable' );
		$parent = self::parent();
		$hook   = $parent === null
			? add_menu_page( $name, $name, Capability::VIEW, Url::PAGE, $this->render( ... ), 'dashicons-groups', 56 )
			: add_submenu_page( $parent, $name, $name, Capability::VIEW, Url::PAGE, $this->render( ... ) );
		if ( is_string( $hook ) ) {
			add_action( "load-$hook", $this->load( ... ) );
		}
	}

	/** The practice shop's own pages are printed by PHP, like those of any shop; all others are the app's. */
	private function load(): void {
		$this->practice->is_asked_for() ? $this->practice->prepare() : $this->assets->on_our_screen();
	}

	private function render(): void {
		$this->practice->is_asked_for() ? $this->practice->render() : $this->screens->render();
	}
}
