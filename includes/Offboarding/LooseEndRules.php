<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Licensing\License;
use Amicable\Licensing\Subscription;
use Amicable\Stores\Download;
use Amicable\Stores\Obligation;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Stores\Refund;
use Amicable\Values\Money;
use DateTimeImmutable;

/**
 * Which of the proof's answers an earlier refund left behind. What is open for any other reason is nobody's mistake: an order that was given back in
 * part, a license that another order still pays for, a subscription that was paid again afterwards.
 */
final class LooseEndRules {

	/**
	 * @param array<string, Order>             $orders   By key: the orders asked about, and whatever else their things hang on.
	 * @param array<string, string>            $disputes Order key => status, as recorded from the gateway.
	 * @param array<string, DateTimeImmutable> $ended    Order key => when its dispute was lost.
	 * @param array<string, DateTimeImmutable> $paid_out Order key => when a run of ours gave it back in full.
	 */
	public function __construct(
		private readonly array $orders,
		private readonly array $disputes,
		private readonly array $ended,
		private readonly Holdings $holdings,
		private readonly array $paid_out = [],
	) {
	}

	/**
	 * @param list<Obligation> $answers
	 * @return list<LooseEnd> Each thing once.
	 */
	public function judge( array $answers ): array {
		$found = [];
		foreach ( $answers as $answer ) {
			$end = $answer->open && $answer->ref !== null ? $this->one( $answer, $answer->ref ) : null;
			if ( $end !== null ) {
				$found[ $end->key() ] ??= $end;
			}
		}

		return array_values( $found );
	}

	/** All its money went back, by the shop or by the bank. */
	public static function is_over( Order $order, string $recorded_dispute = 'none' ): bool {
		if ( $order->test_mode ) {
			return false;
		}
		if ( $order->dispute === 'lost' || $recorded_dispute === 'lost' ) {
			return true;
		}

		return $order->total->is_positive() && ! $order->remaining()->is_positive();
	}

	private function one( Obligation $answer, string $ref ): ?LooseEnd {
		$check = Check::from( $answer->check );
		$kind  = LooseEndKind::of( $check );
		if ( $kind === null ) {
			return null;
		}

		return $kind->is_about_money() ? $this->money( $check, $kind, $ref, $answer->order ) : $this->access( $check, $kind, $ref );
	}

	private function access( Check $check, LooseEndKind $kind, string $ref ): ?LooseEnd {
		$thing = $this->holdings->find( $ref );
		$order = $thing === null ? null : $this->refunded_order( $thing );
		if ( $thing === null || $order === null ) {
			return null;
		}
		[ $system, $label ] = match ( true ) {
			$thing instanceof License      => [ $thing->system, $thing->masked ],
			$thing instanceof Subscription => [ $thing->system, $thing->label ],
			default                        => [ $thing->store, $thing->label ],
		};
		$charges = $thing instanceof Subscription && $thing->charging;

		return new LooseEnd( $check, $kind, $ref, $system, $order->ref, $order->number, $label, $this->since( $order ), $charges ? $thing->amount : null, $charges ? $thing->next_payment_at : null );
	}

	/** The order whose money went back, where nothing that was paid and kept stands behind the thing any more. */
	private function refunded_order( License|Subscription|Download $thing ): ?Order {
		$behind = [];
		foreach ( Holdings::orders_of( $thing ) as $ref ) {
			$order = $this->orders[ $ref->key() ] ?? null;
			if ( $order === null ) {
				return null; // What cannot be read may well have been paid.
			}
			if ( $this->over( $order ) || $order->paid || $order->uncaptured ) {
				$behind[] = $order;
			}
		}
		usort( $behind, static fn ( Order $a, Order $b ): int => [ $a->paid_at ?? $a->created_at, $a->ref->id ] <=> [ $b->paid_at ?? $b->created_at, $b->ref->id ] );
		$last = end( $behind );
		// A subscription charges for what comes next, so only the last payment speaks for it; a key stays good while any of its orders is kept.
		$deciding = $thing instanceof Subscription ? array_slice( $behind, -1 ) : $behind;
		$kept     = array_filter( $deciding, fn ( Order $order ): bool => ! $this->over( $order ) );

		return $last === false || $kept !== [] ? null : $last;
	}

	private function money( Check $check, LooseEndKind $kind, string $ref, ?OrderRef $of ): ?LooseEnd {
		$order = $of === null ? null : $this->orders[ $of->key() ] ?? null;
		if ( $order === null || $order->test_mode ) {
			return null;
		}
		if ( $kind === LooseEndKind::RefundedTwice ) {
			$lost = $this->is_lost( $order );

			return new LooseEnd( $check, $kind, $ref, $order->ref->store, $order->ref, $order->number, '', $this->since( $order ), $lost ? $order->refunded : $order->refunded->minus( $order->total ) );
		}
		if ( $this->is_lost( $order ) ) {
			return null; // The bank paid, and the shop booked that as a refund.
		}
		if ( $kind === LooseEndKind::FailedPayout ) {
			$at = $this->paid_out[ $order->ref->key() ] ?? null;

			return $at === null || ! $order->remaining()->is_positive() ? null : new LooseEnd( $check, $kind, $ref, $order->ref->store, $order->ref, $order->number, '', $at, $order->remaining() );
		}
		// Where no gateway could have paid, somebody paid by hand: the books cannot say more, and neither do we.
		$unpaid = $order->gateway_refunds ? $this->unpaid( $order, $ref ) : [];
		if ( $unpaid === [] ) {
			return null;
		}
		$amount = array_reduce( $unpaid, static fn ( Money $sum, Refund $refund ): Money => $sum->plus( $refund->amount ), Money::zero( $order->total->currency ) );

		return new LooseEnd( $check, $kind, $ref, $order->ref->store, $order->ref, $order->number, '', $unpaid[0]->created_at, $amount );
	}

	/** @return list<Refund> The refund that the answer names by its number, else all of the order that no gateway paid. */
	private function unpaid( Order $order, string $ref ): array {
		$by_hand = array_values( array_filter( $order->refunds, static fn ( Refund $refund ): bool => ! $refund->by_gateway && $refund->amount->is_positive() ) );
		$named   = array_values( array_filter( $by_hand, static fn ( Refund $refund ): bool => $ref !== $order->ref->key() && str_ends_with( $ref, ":$refund->id" ) ) );

		return $named === [] ? $by_hand : $named;
	}

	private function since( Order $order ): DateTimeImmutable {
		$refunds = array_map( static fn ( Refund $refund ): DateTimeImmutable => $refund->created_at, $order->refunds );

		return $refunds === [] ? $this->ended[ $order->ref->key() ] ?? $order->paid_at ?? $order->created_at : max( $refunds );
	}

	private function over( Order $order ): bool {
		return self::is_over( $order, $this->disputes[ $order->ref->key() ] ?? 'none' );
	}

	private function is_lost( Order $order ): bool {
		return $order->dispute === 'lost' || ( $this->disputes[ $order->ref->key() ] ?? 'none' ) === 'lost';
	}
}
