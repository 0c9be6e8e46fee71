<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use wpdb;

/** Lines of orders that hold something like a license key, in whatever field a plugin or a person wrote it. */
final class LicenseFields {

	/** Of the name, in lower case. An underscore stands for any one letter or sign. */
	private const NAMES = [ '%licen_e%', '%serial_key%', '%serial_number%', '%activation_key%', '%activation_code%' ];

	public function __construct( private readonly wpdb $wpdb ) {
	}

	/**
	 * @param list<int> $order_ids
	 * @return array<int, string> Order => name of the field.
	 */
	public function of( array $order_ids ): array {
		if ( $order_ids === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $order_ids ), '%d' ) );
		$named = implode( ' OR ', array_fill( 0, count( self::NAMES ), 'LOWER(m.meta_key) LIKE %s' ) );
		$rows  = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT i.order_id, m.meta_key, m.meta_value FROM {$this->wpdb->prefix}woocommerce_order_items i JOIN {$this->wpdb->prefix}woocommerce_order_itemmeta m ON m.order_item_id = i.order_item_id WHERE i.order_id IN ($marks) AND ($named) ORDER BY m.meta_id DESC", [ ...$order_ids, ...self::NAMES ] ), ARRAY_A );
		$found = [];
		foreach ( is_array( $rows ) ? $rows : [] as $row ) {
			if ( self::holds_a_key( (string) $row['meta_key'], (string) $row['meta_value'] ) ) {
				$found[ (int) $row['order_id'] ] = mb_substr( trim( (string) $row['meta_key'], '_' ), 0, 60 );
			}
		}

		return $found;
	}

	/** Not the choice of a variation, "5 sites", but something nobody would type: long, of one piece and with a digit, or a list. */
	public static function holds_a_key( string $name, string $value ): bool {
		return ! str_starts_with( $name, 'pa_' ) && preg_match( '/^(?:(?=\S*\d)[A-Za-z0-9][A-Za-z0-9._-]{11,}|a:[1-9]\d*:\{.*|\[.*\w.*|\{.*\w.*)$/sD', trim( $value ) ) === 1;
	}
}
