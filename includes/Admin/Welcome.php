<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Capability;
use Amicable\Hookable;

/** No redirect after activation: one notice, on the Plugins screen, until somebody opens Amicable or closes the notice. Then never again. */
final class Welcome implements Hookable {

	private const OPTION = 'amicable_welcome';

	private const ACTION = 'amicable_dismiss_welcome';

	public function __construct( private readonly string $file ) {
	}

	public function register(): void {
		register_activation_hook( $this->file, $this->remember( ... ) );
		add_action( 'load-plugins.php', $this->on_plugins( ... ) );
		add_action( 'admin_init', $this->on_our_screen( ... ) );
		add_action( 'wp_ajax_' . self::ACTION, $this->dismiss( ... ) );
	}

	/** An activation later on finds the answer of the first one. */
	private function remember(): void {
		add_option( self::OPTION, 'new', '', false );
	}

	private function on_plugins(): void {
		if ( current_user_can( Capability::VIEW ) && get_option( self::OPTION ) === 'new' ) {
			add_action( 'admin_notices', $this->show( ... ) );
		}
	}

	private function on_our_screen(): void {
		if ( ( $_GET['page'] ?? '' ) === Url::PAGE && current_user_can( Capability::VIEW ) ) { // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- whoever is here has found it.
			$this->end();
		}
	}

	private function dismiss(): void {
		check_ajax_referer( self::ACTION );
		if ( ! current_user_can( Capability::VIEW ) ) {
			wp_send_json_error( null, 403 );
		}
		$this->end();
		wp_send_json_success();
	}

	private function end(): void {
		if ( get_option( self::OPTION ) === 'new' ) {
			update_option( self::OPTION, 'seen', false );
		}
	}

	private function show(): void {
		printf(
			'<div class="notice notice-info is-dismissible" id="amicable-welcome"><p>%1$s <a href="%2$s">%3$s</a></p></div>',
			esc_html__( 'Amicable is ready.', 'amicable' ),
			esc_url( Url::to() ),
			esc_html__( 'Open Amicable', 'amicable' ),
		);
		$address = admin_url( 'admin-ajax.php?action=' . self::ACTION . '&_ajax_nonce=' . wp_create_nonce( self::ACTION ) );
		wp_print_inline_script_tag( 'document.addEventListener( "click", ( event ) => event.target.matches( "#amicable-welcome .notice-dismiss" ) && fetch( ' . wp_json_encode( $address, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES ) . ', { method: "POST", credentials: "same-origin" } ) );' );
	}
}
