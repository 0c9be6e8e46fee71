<?php
declare( strict_types=1 );

namespace Amicable\Stores\Providers;

/** A refund that Stripe took and that failed, or was called off, days later: the money is back with the shop. WooPayments hands on the same events. */
final class FailedRefund {

	/** Since Stripe's version of October 2024 the second and third come for every refund; before, only the first did. */
	public const EVENTS = [ 'charge.refund.updated', 'refund.updated', 'refund.failed' ];

	private const UNDONE = [ 'failed', 'canceled' ];

	private function __construct(
		public readonly string $id,
		public readonly string $charge,
	) {
	}

	/**
	 * @param array<array-key, mixed> $event As Stripe sends it.
	 * @return self|null Null: it is about something else, or the refund stands.
	 */
	public static function read( array $event ): ?self {
		$data   = $event['data'] ?? null;
		$refund = is_array( $data ) && is_array( $data['object'] ?? null ) ? $data['object'] : [];
		$id     = $refund['id'] ?? null;
		$charge = $refund['charge'] ?? null;
		$told   = in_array( $event['type'] ?? null, self::EVENTS, true ) && self::is_undone( $refund['status'] ?? null );

		return $told && is_string( $id ) && $id !== '' ? new self( $id, is_string( $charge ) ? $charge : '' ) : null;
	}

	/** What Stripe calls a refund whose money came back to the shop. */
	public static function is_undone( mixed $status ): bool {
		return in_array( $status, self::UNDONE, true );
	}
}
