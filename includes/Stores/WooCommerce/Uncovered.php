<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use Amicable\Licensing\WooCommerceApiManager\WooCommerceApiManager;
use Amicable\Licensing\WooCommerceSoftwareAddOn\WooCommerceSoftwareAddOn;
use Amicable\Stores\NamesUncovered;
use Amicable\Stores\Obligation;
use wpdb;

/** Plugins that could owe a customer something and that we cannot read. Named rather than passed over in silence. */
final class Uncovered implements NamesUncovered {

	/** Function or class => slug and name. */
	private const SYSTEMS = [
		'WC_AM_Order_Data_Store'       => [ 'woocommerce-api-manager', 'WooCommerce API Manager' ],
		'WC_Software'                  => [ 'woocommerce-software-add-on', 'WooCommerce Software Add-on' ],
		'wc_serial_numbers'            => [ 'wc-serial-numbers', 'WC Serial Numbers' ],
		'FS_WC_licenses_Manager'       => [ 'woocommerce-license-manager', 'WooCommerce License Manager' ],
		'SLM_API_Listener'             => [ 'software-license-manager', 'Software License Manager' ],
		'WC_Memberships'               => [ 'woocommerce-memberships', 'WooCommerce Memberships' ],
		'WC_Bookings'                  => [ 'woocommerce-bookings', 'WooCommerce Bookings' ],
		'WC_Gift_Cards'                => [ 'woocommerce-gift-cards', 'WooCommerce Gift Cards' ],
		'WC_Store_Credit'              => [ 'woocommerce-store-credit', 'WooCommerce Store Credit' ],
		'WC_Points_Rewards'            => [ 'woocommerce-points-and-rewards', 'WooCommerce Points and Rewards' ],
		'WooWallet'                    => [ 'woo-wallet', 'TeraWallet' ],
		'WC_Account_Funds'             => [ 'woocommerce-account-funds', 'WooCommerce Account Funds' ],
		'YITH_WC_Subscription'         => [ 'yith-woocommerce-subscription', 'YITH WooCommerce Subscription' ],
		'sumo_get_subscription_plan'   => [ 'sumosubscriptions', 'SUMO Subscriptions' ],
		'Subscriptions_For_Woocommerce' => [ 'subscriptions-for-woocommerce', 'Subscriptions for WooCommerce' ],
	];

	public function __construct( private readonly wpdb $wpdb ) {
	}

	public function store(): string {
		return WooCommerceStore::ID;
	}

	public function license_fields( array $order_ids ): array {
		return ( new LicenseFields( $this->wpdb ) )->of( $order_ids );
	}

	public function obligations(): array {
		$open = [];
		foreach ( self::SYSTEMS as $symbol => [ $slug, $name ] ) {
			if ( $this->is_here( $symbol ) ) {
				/* translators: %s: name of a plugin. */
				$open[] = new Obligation( 17, true, "plugin:$slug", sprintf( __( '%s is active and is not covered: look there yourself.', 'amicable' ), $name ) );
			}
		}

		return $open;
	}

	/** Two of them are read, but only in versions with the tables that we know. */
	private function is_here( string $symbol ): bool {
		$is_read = match ( $symbol ) {
			'WC_AM_Order_Data_Store' => WooCommerceApiManager::is_available( $this->wpdb ),
			'WC_Software'            => WooCommerceSoftwareAddOn::is_available( $this->wpdb ),
			default                  => false,
		};

		return ! $is_read && ( function_exists( $symbol ) || class_exists( $symbol, false ) );
	}
}
