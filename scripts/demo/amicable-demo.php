<?php
/**
 * Plugin Name: Amicable demo helper
 * Description: Written into the demo's WordPress by `npm run demo`; never part of a release.
 *
 * It answers three questions of the demo script (activate, load, status) and the one-time login link.
 * To bring data into the demo, listen to `amicable_demo_load` (the store: practice, woocommerce or edd) and
 * keep the option `amicable_demo_progress` up to date:
 * [ 'state' => 'running'|'done'|'failed', 'done' => int, 'total' => int, 'message' => string ],
 * or answer the filter of the same name.
 */

declare( strict_types=1 );

namespace Amicable\Demo;

const SECRETS = WP_CONTENT_DIR . '/amicable-demo';

/** @return array{key: string, password: string, plugins: list<string>, store: string, load: bool} */
function settings(): array {
	return require SECRETS . '/settings.php';
}

/** The first request: activation, before any other request can find a plugin half ready. */
function activate(): array {
	require_once ABSPATH . 'wp-admin/includes/plugin.php';

	$settings = settings();
	$errors   = [];

	foreach ( $settings['plugins'] as $plugin ) {
		$result = activate_plugin( $plugin );

		if ( is_wp_error( $result ) ) {
			$errors[ $plugin ] = $result->get_error_message();
		}
	}

	if ( get_option( 'amicable_demo_password' ) !== md5( $settings['password'] ) ) {
		wp_set_password( $settings['password'], administrator()->ID );
		update_option( 'amicable_demo_password', md5( $settings['password'] ), false );
	}

	update_option( 'permalink_structure', '/%postname%/' );
	// Avatars come from the web, and this site asks nothing outside.
	update_option( 'show_avatars', '0' );
	flush_rewrite_rules( false );

	return [
		'errors' => $errors,
		'active' => array_values( get_option( 'active_plugins', [] ) ),
	];
}

function load(): array {
	wp_set_current_user( administrator()->ID );

	/**
	 * The demo asks for data.
	 *
	 * @param string $store practice, woocommerce or edd.
	 */
	do_action( 'amicable_demo_load', settings()['store'] );

	return status() + [ 'heard' => has_action( 'amicable_demo_load' ) ];
}

function status(): array {
	$nothing = [
		'state' => 'none',
		'done'  => 0,
		'total' => 0,
	];

	return (array) apply_filters( 'amicable_demo_progress', get_option( 'amicable_demo_progress', $nothing ) );
}

function administrator(): \WP_User {
	return get_users( [
		'role'   => 'administrator',
		'number' => 1,
	] )[0];
}

/** A link is a file named by the hash of its token: whoever removes it, uses it. */
function log_in( string $token ): void {
	$file    = SECRETS . '/login-' . hash( 'sha256', $token );
	$expires = is_file( $file ) ? (int) file_get_contents( $file ) : 0;

	if ( $expires < time() || ! unlink( $file ) ) {
		wp_die( 'This login link has been used or is too old. Start the demo again for a new one.', 'Amicable demo', [ 'response' => 403 ] );
	}

	wp_set_auth_cookie( administrator()->ID, true );
	wp_safe_redirect( apply_filters( 'amicable_demo_landing', admin_url() ) );
	exit;
}

function answer( string $question ): void {
	$given = $_SERVER['HTTP_X_AMICABLE_DEMO'] ?? '';

	if ( ! is_string( $given ) || ! hash_equals( settings()['key'], $given ) ) {
		wp_send_json( [ 'error' => 'The key is wrong.' ], 403 );
	}

	wp_send_json( match ( $question ) {
		'activate' => activate(),
		'load'     => load(),
		default    => status(),
	} );
}

add_action( 'wp_loaded', static function (): void {
	if ( isset( $_GET['amicable_demo'] ) && is_string( $_GET['amicable_demo'] ) ) {
		answer( $_GET['amicable_demo'] );
	}

	if ( isset( $_GET['amicable_demo_login'] ) && is_string( $_GET['amicable_demo_login'] ) ) {
		log_in( $_GET['amicable_demo_login'] );
	}
}, 1000 );
