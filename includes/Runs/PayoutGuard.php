<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Mode;
use Amicable\Storage\Home;

/** Whether this site may move money at all: not on a copy of the shop, and not while somebody pulled the switch. */
final class PayoutGuard {

	public function __construct( private readonly Mode $mode ) {
	}

	/** Null: it may. */
	public function refusal(): ?AmicableException {
		if ( defined( 'AMICABLE_NO_PAYOUTS' ) && (bool) constant( 'AMICABLE_NO_PAYOUTS' ) ) {
			return new AmicableException( 'amicable_no_payouts', __( 'Payouts are switched off on this site (AMICABLE_NO_PAYOUTS). Nothing was started.', 'amicable' ), 409 );
		}
		if ( $this->mode === Mode::Practice || ! Home::is_copy() ) {
			return null;
		}

		return new AmicableException(
			'amicable_staging',
			__( 'This looks like a copy of your shop, so no money moves here. If this is the live site, an administrator can confirm that on any page of the admin area, or define AMICABLE_LIVE.', 'amicable' ),
			409,
		);
	}
}
