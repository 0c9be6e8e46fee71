<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Licensing\License;
use Amicable\Licensing\Subscription;
use Amicable\Stores\Download;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;
use Amicable\Values\Money;
use Amicable\Values\MoneyBag;

/** Turns facts into a plan. Touches nothing. */
final class Planner {

	public function plan( Kind $kind, Scope $scope, Facts $facts ): Plan {
		$facts = $this->in_order( $facts );
		$items = [
			...$this->block( $kind, $facts ),
			...array_map( $this->subscription( ... ), $facts->subscriptions ),
			...array_merge( [], ...array_map( $this->sites( ... ), $facts->licenses ) ),
			...( $kind === Kind::Finish ? $this->owed( $facts ) : $this->refunds( $facts ) ),
			...array_map( $this->download( ... ), $facts->downloads ),
			...array_map( $this->license( ... ), $facts->licenses ),
		];
		$items = $this->each_once( $items );
		// What is finished is in the shop's books already: nothing new to note there, and its fee was lost before.
		$is_new = $kind !== Kind::Finish;
		$items  = [ ...$items, ...( $is_new ? $this->notes( $items ) : [] ), new PlanItem( StepKind::Proof, 'amicable', (string) $facts->customer_id, '', true ) ];

		return new Plan(
			$facts->customer_id,
			$kind,
			$scope,
			$items,
			( new Warnings() )->of( $facts, $items ),
			$is_new ? $this->fees( $facts, $items ) : MoneyBag::of(),
			( new Fingerprint() )->of( $kind, $scope, $facts, $items ),
		);
	}

	/** @return list<PlanItem> */
	private function block( Kind $kind, Facts $facts ): array {
		if ( $kind !== Kind::PartWays ) {
			return [];
		}

		return [ new PlanItem( StepKind::Block, 'amicable', (string) $facts->customer_id, '', ! $facts->blocked, $facts->blocked ? Why::AlreadyBlocked : null ) ];
	}

	private function subscription( Subscription $subscription ): PlanItem {
		$over = ! $subscription->charging && ! $subscription->opens;

		return new PlanItem(
			StepKind::CancelSubscription,
			$subscription->system,
			$subscription->id,
			$subscription->label,
			! $over,
			$over ? Why::SubscriptionEnded : null,
			orders: $subscription->orders,
		);
	}

	/** @return list<PlanItem> */
	private function sites( License $license ): array {
		$items = [];
		foreach ( $license->activations as $activation ) {
			$items[] = new PlanItem( StepKind::DeactivateSite, $license->system, "$license->id:$activation->id", $license->masked, true, orders: $license->orders );
		}

		return $items;
	}

	/** @return list<PlanItem> */
	private function refunds( Facts $facts ): array {
		$items = array_map( fn ( Order $order ): PlanItem => $this->refund( $order, $facts->disputes[ $order->ref->key() ] ?? 'none' ), $facts->orders );
		foreach ( $facts->missing as $ref ) {
			$items[] = new PlanItem( StepKind::Refund, $ref->store, (string) $ref->id, (string) $ref->id, false, Why::StoreMissing, orders: [ $ref ] );
		}

		return $items;
	}

	/** @return list<PlanItem> What the books call given back and nobody paid: a person pays. What was paid twice stays as it is. */
	private function owed( Facts $facts ): array {
		$items = [];
		foreach ( $facts->ends as $end ) {
			$unpaid = $end->kind->is_owed();
			$before = $items[ $end->order->key() ] ?? null;
			if ( ! $end->kind->is_about_money() || ( $before !== null && ! $unpaid ) ) {
				continue;
			}
			$amount                        = $unpaid ? $end->amount : null;
			$sum                           = $before?->amount === null || $amount === null ? $amount : $amount->plus( $before->amount );
			$items[ $end->order->key() ] = new PlanItem( StepKind::Refund, $end->order->store, (string) $end->order->id, $end->number, $unpaid, self::why_owed( $end->kind ), $unpaid ? Method::Manual : null, $sum, orders: [ $end->order ] );
		}

		return array_values( $items );
	}

	private static function why_owed( LooseEndKind $kind ): Why {
		return match ( $kind ) {
			LooseEndKind::UnpaidRefund => Why::NotPaidOut,
			LooseEndKind::FailedPayout => Why::PayoutUndone,
			default                    => Why::OverRefunded,
		};
	}

