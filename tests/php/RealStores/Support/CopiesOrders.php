<?php
declare( strict_types=1 );

namespace Amicable\Tests\RealStores\Support;

use Automattic\WooCommerce\Utilities\OrderUtil;

/** Many orders in no time: copies of a few real ones, straight in WooCommerce's tables. */
trait CopiesOrders {

	/** Every order and refund that there is, so many times more; each copy belongs to buyers of its own. */
	protected function copy_orders( int $times ): void {
		global $wpdb;
		for ( $copy = 1; $copy <= $times; $copy++ ) {
			$by = $copy * 100_000;
			if ( OrderUtil::custom_orders_table_usage_is_enabled() ) {
				$this->copy_rows( 'wc_orders', [ 'id' => "id + $by", 'parent_order_id' => "CASE WHEN parent_order_id > 0 THEN parent_order_id + $by ELSE 0 END", 'billing_email' => "REPLACE( billing_email, '@', '.$copy@' )" ], 'id < 100000' );
				$this->copy_rows( 'wc_order_addresses', [ 'id' => '', 'order_id' => "order_id + $by", 'email' => "REPLACE( email, '@', '.$copy@' )" ], 'order_id < 100000' );
				$this->copy_rows( 'wc_order_operational_data', [ 'id' => '', 'order_id' => "order_id + $by" ], 'order_id < 100000' );
				$this->copy_rows( 'wc_orders_meta', [ 'id' => '', 'order_id' => "order_id + $by" ], 'order_id < 100000' );
			} else {
				$this->copy_rows( 'posts', [ 'ID' => "ID + $by", 'post_parent' => "CASE WHEN post_parent > 0 THEN post_parent + $by ELSE 0 END" ], "ID < 100000 AND post_type IN ( 'shop_order', 'shop_order_refund' )" );
				$this->copy_rows( 'postmeta', [ 'meta_id' => '', 'post_id' => "post_id + $by", 'meta_value' => "CASE WHEN meta_key = '_billing_email' THEN REPLACE( meta_value, '@', '.$copy@' ) ELSE meta_value END" ], "post_id IN ( SELECT ID - $by FROM $wpdb->posts WHERE ID > $by AND ID < $by + 100000 )" );
			}
			$this->copy_rows( 'woocommerce_order_items', [ 'order_item_id' => "order_item_id + $by", 'order_id' => "order_id + $by" ], 'order_id < 100000' );
			$this->copy_rows( 'woocommerce_order_itemmeta', [ 'meta_id' => '', 'order_item_id' => "order_item_id + $by" ], 'order_item_id < 100000' );
		}
	}

	/** @param array<string, string> $set Column => expression; '' leaves it to the database. */
	private function copy_rows( string $table, array $set, string $where ): void {
		global $wpdb;
		$columns = array_diff( $wpdb->get_col( "SHOW COLUMNS FROM {$wpdb->prefix}$table" ), array_keys( $set, '', true ) );
		$values  = array_map( static fn ( string $column ): string => $set[ $column ] ?? "`$column`", $columns );
		$wpdb->query( "INSERT INTO {$wpdb->prefix}$table (`" . implode( '`, `', $columns ) . '`) SELECT ' . implode( ', ', $values ) . " FROM {$wpdb->prefix}$table WHERE $where" );
		self::assertSame( '', $wpdb->last_error );
	}
}
