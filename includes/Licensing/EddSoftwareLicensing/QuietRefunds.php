<?php
declare( strict_types=1 );

namespace Amicable\Licensing\EddSoftwareLicensing;

use Amicable\Hookable;
use Amicable\Stores\EasyDigitalDownloads\Ledger;

/**
 * The refund of a renewal takes its term back. Where that leaves an expired key, the plugin asks the customer by mail to renew it: not
 * while we give the money back. Refunds that somebody else makes are left as they are.
 */
final class QuietRefunds implements Hookable {

	/** The plugin takes the term back at 10. */
	private const BEFORE = 5;

	private const AFTER = 15;

	public function register(): void {
		$quiet = static fn (): bool => false;
		add_action( 'edd_refund_order', fn ( mixed $order_id, mixed $refund_id = 0 ) => $this->is_ours( (int) $refund_id ) && add_filter( 'edd_sl_send_renewal_reminder', $quiet, PHP_INT_MAX ), self::BEFORE, 2 );
		add_action( 'edd_refund_order', static fn () => remove_filter( 'edd_sl_send_renewal_reminder', $quiet, PHP_INT_MAX ), self::AFTER, 0 );
	}

	private function is_ours( int $refund_id ): bool {
		return $refund_id > 0 && (string) edd_get_order_meta( $refund_id, Ledger::KEY, true ) !== '';
	}
}
