<?php
declare( strict_types=1 );

namespace Amicable\Tests\Faults\WooCommerce;

use ActionScheduler;
use Amicable\Mode;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Integration\Runs\RenewalClockTestCase;
use Amicable\Tests\RealStores\Support\FakeGateway;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\RealStores\Support\MakesSubscriptions;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/** The real WooCommerce Subscriptions: each of its scheduled actions of the next 13 months is carried out, and those that they schedule. */
#[Group( 'faults' )]
final class RenewalClockTest extends RenewalClockTestCase {

	use MakesOrders {
		paid_out as private paid_by_bank;
	}
	use MakesSubscriptions;

	private const ROUNDS = 30;

	/** @var array<string, int> */
	private array $charges = [];

	public function test_nobody_who_left_is_charged_again(): void {
		add_action( 'woocommerce_scheduled_subscription_payment_' . FakeGateway::id_of( 'ok' ), $this->charge( ... ), 10, 2 );
		$this->compare_all( 'renewals_woocommerce' );
	}

	protected function mode(): Mode {
		return Mode::Live;
	}

	protected function a_subscriber( string $email ): array {
		$order = $this->an_order( [ 'email' => $email, 'user_id' => (int) wp_create_user( $email, wp_generate_password(), $email ) ] );

		return [ new OrderRef( 'woocommerce', $order ), (string) $this->a_subscription_for( $order ) ];
	}

	protected function charges_until( DateTimeImmutable $until ): array {
		for ( $round = 0; $round < self::ROUNDS; $round++ ) {
			$due = as_get_scheduled_actions(
				[
					'status'       => 'pending',
					'search'       => 'subscription',
					'date'         => $until->format( 'Y-m-d H:i:s' ),
					'date_compare' => '<=',
					'per_page'     => 500,
				],
				'ids'
			);
			foreach ( $due as $action ) {
				ActionScheduler::runner()->process_action( $action, 'Amicable tests' );
			}
		}

		return $this->charges;
	}

	protected function paid_out( OrderRef $order ): int {
		return $this->paid_by_bank( $order->id );
	}

	/** What a gateway does when Subscriptions asks it for the money of a renewal. */
	private function charge( mixed $amount, WC_Order $renewal ): void {
		foreach ( array_keys( wcs_get_subscriptions_for_renewal_order( $renewal ) ) as $id ) {
			$this->charges[ (string) $id ] = ( $this->charges[ (string) $id ] ?? 0 ) + 1;
		}
		$renewal->payment_complete( "ch_{$renewal->get_id()}" );
	}
}
