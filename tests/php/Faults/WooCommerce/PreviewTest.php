<?php
declare( strict_types=1 );

namespace Amicable\Tests\Faults\WooCommerce;

use Amicable\Mode;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Integration\Runs\PreviewTestCase;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\FakeGateway;
use Amicable\Tests\RealStores\Support\MakesOrders;
use Amicable\Tests\Support\Tally;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** Customers of every mixture at the real WooCommerce. */
#[Group( 'faults' )]
final class PreviewTest extends PreviewTestCase {

	use MakesOrders {
		paid_out as private paid_by_bank;
	}

	/** Each slice begins with an empty shop. */
	private const SLICES = 10;

	private const OF_EACH = 30;

	private const CURRENCIES = [ 'USD', 'EUR', 'JPY', 'KRW', 'KWD', 'TRY' ];

	/** Those that tell the truth in the end; one that says yes and does not pay is believed, and its receipt says so. */
	private const GATEWAYS = [ 'ok', 'ok', 'proof', 'decline', 'timeout', 'exception', 'error', 'none' ];

	private const STATES = [ 'paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'processing', 'on-hold', 'unpaid', 'failed', 'disputed' ];

	/** @return iterable<string, array{int}> */
	public static function slices(): iterable {
		foreach ( Tally::share( self::SLICES ) as $slice ) {
			yield "slice $slice" => [ self::OF_EACH ];
		}
	}

	#[DataProvider( 'slices' )]
	public function test_what_the_plan_promises_is_what_is_paid_to_the_minor_unit( int $customers ): void {
		$this->compare_all( 'preview_woocommerce', $customers );
	}

	protected function mode(): Mode {
		return Mode::Live;
	}

	protected function any_order( string $email ): OrderRef {
		$state   = self::STATES[ array_rand( self::STATES ) ];
		$total   = mt_rand( 2, 20_000_000 );
		$refunds = $state === 'paid' && mt_rand( 0, 2 ) === 0 ? [ mt_rand( 1, $total - 1 ) ] : [];
		$order   = $this->an_order(
			[
				'email'    => $email,
				'total'    => $total,
				'tax'      => mt_rand( 0, 1 ) * mt_rand( 0, intdiv( $total, 5 ) ),
				'shipping' => mt_rand( 0, 1 ) * mt_rand( 0, intdiv( $total, 10 ) ),
				'currency' => self::CURRENCIES[ array_rand( self::CURRENCIES ) ],
				'gateway'  => self::GATEWAYS[ array_rand( self::GATEWAYS ) ],
				'state'    => $state,
				'free'     => mt_rand( 0, 4 ) === 0,
				'refunds'  => $refunds,
			]
		);
		$ref     = new OrderRef( 'woocommerce', $order );
		$this->graph->projector()->order_changed( $ref );

		return $ref;
	}

	protected function pays( OrderRef $order ): bool {
		return $this->wc_order( $order->id )->get_payment_method() !== FakeGateway::id_of( 'decline' );
	}

	protected function paid_out( OrderRef $order ): int {
		return $this->paid_by_bank( $order->id );
	}

	/** @return list<string> */
	protected function payouts( OrderRef $order ): array {
		return Bank::payouts( $order->id );
	}
}
