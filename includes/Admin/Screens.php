<?php
declare( strict_types=1 );

namespace Amicable\Admin;

/** The element that the scripts fill. */
final class Screens {

	public const ROOT = 'amicable-root';

	public function render(): void {
		printf(
			'<div class="wrap amicable-wrap"><hr class="wp-header-end"><div id="%1$s" class="amicable-root"><noscript><p>%2$s</p></noscript></div></div>',
			esc_attr( self::ROOT ),
			esc_html__( 'Amicable needs JavaScript. Allow it for this site, then load this page again.', 'amicable' ),
		);
	}
}
