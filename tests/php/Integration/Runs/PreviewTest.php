<?php
declare( strict_types=1 );

namespace Amicable\Tests\Integration\Runs;

use Amicable\Stores\OrderRef;
use Amicable\Tests\Support\Tally;
use Amicable\Values\Money;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** Customers of every mixture at the sample shop. */
#[Group( 'faults' )]
final class PreviewTest extends PreviewTestCase {

	/** Each slice begins with an empty shop: the sample shop is looked through from end to end, so that a full one would only take longer. */
	private const SLICES = 40;

	private const OF_EACH = 250;

	private const FEW = 40;

	/** Currencies without, with two and with three decimals. */
	private const CURRENCIES = [ 'USD', 'EUR', 'JPY', 'KRW', 'KWD', 'TRY' ];

	private const GATEWAYS = [ 'toy', 'toy', 'toy_nolookup', 'toy_manual', 'toy_decline', 'toy_lost', 'toy_timeout' ];

	private const DISPUTES = [ 'none', 'none', 'none', 'none', 'none', 'none', 'won', 'open', 'lost' ];

	/** @return iterable<string, array{int}> */
	public static function slices(): iterable {
		foreach ( Tally::share( Tally::is_whole() ? self::SLICES : 1 ) as $slice ) {
			yield "slice $slice" => [ Tally::is_whole() ? self::OF_EACH : self::FEW ];
		}
	}

	#[DataProvider( 'slices' )]
	public function test_what_the_plan_promises_is_what_is_paid_to_the_minor_unit( int $customers ): void {
		$this->compare_all( 'preview', $customers );
	}

	protected function any_order( string $email ): OrderRef {
		$total = mt_rand( 1, 20_000_000 );
		$paid  = mt_rand( 0, 9 ) > 0;
		$order = $this->order(
			[
				'email'    => $email,
				'total'    => $total,
				'currency' => self::CURRENCIES[ array_rand( self::CURRENCIES ) ],
				'gateway'  => self::GATEWAYS[ array_rand( self::GATEWAYS ) ],
				'dispute'  => self::DISPUTES[ array_rand( self::DISPUTES ) ],
				'status'   => $paid ? 'completed' : 'pending',
				'paid'     => $paid,
			],
		);
		if ( $paid && $total > 1 && mt_rand( 0, 2 ) === 0 ) {
			$this->graph->sample()->store->refund_by_hand( $order->id, new Money( mt_rand( 1, $total - 1 ), $this->remaining( $order )->currency ), 'Given back earlier' );
		}

		return $order;
	}

	protected function pays( OrderRef $order ): bool {
		return ( $this->graph->sample()->rows->orders( [ $order->id ] )[0]['gateway'] ?? '' ) !== 'toy_decline';
	}
}
