<?php
declare( strict_types=1 );

namespace Amicable\Tests\Faults\WooCommerce;

use Amicable\Stores\OrderRef;
use Amicable\Tests\Faults\GatewayModesTestCase;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\FakeGateway;
use Amicable\Tests\RealStores\Support\MakesOrders;
use PHPUnit\Framework\Attributes\Group;

/** The real WooCommerce. */
#[Group( 'faults' )]
final class GatewayModesTest extends GatewayModesTestCase {

	use MakesOrders {
		paid_out as private paid_by_bank;
	}

	public function test_no_way_of_failing_pays_twice_or_is_called_done_without_proof(): void {
		$this->walk_all( 'gateway_modes_woocommerce' );
	}

	protected function modes(): array {
		return FakeGateway::MODES;
	}

	/** Its messages come where WooCommerce has written everything, and once more now. */
	protected function tell_twice( string $mode, OrderRef $order ): void {
		wc_create_refund( [ 'order_id' => $order->id, 'amount' => (string) ( $this->paid_out( $order ) / 100 ), 'reason' => 'Refunded at the provider' ] );
	}

	/** As Stripe's plugin does with its latest record. */
	protected function fail_later( OrderRef $order ): void {
		$this->wc_order( $order->id )->get_refunds()[0]->delete( true );
	}

	protected function failing_later(): array {
		return [ 'ok', 'proof' ];
	}

	protected function order_at( string $mode, string $email, array $refunds ): OrderRef {
		return new OrderRef( 'woocommerce', $this->an_order( [ 'email' => $email, 'total' => self::TOTAL, 'gateway' => $mode, 'refunds' => $refunds ] ) );
	}

	protected function paid_out( OrderRef $order ): int {
		return $this->paid_by_bank( $order->id );
	}

	/** @return list<string> */
	protected function payouts( OrderRef $order ): array {
		return Bank::payouts( $order->id );
	}
}
