<?php
declare( strict_types=1 );

namespace Amicable\Tests\Support;

use Amicable\Licensing\Activation;
use Amicable\Licensing\License;
use Amicable\Licensing\Subscription;
use Amicable\Offboarding\Method;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Values\Money;
use DateTimeImmutable;

/** Values for tests that know no WordPress. */
final class SomeOrders {

	/** @param array{total?: int, currency?: string, refunded?: int, paid?: bool, status?: string, dispute?: 'none'|'open'|'won'|'lost'|'warning', gateway_refunds?: bool, why_not?: string|null, refunds?: list<\Amicable\Stores\Refund>, test_mode?: bool, fee?: int|null, day?: int, user?: string} $spec */
	public static function order( int $id, array $spec = [] ): Order {
		$currency = $spec['currency'] ?? 'USD';
		$money    = static fn ( int $minor ): Money => new Money( $minor, $currency );

		return new Order(
			ref: new OrderRef( 'sample', $id ),
			number: "S-$id",
			user_id: 0,
			email: 'buyer@example.com',
			name: 'Buyer',
			status: $spec['status'] ?? 'completed',
			paid: $spec['paid'] ?? true,
			total: $money( $spec['total'] ?? 4900 ),
			tax: $money( 0 ),
			shipping: $money( 0 ),
			refunded: $money( $spec['refunded'] ?? 0 ),
			refunded_tax: $money( 0 ),
			refunded_shipping: $money( 0 ),
			fee: isset( $spec['fee'] ) ? $money( $spec['fee'] ) : null,
			gateway: 'toy',
			gateway_title: 'Toy',
			gateway_refunds: $spec['gateway_refunds'] ?? true,
			why_not: $spec['why_not'] ?? null,
			dispute: $spec['dispute'] ?? 'none',
			kind: 'sale',
			created_at: new DateTimeImmutable( '2026-01-' . str_pad( (string) ( $spec['day'] ?? 1 ), 2, '0', STR_PAD_LEFT ) ),
			paid_at: new DateTimeImmutable( '2026-01-01' ),
			refunds: $spec['refunds'] ?? [],
			test_mode: $spec['test_mode'] ?? false,
		);
	}

	/**
	 * @param list<int>    $orders
	 * @param list<string> $sites
	 * @param 'active'|'inactive'|'expired'|'disabled' $status
	 */
	public static function license( string $id, array $orders, array $sites = [], string $status = 'active' ): License {
		$activations = array_map( static fn ( string $site ): Activation => new Activation( md5( $site ), $site ), $sites );

		return new License( 'sample', $id, "••••-$id", 'Forms', array_map( static fn ( int $order ): OrderRef => new OrderRef( 'sample', $order ), $orders ), $status, null, true, $activations );
	}

	/** @param list<int> $orders */
	public static function subscription( string $id, array $orders, bool $charging = true ): Subscription {
		return new Subscription( 'sample', $id, 'Forms, yearly', array_map( static fn ( int $order ): OrderRef => new OrderRef( 'sample', $order ), $orders ), $charging ? 'active' : 'cancelled', $charging, new Money( 4900, 'USD' ), null, null );
	}

	/**
	 * @param list<int>            $orders
	 * @param array<string, mixed> $evidence
	 */
	public static function step( int $id, StepKind $kind, StepState $state, array $orders = [], ?DateTimeImmutable $lease_until = null, array $evidence = [] ): Step {
		return new Step(
			id: $id,
			run_id: 1,
			key: "$kind->value:sample:$id",
			kind: $kind,
			store: 'sample',
			target: (string) ( $orders[0] ?? $id ),
			label: '',
			state: $state,
			amount: $kind->moves_money() ? new Money( 4900, 'USD' ) : null,
			method: $kind->moves_money() ? Method::Gateway : null,
			orders: array_map( static fn ( int $order ): OrderRef => new OrderRef( 'sample', $order ), $orders ),
			evidence: $evidence,
			lease_until: $lease_until,
		);
	}
}
