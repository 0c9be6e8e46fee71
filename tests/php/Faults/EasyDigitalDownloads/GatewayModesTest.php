<?php
declare( strict_types=1 );

namespace Amicable\Tests\Faults\EasyDigitalDownloads;

use Amicable\Stores\OrderRef;
use Amicable\Tests\Faults\GatewayModesTestCase;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\EddProviders;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\RealStores\Support\StripeWire;
use EDD\Vendor\Stripe\Event;
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
		$ways = [ 'decline', 'silent', 'timeout', 'broken', 'exception', 'error', 'liar', 'less', 'early', 'early_lost', 'twice' ];
		$all  = [ 'ok', 'stripe', 'standard', 'none', 'gone' ];
		foreach ( [ '', 'stripe_', 'standard_' ] as $provider ) {
			$all = [ ...$all, ...array_map( static fn ( string $way ): string => $provider . $way, $ways ) ];
		}

		return $all;
	}

	protected function tell_twice( string $mode, OrderRef $order ): void {
		$edd    = edd_get_order( $order->id );
		$amount = number_format( $this->paid_out( $order ) / 100, 2, '.', '' );
		$refund = array_values( edd_get_order_refunds( $order->id ) )[0];
		foreach ( [ 1, 2 ] as $message ) {
			match ( EddProviders::gateway( $mode ) ) {
				'stripe' => StripeWire::message( $order->id, $edd->get_transaction_id() ),
				'paypal' => EddProviders::ipn( $order->id, $amount ),
				default  => EddProviders::message( $order->id, $mode, $amount, 'USD', $refund->get_transaction_id() ),
			};
		}
	}

	/** Stripe sends a message; PayPal sends none and has to be asked. */
	protected function fail_later( OrderRef $order ): void {
		$edd    = edd_get_order( $order->id );
		$refund = array_values( edd_get_order_refunds( $order->id ) )[0];
		if ( $edd->gateway === 'stripe' ) {
			$object = [ 'id' => "re_$order->id", 'object' => 'refund', 'charge' => (string) $edd->get_transaction_id(), 'amount' => $this->paid_out( $order ), 'currency' => 'usd', 'status' => 'failed' ];
			do_action( 'edds_stripe_event_refund.failed', Event::constructFrom( [ 'id' => "evt_failed_$order->id", 'object' => 'event', 'type' => 'refund.failed', 'livemode' => true, 'created' => time(), 'data' => [ 'object' => $object ] ] ) );
		} else {
			EddProviders::$fates[ (string) $refund->get_transaction_id() ] = 'FAILED';
		}
	}

	protected function failing_later(): array {
		return [ 'ok', 'early', 'stripe', 'stripe_early' ];
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
