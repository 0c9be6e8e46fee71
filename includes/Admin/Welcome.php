<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Capability;
use Amicable\Hookable;

/** No redirect after activation: one notice on the Plugins screen, once. */
final class Welcome implements Hookable {

	private const OPTION = 'amicable_welcome';

	public function __construct( private readonly string $file ) {
	}

	public function register(): void {
		register_activation_hook( $this->file, $this->remember( ... ) );
		add_action( 'load-plugins.php', $this->on_plugins( ... ) );
	}

	private function remember(): void {
		add_option( self::OPTION, '1', '', false );
	}

	private function on_plugins(): void {
		if ( current_user_can( Capability::VIEW ) && get_option( self::OPTION ) === '1' ) {
			delete_option( self::OPTION );
			add_action( 'admin_notices', $this->show( ... ) );
		}
	}

	private function show(): void {
		printf(
			'<div class="notice notice-info is-dismissible"><p>%1$s <a href="%2$s">%3$s</a></p></div>',
			esc_html__( 'Amicable is ready.', 'amicable' ),
			esc_url( Url::to() ),
			esc_html__( 'Open Amicable', 'amicable' ),
		);
	}
}
