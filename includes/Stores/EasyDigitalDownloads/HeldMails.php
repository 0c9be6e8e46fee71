<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\ErrorLog;
use Amicable\Hookable;
use Amicable\Stores\OrderRef;
use Closure;
use Throwable;

/** Holds the refund mail of an order where our own receipt lists that refund. The mail itself does not say which order it is about, so it is held around the moment of its sending. */
final class HeldMails implements Hookable {

	/** It is sent at 10. */
	private const BEFORE = 5;

	private const AFTER = 15;

	/** @param Closure(OrderRef): bool $holds */
	public function __construct( private readonly Closure $holds ) {
	}

	public function register(): void {
		$none = static fn (): bool => false;
		add_action( 'edd_refund_order', fn ( mixed $order_id ) => $this->is_held( (int) $order_id ) && add_filter( 'edd_should_send_email_order_refund', $none, PHP_INT_MAX ), self::BEFORE );
		add_action( 'edd_refund_order', static fn () => remove_filter( 'edd_should_send_email_order_refund', $none, PHP_INT_MAX ), self::AFTER, 0 );
	}

	/** What cannot be asked about is sent. */
	private function is_held( int $order_id ): bool {
		try {
			return $order_id > 0 && ( $this->holds )( new OrderRef( EddStore::ID, $order_id ) );
		} catch ( Throwable $broken ) {
			ErrorLog::broken( sprintf( 'mails of order %d', $order_id ), $broken ); // Must not stop a mail.

			return false;
		}
	}
}
