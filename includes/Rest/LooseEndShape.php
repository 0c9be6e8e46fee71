<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Capability;
use Amicable\Offboarding\LooseEndKind;
use Amicable\Storage\Claims;
use Amicable\Stores\OrderRef;

/** Loose ends in the words of REST. */
final class LooseEndShape {

	public function __construct(
		private readonly FactShape $facts,
		private readonly Claims $claims,
	) {
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<array<string, mixed>>
	 */
	public function rows( array $rows ): array {
		$runs = $this->claims->on_orders( array_map( self::order( ... ), $rows ) );
		$sees = current_user_can( Capability::MONEY );

		return array_map( fn ( array $row ): array => $this->row( $row, $runs[ self::order( $row )->key() ] ?? null ) + ( $sees ? [ 'amount' => Shape::money( $row['amount'], (string) ( $row['currency'] ?? 'USD' ) ) ] : [] ), $rows );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private function row( array $row, ?int $run_id ): array {
		$name = (string) ( $row['customer_name'] ?? '' );

		return [
			'id'            => (int) $row['id'],
			'kind'          => (string) $row['kind'],
			'state'         => (string) $row['state'],
			'customer_id'   => (int) $row['customer_id'],
			'customer_name' => $name === '' ? (string) ( $row['customer_email'] ?? '' ) : $name,
			'order'         => self::order( $row )->to_array(),
			'order_number'  => (string) $row['number'],
			'order_url'     => $this->facts->order_url( (string) $row['store'], (int) $row['order_id'] ),
			'text'          => self::text( $row ),
			'since'         => Shape::time( $row['since_at'] ),
			'next_at'       => Shape::time( $row['next_at'] ),
			'run_id'        => $run_id,
			'reason'        => $row['state'] === 'left' ? (string) $row['reason'] : null,
			'who'           => Words::who( (int) $row['left_by'] ),
		];
	}

	/** @param array<string, string|null> $row */
	private static function text( array $row ): string {
		$label = (string) $row['label'];

		return match ( LooseEndKind::tryFrom( (string) $row['kind'] ) ) {
			/* translators: %s: masked license key. */
			LooseEndKind::License       => sprintf( __( 'License %s still works, or still counts sites', 'amicable' ), $label ),
			/* translators: %s: name of a subscription. */
			LooseEndKind::Subscription  => sprintf( __( 'Subscription %s can still charge', 'amicable' ), $label ),
			/* translators: %s: name of a file. */
			LooseEndKind::Download      => sprintf( __( 'Download %s is still open', 'amicable' ), $label ),
			LooseEndKind::UnpaidRefund  => __( 'A refund is in the books, but no gateway paid it', 'amicable' ),
			LooseEndKind::RefundedTwice => __( 'More went back than was paid', 'amicable' ),
			LooseEndKind::FailedPayout  => __( 'It was given back, and the shop counts it as paid again', 'amicable' ),
			null                        => $label,
		};
	}

	/** @param array<string, string|null> $row */
	private static function order( array $row ): OrderRef {
		return new OrderRef( (string) $row['store'], (int) $row['order_id'] );
	}
}
