<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Licensing\License;
use Amicable\Licensing\Subscription;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;

/** What a person should know before a run with these items starts. */
final class Warnings {

	/**
	 * @param list<PlanItem> $items
	 * @return list<Warning>
	 */
	public function of( Facts $facts, array $items ): array {
		$warnings = [
			$this->about_items( Caution::Disputed, $items, static fn ( PlanItem $item ): bool => in_array( $item->why, [ Why::DisputeOpen, Why::DisputeLost ], true ) ),
			$this->inquiries( $facts ),
			$this->about_items( Caution::ByHand, $items, static fn ( PlanItem $item ): bool => in_array( $item->why, [ Why::ByHand, Why::NotPaidOut ], true ) && $item->will ),
			...$this->shared_licenses( $facts ),
			...$this->bundles( $facts, $items ),
			...$this->shared_subscriptions( $facts ),
			new Warning( Caution::ActiveSites, count( array_filter( $items, static fn ( PlanItem $item ): bool => $item->kind === StepKind::DeactivateSite && $item->will ) ) ),
			new Warning( Caution::StoreMails, $this->count_refunds( $items ) > 0 ? count( $facts->mails ) : 0, $facts->mails ),
			$this->fees_unknown( $facts, $items ),
			$this->earlier_years( $facts, $items ),
			$this->about_items( Caution::StoreMissing, $items, static fn ( PlanItem $item ): bool => $item->why === Why::StoreMissing ),
			...array_map( static fn ( string $sentence ): Warning => new Warning( Caution::NotCovered, 1, subject: $sentence ), $facts->uncovered ),
			new Warning( Caution::InAnotherRun, count( $facts->claims ), array_map( 'strval', array_values( array_unique( $facts->claims ) ) ) ),
			new Warning( Caution::NothingToDo, array_filter( $items, static fn ( PlanItem $item ): bool => $item->will && $item->kind !== StepKind::Proof ) === [] ? 1 : 0 ),
		];

		return array_values( array_filter( $warnings, static fn ( Warning $warning ): bool => $warning->count > 0 ) );
	}

	/**
	 * @param list<PlanItem>            $items
	 * @param callable( PlanItem ): bool $matches
	 */
	private function about_items( Caution $caution, array $items, callable $matches ): Warning {
		$found = array_values( array_filter( $items, $matches ) );

		return new Warning( $caution, count( $found ), array_map( static fn ( PlanItem $item ): string => $item->subject, $found ) );
	}

	private function inquiries( Facts $facts ): Warning {
		$orders = array_values( array_filter( $facts->orders, static fn ( Order $order ): bool => in_array( 'warning', [ $order->dispute, $facts->disputes[ $order->ref->key() ] ?? 'none' ], true ) ) );

		return new Warning( Caution::Inquiry, count( $orders ), array_map( static fn ( Order $order ): string => $order->number, $orders ) );
	}

	/** @return list<Warning> */
	private function shared_licenses( Facts $facts ): array {
		$usable = array_filter( $facts->licenses, static fn ( License $license ): bool => $license->is_usable() );

		return array_values( array_map( fn ( License $license ): Warning => $this->others( Caution::SharedLicense, $license->orders, $facts, $license->masked ), $usable ) );
	}

	/** @return list<Warning> */
	private function shared_subscriptions( Facts $facts ): array {
		$charging = array_filter( $facts->subscriptions, static fn ( Subscription $subscription ): bool => $subscription->charging );

		return array_values( array_map( fn ( Subscription $subscription ): Warning => $this->others( Caution::SharedSubscription, $subscription->orders, $facts, $subscription->label ), $charging ) );
	}

	/** @param list<OrderRef> $orders What else paid for a thing: orders outside the plan. */
	private function others( Caution $caution, array $orders, Facts $facts, string $subject ): Warning {
		$planned = array_map( static fn ( Order $order ): string => $order->ref->key(), $facts->orders );
		$others  = array_values( array_filter( $orders, static fn ( OrderRef $ref ): bool => ! in_array( $ref->key(), $planned, true ) ) );

		return new Warning( $caution, count( $others ), array_map( static fn ( OrderRef $ref ): string => (string) $ref->id, $others ), $subject );
	}

	/**
	 * @param list<PlanItem> $items
	 * @return list<Warning>
	 */
	private function bundles( Facts $facts, array $items ): array {
		$warnings = [];
		foreach ( $facts->orders as $order ) {
			$ending     = array_values( array_filter( $items, static fn ( PlanItem $item ): bool => $item->kind === StepKind::DisableLicense && $item->will && in_array( $order->ref->key(), $item->order_keys(), true ) ) );
			$warnings[] = new Warning( Caution::Bundle, count( $ending ) > 1 ? count( $ending ) : 0, array_map( static fn ( PlanItem $item ): string => $item->subject, $ending ), $order->number );
		}

		return $warnings;
	}

	/** @param list<PlanItem> $items */
	private function fees_unknown( Facts $facts, array $items ): Warning {
		$by_gateway = array_map( static fn ( PlanItem $item ): string => $item->will_refund() && $item->method === Method::Gateway ? "$item->store:$item->target" : '', $items );
		$unknown    = array_filter( $facts->orders, static fn ( Order $order ): bool => $order->fee === null && in_array( $order->ref->key(), $by_gateway, true ) );

		return new Warning( Caution::FeesUnknown, count( $unknown ) );
	}

	/** @param list<PlanItem> $items */
	private function earlier_years( Facts $facts, array $items ): Warning {
		$back = array_merge( [], ...array_map( static fn ( PlanItem $item ): array => $item->will_refund() ? $item->order_keys() : [], $items ) );
		$old  = array_values( array_filter( $facts->orders, static fn ( Order $order ): bool => in_array( $order->ref->key(), $back, true ) && (int) ( $order->paid_at ?? $order->created_at )->format( 'Y' ) < $facts->year ) );

		return new Warning( Caution::EarlierYear, count( $old ), array_map( static fn ( Order $order ): string => $order->number, $old ) );
	}

	/** @param list<PlanItem> $items */
	private function count_refunds( array $items ): int {
		return count( array_filter( $items, static fn ( PlanItem $item ): bool => $item->will_refund() ) );
	}
}
