<?php
declare( strict_types=1 );

namespace Amicable\Practice;

use Amicable\Storage\Database;
use Amicable\Values\Money;
use DateTimeImmutable;

/** The made-up sales as rows of the sample shop's tables, all with fixed ids, so that loading twice writes the same once. */
final class ShopRows {

	/** @var array<string, list<array<string, scalar|null>>> */
	private array $rows = [
		'shop_orders'        => [],
		'shop_lines'         => [],
		'shop_refunds'       => [],
		'shop_payouts'       => [],
		'shop_downloads'     => [],
		'shop_licenses'      => [],
		'shop_sites'         => [],
		'shop_subscriptions' => [],
	];

	private function __construct( private readonly int $seed ) {
	}

	/**
	 * @param list<Sale> $sales
	 * @return array<string, list<array<string, scalar|null>>> By table.
	 */
	public static function of( array $sales, int $seed ): array {
		$made = new self( $seed );
		foreach ( $sales as $sale ) {
			$made->order( $sale );
			$made->lines( $sale );
			$made->refunds( $sale );
			$made->access( $sale );
		}

		return $made->rows;
	}

	private function order( Sale $sale ): void {
		$knows_fee = ! in_array( $sale->gateway, [ 'toy_manual', 'toy_nolookup' ], true );

		$this->rows['shop_orders'][] = [
			'id'             => $sale->id,
			'number'         => 'P-' . ( 10_000 + $sale->id ),
			'user_id'        => $sale->person->user_id,
			'email'          => $sale->email,
			'name'           => $sale->person->name,
			'status'         => $sale->status,
			'currency'       => $sale->price->currency,
			'total'          => $sale->total()->minor,
			'tax'            => $sale->tax()->minor,
			'shipping'       => $sale->shipping->minor ?? 0,
			'fee'            => $knows_fee && $sale->paid ? $sale->total()->times( 29, 1_000 )->minor : null,
			'gateway'        => $sale->gateway,
			'transaction_id' => $this->transaction( $sale ),
			'dispute'        => $sale->dispute,
			'kind'           => $sale->kind(),
			'parent_id'      => $sale->parent->id ?? 0,
			'rate'           => $sale->has_rate ? Catalog::rate( $sale->price->currency, $sale->at ) : null,
			'rate_to'        => $sale->has_rate ? 'USD' : null,
			'locale'         => $sale->person->locale(),
			'created_at'     => Database::time( $sale->at ),
			'paid_at'        => $sale->paid ? Database::time( $sale->at->modify( '+2 minutes' ) ) : null,
		];
	}

	private function lines( Sale $sale ): void {
		$each = intdiv( $sale->price->minor, count( $sale->products ) );
		foreach ( $sale->products as $place => $product ) {
			$rest = $place === 0 ? $sale->price->minor - $each * count( $sale->products ) : 0;
			$this->add(
				'shop_lines',
				[
					'order_id'   => $sale->id,
					'product_id' => $product,
					'name'       => Catalog::PRODUCTS[ $product ][0],
					'total'      => $each + $rest,
				]
			);
			$this->add(
				'shop_downloads',
				[
					'order_id' => $sale->id,
					'file'     => Catalog::PRODUCTS[ $product ][1] . '.zip',
					'is_open'  => $sale->paid && $sale->downloads_open ? 1 : 0,
				]
			);
		}
	}

	/** Tax and shipping go back in proportion, as the shop's own till does it. What was paid by hand is marked as settled. */
	private function refunds( Sale $sale ): void {
		$total  = $sale->total();
		$before = Money::zero( $total->currency );
		foreach ( $sale->refunds as $refund ) {
			$after    = $before->plus( $refund['amount'] );
			$shipping = $sale->shipping ?? Money::zero( $total->currency );
			$part     = static fn ( Money $of ): int => $of->times( $after->minor, $total->minor )->minor - $of->times( $before->minor, $total->minor )->minor;
			$this->add(
				'shop_refunds',
				[
					'order_id'    => $sale->id,
					'amount'      => $refund['amount']->minor,
					'tax'         => $part( $sale->tax() ),
					'shipping'    => $part( $shipping ),
					'by_gateway'  => $refund['by_gateway'] ? 1 : 0,
					'reason'      => $refund['reason'],
					'request_key' => $refund['by_gateway'] ? null : hash( 'sha256', "settled:$sale->id:$after->minor" ),
					'created_at'  => Database::time( $refund['at'] ),
				]
			);
			if ( $refund['by_gateway'] ) {
				$this->payout( $sale, $refund['amount'], $refund['at'] );
			}
			$before = $after;
		}
	}

	private function payout( Sale $sale, Money $amount, DateTimeImmutable $at ): void {
		$this->add(
			'shop_payouts',
			[
				'transaction_id' => $this->transaction( $sale ),
				'request_key'    => null,
				'currency'       => $amount->currency,
				'amount'         => $amount->minor,
				'created_at'     => Database::time( $at ),
			]
		);
	}

	private function access( Sale $sale ): void {
		foreach ( $sale->licenses as $license ) {
			$key = strtoupper( implode( '-', str_split( substr( hash( 'sha256', "$this->seed:license:$sale->id" ), 0, 16 ), 4 ) ) );
			$id  = $this->add(
				'shop_licenses',
				[
					'order_id'    => $sale->id,
					'license_key' => $key,
					'product'     => $license['product'],
					'status'      => $license['status'],
					'expires_at'  => $license['expires_at'] === null ? null : Database::time( $license['expires_at'] ),
				]
			);
			foreach ( $license['sites'] as $site ) {
				$this->add(
					'shop_sites',
					[
						'license_id' => $id,
						'site'       => $site,
					]
				);
			}
		}
		if ( $sale->subscription !== null ) {
			$this->add(
				'shop_subscriptions',
				[
					'order_id'        => $sale->id,
					'label'           => $sale->subscription['label'],
					'status'          => $sale->subscription['status'],
					'currency'        => $sale->price->currency,
					'amount'          => $sale->price->minor,
					'next_payment_at' => $sale->subscription['next_payment_at'] === null ? null : Database::time( $sale->subscription['next_payment_at'] ),
					'ends_at'         => $sale->subscription['ends_at'] === null ? null : Database::time( $sale->subscription['ends_at'] ),
				]
			);
		}
	}

	/** @param array<string, scalar|null> $row */
	private function add( string $table, array $row ): int {
		$id                     = count( $this->rows[ $table ] ) + 1;
		$this->rows[ $table ][] = [ 'id' => $id ] + $row;

		return $id;
	}

	private function transaction( Sale $sale ): string {
		return 'toy_' . substr( hash( 'sha256', "$this->seed:payment:$sale->id" ), 0, 20 );
	}
}
