<?php
declare( strict_types=1 );

namespace Amicable\Checkout;

use Amicable\ErrorLog;
use Amicable\Stores\KeptClosed;
use Amicable\Stores\OrderRef;
use Closure;
use Throwable;

/** Whether the files of an order are kept closed. A shop that cannot read our table goes by its own records. */
final class FileGuard {

	/**
	 * @param Closure(): KeptClosed      $closed
	 * @param Closure(OrderRef): bool|null $opened Whether files of this order were given back on purpose.
	 */
	public function __construct(
		private readonly Closure $closed,
		private readonly ?Closure $opened = null,
	) {
	}

	public function keeps_closed( ?OrderRef $order ): bool {
		if ( $order === null ) {
			return false;
		}
		try {
			return ( $this->closed )()->among( [ $order ] ) !== [];
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not look up whether the files of an order are closed, and left it to the shop', $thrown ); // A guard that is off has to be heard of.
			return false;
		}
	}

	/** Given back to somebody who has the money too: the shop would say no, since the order was refunded. Each file still asks for its own permission. */
	public function opens( ?OrderRef $order ): bool {
		if ( $order === null || $this->opened === null ) {
			return false;
		}
		try {
			return ( $this->opened )( $order );
		} catch ( Throwable $thrown ) {
			ErrorLog::broken( 'could not look up whether the files of an order were given back, and left it to the shop', $thrown ); // Nobody would know why a link is dead.
			return false;
		}
	}
}
