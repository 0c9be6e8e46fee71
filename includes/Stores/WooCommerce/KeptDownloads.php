<?php
declare( strict_types=1 );

namespace Amicable\Stores\WooCommerce;

use WC_Customer_Download;
use WC_Customer_Download_Data_Store;

/**
 * In place of WooCommerce's own during our refund call: there it deletes permissions, and with them the log of what was fetched. Here
 * they end instead, and the log stays.
 */
final class KeptDownloads extends WC_Customer_Download_Data_Store {

	/** @param int $id */
	public function delete_by_id( $id ): void {
		Downloads::end( new WC_Customer_Download( $id ) );
	}
}