	private function refund( Order $order, string $dispute ): PlanItem {
		$why    = Refundable::why_not( $order, $dispute );
		$method = $order->gateway_refunds ? Method::Gateway : Method::Manual;

		return new PlanItem(
			StepKind::Refund,
			$order->ref->store,
			(string) $order->ref->id,
			$order->number,
			$why === null,
			$why ?? ( $method === Method::Manual ? Why::ByHand : null ),
			$why === null ? $method : null,
			$why === null ? $order->remaining() : null,
			$why === Why::StoreSaysNo ? (string) $order->why_not : '',
			[ $order->ref ],
		);
	}

	private function download( Download $download ): PlanItem {
		return new PlanItem(
			StepKind::RevokeDownload,
			$download->store,
			$download->id,
			$download->label,
			$download->open,
			$download->open ? null : Why::DownloadClosed,
			orders: $download->order === null ? [] : [ $download->order ],
		);
	}

	private function license( License $license ): PlanItem {
		$ended = $license->status === 'disabled';

		return new PlanItem( StepKind::DisableLicense, $license->system, $license->id, $license->masked, ! $ended, $ended ? Why::LicenseEnded : null, orders: $license->orders );
	}

	/**
	 * Two sources may name the same thing.
	 *
	 * @param list<PlanItem> $items
	 * @return list<PlanItem>
	 */
	private function each_once( array $items ): array {
		$once = [];
		foreach ( $items as $item ) {
			$once[ $item->key() ] ??= $item;
		}

		return array_values( $once );
	}

	/**
	 * @param list<PlanItem> $items
	 * @return list<PlanItem> One private note on each order that gets its money back.
	 */
	private function notes( array $items ): array {
		$refunds = array_filter( $items, static fn ( PlanItem $item ): bool => $item->will_refund() );

		return array_values( array_map( static fn ( PlanItem $item ): PlanItem => new PlanItem( StepKind::Note, $item->store, $item->target, $item->subject, true, orders: $item->orders ), $refunds ) );
	}

	/** @param list<PlanItem> $items */
	private function fees( Facts $facts, array $items ): MoneyBag {
		$refunded = array_merge( [], ...array_map( static fn ( PlanItem $item ): array => $item->will_refund() ? $item->order_keys() : [], $items ) );
		$orders   = array_filter( $facts->orders, static fn ( Order $order ): bool => in_array( $order->ref->key(), $refunded, true ) );
		$fees     = array_filter( array_map( static fn ( Order $order ): ?Money => $order->fee, $orders ) );

		return MoneyBag::of( ...array_values( $fees ) );
	}

	/** Oldest first, whatever order the sources answered in: the same facts make the same plan. */
	private function in_order( Facts $facts ): Facts {
		$orders        = $facts->orders;
		$subscriptions = $facts->subscriptions;
		$licenses      = $facts->licenses;
		$downloads     = $facts->downloads;
		$missing       = $facts->missing;
		usort( $orders, static fn ( Order $a, Order $b ): int => [ $a->created_at, $a->ref->store, $a->ref->id ] <=> [ $b->created_at, $b->ref->store, $b->ref->id ] );
		usort( $subscriptions, static fn ( Subscription $a, Subscription $b ): int => [ $a->system, strlen( $a->id ), $a->id ] <=> [ $b->system, strlen( $b->id ), $b->id ] );
		usort( $licenses, static fn ( License $a, License $b ): int => [ $a->system, strlen( $a->id ), $a->id ] <=> [ $b->system, strlen( $b->id ), $b->id ] );
		usort( $downloads, static fn ( Download $a, Download $b ): int => [ $a->store, strlen( $a->id ), $a->id ] <=> [ $b->store, strlen( $b->id ), $b->id ] );
		usort( $missing, static fn ( OrderRef $a, OrderRef $b ): int => [ $a->store, $a->id ] <=> [ $b->store, $b->id ] );

		return new Facts( $facts->customer_id, $orders, $subscriptions, $licenses, $downloads, $missing, $facts->disputes, $facts->claims, $facts->mails, $facts->blocked, $facts->ends, $facts->year, $facts->uncovered );
	}
}
