<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Offboarding\StepKind;
use Amicable\Storage\Customers;
use Amicable\Storage\OrderFacts;
use Amicable\Stores\OrderRef;

/** A row of the log in the words of REST. */
final class LogShape {

	/** Steps that name the order they are about. */
	private const OF_ORDERS = [ StepKind::Refund->value, StepKind::Note->value ];

	public function __construct(
		private readonly Customers $customers,
		private readonly OrderFacts $orders,
		private readonly FactShape $facts,
	) {
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	public function entry( array $row ): array {
		$customer = $row['customer_id'] === null ? null : (int) $row['customer_id'];
		$details  = $this->details( $row['payload'] );

		return [
			'id'            => (int) $row['id'],
			'at'            => Shape::time( $row['at'] ),
			'user_id'       => (int) $row['user_id'],
			'who'           => Words::who( (int) $row['user_id'] ),
			'what'          => (string) $row['what'],
			'label'         => LogWords::what( (string) $row['what'] ),
			'object'        => (string) $row['object'],
			'object_id'     => (int) $row['object_id'],
			'customer_id'   => $customer,
			'customer_name' => $customer === null ? null : $this->name( $customer ),
			'erased'        => $details === null,
			'details'       => $details ?? [],
			'chain_hash'    => (string) $row['chain_hash'],
		];
	}

	private function name( int $customer_id ): ?string {
		$row  = $this->customers->row( $customer_id );
		$name = (string) ( $row['name'] ?? '' );
		$name = $name === '' ? (string) ( $row['email'] ?? '' ) : $name;

		return $name === '' ? null : $name;
	}

	/** @return list<array{label: string, value: string, url: string|null}>|null Null: what stood there was erased. */
	private function details( ?string $payload ): ?array {
		$fields = $payload === null ? null : json_decode( $payload, true );
		if ( ! is_array( $fields ) ) {
			return null;
		}
		$details = [];
		foreach ( $fields as $key => $value ) {
			if ( is_scalar( $value ) && $value !== '' ) {
				$order     = is_string( $value ) ? self::order_of( (string) $key, $value ) : null;
				$details[] = [
					'label' => LogWords::detail( (string) $key ),
					'value' => is_bool( $value ) ? ( $value ? __( 'yes', 'amicable' ) : __( 'no', 'amicable' ) ) : FactWords::of( (string) $key, (string) $value, $order === null ? null : $this->orders->number_of( $order ) ),
					'url'   => $order === null ? null : $this->facts->order_url( $order->store, $order->id ),
				];
			}
		}

		return $details;
	}

	/** `sample:12` where an order stands, `refund:sample:12` where a step on one does. */
	private static function order_of( string $key, string $value ): ?OrderRef {
		$parts = explode( ':', $value );
		if ( $key === 'step' && in_array( array_shift( $parts ), self::OF_ORDERS, true ) || $key === 'order' ) {
			[ $store, $id ] = $parts + [ '', '' ];

			return count( $parts ) === 2 && ctype_digit( $id ) && (int) $id > 0 ? new OrderRef( $store, (int) $id ) : null;
		}

		return null;
	}
}
