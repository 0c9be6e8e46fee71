<?php
declare( strict_types=1 );

namespace Amicable\Tests\Faults\EasyDigitalDownloads;

use Amicable\Stores\OrderRef;
use Amicable\Tests\Faults\GatewayModesTestCase;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use PHPUnit\Framework\Attributes\Group;

/** The real Easy Digital Downloads, with PayPal and Stripe as it reaches them. */
#[Group( 'faults' )]
final class GatewayModesTest extends GatewayModesTestCase {

	use MakesEddOrders {
		paid_out as private paid_by_bank;
	}

	public function test_no_way_of_failing_pays_twice_or_is_called_done_without_proof(): void {
		$this->walk_all( 'gateway_modes_edd' );
	}

	protected function modes(): array {
		return [ 'ok', 'decline', 'timeout', 'exception', 'error', 'liar', 'stripe', 'stripe_decline', 'stripe_timeout', 'stripe_less', 'standard', 'standard_decline', 'standard_timeout', 'none', 'gone' ];
	}

	protected function order_at( string $mode, string $email, array $refunds ): OrderRef {
		return new OrderRef( 'edd', $this->an_order( [ 'email' => $email, 'total' => self::TOTAL, 'gateway' => $mode, 'refunds' => $refunds ] ) );
	}

	protected function paid_out( OrderRef $order ): int {
		return $this->paid_by_bank( $order->id );
	}

	/** @return list<string> */
	protected function payouts( OrderRef $order ): array {
		return Bank::payouts( $order->id );
	}
}
