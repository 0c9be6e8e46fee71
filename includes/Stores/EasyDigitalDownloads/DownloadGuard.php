<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Checkout\FileGuard;
use Amicable\Hookable;
use Amicable\Stores\OrderRef;

/** Asked by EDD before it hands a file out; last in the row, since Recurring says yes here for renewals. The buyer reads EDD's own neutral sentence. */
final class DownloadGuard implements Hookable {

	public function __construct( private readonly FileGuard $guard ) {
	}

	public function register(): void {
		add_filter( 'edd_file_download_has_access', $this->permit( ... ), 999, 2 );
	}

	private function permit( mixed $has_access, mixed $order_id = 0 ): mixed {
		$order = is_numeric( $order_id ) && (int) $order_id > 0 ? new OrderRef( EddStore::ID, (int) $order_id ) : null;

		return (bool) $has_access && $this->guard->keeps_closed( $order ) ? false : $has_access;
	}
}
