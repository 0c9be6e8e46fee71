<?php
declare( strict_types=1 );

namespace Amicable\Tests\Faults\EasyDigitalDownloads;

use Amicable\Mode;
use Amicable\Stores\OrderRef;
use Amicable\Tests\Integration\Runs\PreviewTestCase;
use Amicable\Tests\RealStores\Support\Bank;
use Amicable\Tests\RealStores\Support\MakesEddOrders;
use Amicable\Tests\Support\Tally;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** Customers of every mixture at the real Easy Digital Downloads. */
#[Group( 'faults' )]
final class PreviewTest extends PreviewTestCase {

	use MakesEddOrders {
		paid_out as private paid_by_bank;
	}

	/** Each slice begins with an empty shop. */
	private const SLICES = 10;

	private const OF_EACH = 30;

	private const CURRENCIES = [ 'USD', 'EUR', 'JPY', 'KRW', 'KWD', 'TRY' ];

	private const GATEWAYS = [ 'ok', 'ok', 'decline', 'timeout', 'exception', 'error', 'none' ];

	/** Their wires in these tests speak of hundredths only. */
	private const HUNDREDTHS = [ 'stripe', 'stripe_decline', 'stripe_timeout', 'standard', 'standard_timeout' ];

	private const STATES = [ 'paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'edd_subscription', 'revoked', 'unpaid', 'failed', 'disputed' ];

	/** @var array<int, string> */
	private array $modes = [];

	/** @return iterable<string, array{int}> */
	public static function slices(): iterable {
		foreach ( Tally::share( self::SLICES ) as $slice ) {
			yield "slice $slice" => [ self::OF_EACH ];
		}
	}

	#[DataProvider( 'slices' )]
	public function test_what_the_plan_promises_is_what_is_paid_to_the_minor_unit( int $customers ): void {
		$this->compare_all( 'preview_edd', $customers );
	}

	protected function mode(): Mode {
		return Mode::Live;
	}

	protected function any_order( string $email ): OrderRef {
		$state    = self::STATES[ array_rand( self::STATES ) ];
		$total    = mt_rand( 2, 20_000_000 );
		$refunds  = $state === 'paid' && mt_rand( 0, 2 ) === 0 ? [ mt_rand( 1, $total - 1 ) ] : [];
		$currency = self::CURRENCIES[ array_rand( self::CURRENCIES ) ];
		$gateways = in_array( $currency, [ 'USD', 'EUR' ], true ) ? [ ...self::GATEWAYS, ...self::HUNDREDTHS ] : self::GATEWAYS;
		$gateway  = $gateways[ array_rand( $gateways ) ];
		$order    = $this->an_order(
			[
				'email'    => $email,
				'total'    => $total,
				'tax'      => mt_rand( 0, 1 ) * mt_rand( 0, intdiv( $total, 5 ) ),
				'shipping' => mt_rand( 0, 1 ) * mt_rand( 0, intdiv( $total, 10 ) ),
				'currency' => $currency,
				'gateway'  => $gateway,
				'state'    => $state,
				'free'     => mt_rand( 0, 4 ) === 0,
				'refunds'  => $refunds,
				'age_days' => mt_rand( 0, 400 ),
			]
		);
		$this->modes[ $order ] = $gateway;
		$ref                   = new OrderRef( 'edd', $order );
		$this->graph->projector()->order_changed( $ref );

		return $ref;
	}

	protected function pays( OrderRef $order ): bool {
		return ! str_contains( $this->modes[ $order->id ], 'decline' );
	}

	protected function books_first(): bool {
		return true;
	}

	protected function paid_out( OrderRef $order ): int {
		return $this->paid_by_bank( $order->id );
	}

	/** @return list<string> */
	protected function payouts( OrderRef $order ): array {
		return Bank::payouts( $order->id );
	}
}
