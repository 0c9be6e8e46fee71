<?php
/**
 * Plugin Name: Amicable e2e look
 * Description: Put into the demo's WordPress by the end-to-end tests. Two cookies choose a language and a direction, whichever language files WordPress has.
 */

declare( strict_types=1 );

add_filter(
	'determine_locale',
	static function ( string $locale ): string {
		$wanted = $_COOKIE['amicable_e2e_locale'] ?? '';

		return is_string( $wanted ) && preg_match( '/^[a-z]{2}_[A-Z]{2}$/', $wanted ) === 1 ? $wanted : $locale;
	}
);

add_action(
	'after_setup_theme',
	static function (): void {
		if ( isset( $_COOKIE['amicable_e2e_rtl'] ) ) {
			$GLOBALS['wp_locale']->text_direction = 'rtl';
		}
	}
);
