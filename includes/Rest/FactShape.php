<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Stores\DisputeStatus;
use Amicable\Stores\Stores;
use Closure;

/** Orders of a customer in REST's words. */
final class FactShape {

	/** What a person needs to open an order's own screen. */
	private const MAY_OPEN = [
		'woocommerce' => 'edit_shop_orders',
		'edd'         => 'edit_shop_payments',
		'sample'      => Capability::VIEW,
	];

	/** @param Closure(): Stores $stores */
	public function __construct( private readonly Closure $stores ) {
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<array<string, mixed>>
	 */
	public function orders( array $rows ): array {
		$sees = current_user_can( Capability::MONEY );

		return array_map(
			fn ( array $row ): array => [
				'ref'         => [
					'store' => (string) $row['store'],
					'id'    => (int) $row['order_id'],
				],
				'number'      => (string) $row['number'],
				'kind'        => $row['kind'] === 'renewal' ? 'renewal' : 'sale',
				'status'      => (string) $row['status'],
				'paid'        => $row['paid'] === '1',
				'gateway'     => (string) $row['gateway'],
				'dispute'     => DisputeStatus::worse( (string) $row['dispute'], (string) $row['told'] )->value,
				'dispute_id'  => $row['dispute_id'] === null ? null : (int) $row['dispute_id'],
				'kept_closed' => (int) $row['closures'] > 0,
				'url'         => $this->order_url( (string) $row['store'], (int) $row['order_id'] ),
				'created_at'  => Shape::time( $row['created_at'] ),
				'paid_at'     => Shape::time( $row['paid_at'] ),
			] + ( $sees ? [ 'money' => self::order_money( $row ) ] : [] ),
			$rows
		);
	}

	/** Null for who may not open it, and when the store is not there any more. */
	public function order_url( string $store, int $order_id ): ?string {
		try {
			return current_user_can( self::MAY_OPEN[ $store ] ?? 'manage_options' ) ? ( $this->stores )()->get( $store )->order_url( $order_id ) : null;
		} catch ( AmicableException ) {
			return null;
		}
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private static function order_money( array $row ): array {
		$currency = (string) $row['currency'];

		return [
			'total'     => Shape::money( $row['total'], $currency ),
			'tax'       => Shape::money( $row['tax'], $currency ),
			'shipping'  => Shape::money( $row['shipping'], $currency ),
			'refunded'  => Shape::money( $row['refunded'], $currency ),
			'remaining' => Shape::money( (int) $row['total'] - (int) $row['refunded'], $currency ),
			'fee'       => Shape::money( $row['fee'], $currency ),
		];
	}
}
