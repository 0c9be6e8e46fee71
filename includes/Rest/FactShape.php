<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Storage\CustomerFacts;
use Amicable\Stores\Stores;
use Closure;

/** Orders, tickets and evidence of a customer in REST's words. */
final class FactShape {

	/** What a person needs to open an order's own screen. */
	private const MAY_OPEN = [
		'woocommerce' => 'edit_shop_orders',
		'edd'         => 'edit_shop_payments',
		'sample'      => Capability::VIEW,
	];

	/** @param Closure(): Stores $stores */
	public function __construct(
		private readonly Closure $stores,
		private readonly CustomerFacts $facts,
	) {
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<array<string, mixed>>
	 */
	public function orders( array $rows ): array {
		$sees = current_user_can( Capability::MONEY );

		return array_map(
			fn ( array $row ): array => [
				'ref'        => [
					'store' => (string) $row['store'],
					'id'    => (int) $row['order_id'],
				],
				'number'     => (string) $row['number'],
				'kind'       => $row['kind'] === 'renewal' ? 'renewal' : 'sale',
				'status'     => (string) $row['status'],
				'paid'       => $row['paid'] === '1',
				'gateway'    => (string) $row['gateway'],
				'dispute'    => $row['dispute'] === '' ? 'none' : (string) $row['dispute'],
				'url'        => $this->order_url( (string) $row['store'], (int) $row['order_id'] ),
				'created_at' => Shape::time( $row['created_at'] ),
				'paid_at'    => Shape::time( $row['paid_at'] ),
			] + ( $sees ? [ 'money' => self::order_money( $row ) ] : [] ),
			$rows
		);
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<array<string, mixed>>
	 */
	public function tickets( array $rows ): array {
		$seconds = $this->facts->seconds( array_map( static fn ( array $row ): int => (int) $row['id'], $rows ) );

		return array_map( static fn ( array $row ): array => self::ticket( $row, $seconds[ (int) $row['id'] ] ?? [ 'measured' => 0, 'estimated' => 0 ] ), $rows );
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<array<string, mixed>>
	 */
	public function evidence( array $rows ): array {
		return array_map(
			static fn ( array $row ): array => [
				'ticket_id'  => $row['ticket_id'] === null ? null : (int) $row['ticket_id'],
				'message_id' => $row['message_id'] === null ? null : (int) $row['message_id'],
				'quote'      => $row['quote'],
				'at'         => Shape::time( $row['at'] ),
				'url'        => $row['url'],
				'id'         => (int) $row['id'],
				'pattern'    => (string) $row['pattern'],
				'rule'       => (string) $row['rule'],
				'muted'      => $row['muted'] === '1',
			],
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

	/**
	 * @param array<string, string|null>           $row
	 * @param array{measured: int, estimated: int} $seconds Measured time wins over what was estimated.
	 * @return array<string, mixed>
	 */
	private static function ticket( array $row, array $seconds ): array {
		$tags    = json_decode( (string) $row['tags'], true );
		$waiting = $row['last_customer_at'] !== null && $row['last_customer_at'] > (string) $row['last_agent_at'] && in_array( $row['status'], [ 'open', 'pending' ], true );

		return [
			'id'              => (int) $row['id'],
			'source'          => (string) $row['source'],
			'external_id'     => (string) $row['external_id'],
			'url'             => $row['url'] === '' ? null : $row['url'],
			'channel'         => (string) $row['channel'],
			'status'          => (string) $row['status'],
			'subject'         => (string) $row['subject'],
			'tags'            => is_array( $tags ) ? array_values( array_filter( $tags, is_string( ... ) ) ) : [],
			'cause'           => $row['cause'],
			'is_new'          => $row['is_new'] === '1',
			'duplicate_of'    => $row['duplicate_of'] === null ? null : (int) $row['duplicate_of'],
			'before_purchase' => $row['before_purchase'] === '1',
			'docs_answered'   => $row['docs_answered'] === null ? null : $row['docs_answered'] === '1',
			'waiting_since'   => $waiting ? Shape::time( $row['last_customer_at'] ) : null,
			'seconds'         => $seconds['measured'] > 0 ? $seconds['measured'] : $seconds['estimated'],
			'measured'        => $seconds['measured'] > 0,
			'created_at'      => Shape::time( $row['created_at'] ),
			'updated_at'      => Shape::time( $row['updated_at'] ),
		];
	}
}
