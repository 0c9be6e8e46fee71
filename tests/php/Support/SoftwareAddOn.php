<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use wpdb;

/**
 * WooCommerce Software Add-on as far as a license goes: its two tables, and what its requests ask before they say yes. Not the plugin, which is sold and cannot be had
 * here; made after the tables and requests of its versions 1.7 and 1.9.
 */
final class SoftwareAddOn {

	public function __construct( private readonly wpdb $wpdb ) {
		if ( ! class_exists( 'WC_Software', false ) ) {
			class_alias( self::class, 'WC_Software' );
		}
	}

	public function install(): void {
		$this->wpdb->query( "CREATE TABLE IF NOT EXISTS {$this->keys()} ( key_id bigint(20) NOT NULL AUTO_INCREMENT, order_id bigint(20) NOT NULL DEFAULT 0, activation_email varchar(200) NOT NULL, license_key varchar(200) NOT NULL, software_product_id varchar(200) NOT NULL, software_version varchar(200) NOT NULL, activations_limit varchar(9) NULL, created datetime DEFAULT '0000-00-00 00:00:00' NOT NULL, PRIMARY KEY (key_id) )" );
		$this->wpdb->query( "CREATE TABLE IF NOT EXISTS {$this->sites()} ( activation_id bigint(20) NOT NULL AUTO_INCREMENT, key_id bigint(20) NOT NULL, instance varchar(200) NOT NULL, activation_time datetime DEFAULT '0000-00-00 00:00:00' NOT NULL, activation_active int(1) NOT NULL DEFAULT 1, activation_platform varchar(200) NULL, PRIMARY KEY (activation_id) )" );
	}

	public function remove(): void {
		$this->wpdb->query( "DROP TABLE IF EXISTS {$this->keys()}, {$this->sites()}" );
	}

	/** No limit of sites, as the plugin writes it: nothing at all. */
	public function sell( int $order_id, string $email, string $key, string $product ): int {
		$this->wpdb->insert(
			$this->keys(),
			[
				'order_id'            => $order_id,
				'activation_email'    => $email,
				'license_key'         => $key,
				'software_product_id' => $product,
				'software_version'    => '1.0',
				'activations_limit'   => '',
				'created'             => gmdate( 'Y-m-d H:i:s' ),
			]
		);

		return $this->wpdb->insert_id;
	}

	/** What its requests begin with: without all three, nobody is known. */
	public function knows( string $key, string $product, string $email ): bool {
		return $this->row( $key, $product, $email ) !== null;
	}

	/** An activation request. A site that was there before comes back. */
	public function activate( string $key, string $product, string $email, string $instance ): bool {
		$row = $this->row( $key, $product, $email );
		if ( $row === null ) {
			return false;
		}
		$known = $this->wpdb->get_var( $this->wpdb->prepare( "SELECT activation_id FROM {$this->sites()} WHERE key_id = %d AND instance = %s", $row->key_id, $instance ) );
		$known === null
			? $this->wpdb->insert( $this->sites(), [ 'key_id' => $row->key_id, 'instance' => $instance, 'activation_time' => gmdate( 'Y-m-d H:i:s' ), 'activation_active' => 1, 'activation_platform' => '' ] )
			: $this->wpdb->update( $this->sites(), [ 'activation_active' => 1 ], [ 'activation_id' => $known ] );

		return true;
	}

	public function key( int $id ): ?object {
		return $this->wpdb->get_row( $this->wpdb->prepare( "SELECT * FROM {$this->keys()} WHERE key_id = %d", $id ) );
	}

	public function delete( int $id ): void {
		$this->wpdb->delete( $this->keys(), [ 'key_id' => $id ] );
		$this->wpdb->delete( $this->sites(), [ 'key_id' => $id ] );
	}

	private function row( string $key, string $product, string $email ): ?object {
		return $this->wpdb->get_row( $this->wpdb->prepare( "SELECT * FROM {$this->keys()} WHERE license_key = %s AND software_product_id = %s AND activation_email = %s LIMIT 1", $key, $product, $email ) );
	}

	private function keys(): string {
		return "{$this->wpdb->prefix}woocommerce_software_licenses";
	}

	private function sites(): string {
		return "{$this->wpdb->prefix}woocommerce_software_activations";
	}
}
