<?php
declare( strict_types=1 );

namespace Amicable\Admin;

use Amicable\Capability;
use Amicable\Hookable;
use Amicable\Mode;
use Amicable\Runs\PayoutGuard;
use Amicable\Storage\Home;
use Closure;

/** Says that no money moves on what looks like a copy of the shop, and lets an administrator say that it is the shop itself. */
final class LiveSite implements Hookable {

	private const ACTION = 'amicable_confirm_live';

	/** @param Closure(): bool $has_shop Without a shop there is no money to move. */
	public function __construct( private readonly Closure $has_shop ) {
	}

	public function register(): void {
		add_action( 'admin_notices', $this->show( ... ) );
		add_action( 'admin_post_' . self::ACTION, $this->confirm( ... ) );
	}

	private function show(): void {
		if ( ! current_user_can( Capability::SETTINGS ) || ( new PayoutGuard( Mode::Live ) )->refusal()?->reason !== 'amicable_staging' || ! ( $this->has_shop )() ) {
			return;
		}
		printf(
			'<div class="notice notice-warning"><p>%1$s</p><form method="post" action="%2$s"><input type="hidden" name="action" value="%3$s">',
			esc_html__( 'Amicable: this looks like a copy of your shop, so it pays nothing back and writes to nobody from here. Is this the live site?', 'amicable' ),
			esc_url( admin_url( 'admin-post.php' ) ),
			esc_attr( self::ACTION ),
		);
		wp_nonce_field( self::ACTION );
		printf( '<p><button class="button">%s</button></p></form></div>', esc_html__( 'Yes, this is the live site', 'amicable' ) );
	}

	private function confirm(): void {
		check_admin_referer( self::ACTION );
		if ( ! current_user_can( Capability::SETTINGS ) ) {
			wp_die( esc_html__( 'Your role does not include this.', 'amicable' ), '', [ 'response' => 403 ] );
		}
		Home::settle();
		update_option( 'amicable_live_confirmed', Home::hash(), false );
		$back = wp_get_referer();
		wp_safe_redirect( $back === false ? admin_url() : $back );
		exit;
	}
}
