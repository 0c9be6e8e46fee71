<?php
/** Loaded as a must-use plugin by the web server of these tests, so that its processes have the same gateways. */

declare( strict_types=1 );

use Amicable\Tests\RealStores\Support\EddProviders;
use Amicable\Tests\RealStores\Support\FakeGateway;

add_action(
	'plugins_loaded',
	static function (): void {
		require_once __DIR__ . '/Bank.php';
		if ( class_exists( 'WooCommerce', false ) ) {
			require_once __DIR__ . '/FakeGateway.php';
			FakeGateway::register();
		}
		if ( !function_exists( 'edd_refund_order' ) ) {
			return;
		}

		require_once __DIR__ . '/StripeWire.php';
		require_once __DIR__ . '/EddProviders.php';
		EddProviders::listen();
	}
);
