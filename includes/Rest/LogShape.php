<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Storage\Customers;

/** A row of the log in the words of REST. */
final class LogShape {

	public function __construct( private readonly Customers $customers ) {
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	public function entry( array $row ): array {
		$customer = $row['customer_id'] === null ? null : (int) $row['customer_id'];
		$details  = self::details( $row['payload'] );

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

	/** @return list<array{label: string, value: string}>|null Null: what stood there was erased. */
	private static function details( ?string $payload ): ?array {
		$fields = $payload === null ? null : json_decode( $payload, true );
		if ( ! is_array( $fields ) ) {
			return null;
		}
		$details = [];
		foreach ( $fields as $key => $value ) {
			if ( is_scalar( $value ) && $value !== '' ) {
				$details[] = [
					'label' => LogWords::detail( (string) $key ),
					'value' => is_bool( $value ) ? ( $value ? __( 'yes', 'amicable' ) : __( 'no', 'amicable' ) ) : FactWords::of( (string) $key, (string) $value ),
				];
			}
		}

		return $details;
	}
}
