<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Storage\ChargeLocks;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Stores;
use Closure;
use InvalidArgumentException;

/** What the panel on an order shows (`orders.card`), from the account row: the page that prints it asks nobody else. */
final class OrderCard {

	/** What may be started from an order => capability. */
	private const ACTS = [
		'refund'      => Capability::OFFBOARD,
		'part_ways'   => Capability::OFFBOARD,
		'log_contact' => Capability::LOG,
		'propose'     => Capability::CASES,
	];

	public function __construct(
		private readonly ChargeLocks $orders,
		private readonly Stores $stores,
		private readonly CustomerShape $customers,
		private readonly LockShape $locks,
	) {
	}

	/**
	 * @return array<string, mixed>
	 * @throws AmicableException 404, or 409 when the store is not active.
	 */
	public function of( string $store, int $order_id ): array {
		return $this->card( $store, $order_id, $this->locks->of( ... ) );
	}

	/**
	 * For a page of others, in five questions: without whom to forward to.
	 *
	 * @return array<string, mixed>
	 * @throws AmicableException As above.
	 */
	public function printed( string $store, int $order_id ): array {
		return $this->card( $store, $order_id, $this->locks->notice( ... ) );
	}

	/**
	 * @param Closure(int): (array<string, mixed>|null) $lock
	 * @return array<string, mixed>
	 */
	private function card( string $store, int $order_id, Closure $lock ): array {
		try {
			$ref = new OrderRef( $store, $order_id );
		} catch ( InvalidArgumentException ) {
			throw self::missing();
		}
		$head     = $this->orders->head_of( $ref );
		$customer = $head['customer_id'] ?? null;
		$number   = $head['number'] ?? ( $this->stores->order( $ref ) ?? throw self::missing() )->number;

		return [
			'order'    => $ref->to_array(),
			'number'   => $number,
			'customer' => $customer === null ? null : $this->customers->rows( [ $customer ] )[0] ?? null,
			'lock'     => $customer === null ? null : $lock( $customer ),
			'charge'   => isset( $head['lock'] ) ? ChargeShape::lock( $head['lock'] ) : null,
			'allowed'  => array_keys( array_filter( self::ACTS, current_user_can( ... ) ) ),
		];
	}

	private static function missing(): AmicableException {
		return new AmicableException( 'amicable_order_missing', __( 'There is no such order in this store.', 'amicable' ), 404 );
	}
}
