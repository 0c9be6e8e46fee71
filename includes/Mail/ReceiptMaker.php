<?php
declare( strict_types=1 );

namespace Amicable\Mail;

use Amicable\Clock;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Method;
use Amicable\Offboarding\Plan;
use Amicable\Offboarding\PlanItem;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Offboarding\StepState;
use Amicable\Runs\Run;
use Amicable\Runs\Sources;
use Amicable\Settings\SettingsRepository;
use Amicable\Storage\Customers;
use Amicable\Storage\Steps;
use Amicable\Stores\Order;
use Amicable\Stores\OrderRef;

/** What a receipt says: as planned, for whoever wants to read it before; and as it came, for the customer. */
final class ReceiptMaker {

	public function __construct(
		private readonly Customers $customers,
		private readonly Sources $sources,
		private readonly Steps $steps,
		private readonly SettingsRepository $settings,
		private readonly Clock $clock,
	) {
	}

	/** Null: nobody is written to. */
	public function of_plan( Plan $plan ): ?Receipt {
		if ( $plan->kind === Kind::Finish ) {
			return null;
		}
		$orders = $this->sources->orders( array_merge( [], ...array_map( static fn ( PlanItem $item ): array => $item->orders, $plan->refunds() ) ) );
		$lines  = [];
		foreach ( $plan->refunds() as $item ) {
			if ( $item->amount !== null ) {
				$lines[] = new ReceiptLine( $item->subject, $item->amount, $item->method === Method::Gateway ? ReceiptLine::PAID : ReceiptLine::BY_HAND, $this->method( $orders[ "$item->store:$item->target" ] ?? null ), $this->clock->now() );
			}
		}
		$ends = static fn ( StepKind $kind ): array => array_values( array_map( static fn ( PlanItem $item ): string => $item->subject, array_filter( $plan->items, static fn ( PlanItem $item ): bool => $item->will && $item->kind === $kind ) ) );

		return $this->receipt( $plan->customer_id, array_values( $orders ), $lines, $ends( StepKind::DisableLicense ), $ends( StepKind::CancelSubscription ) );
	}

	/** Null: nobody is written to. Told is what happened, with proof or by somebody's word. */
	public function of_run( Run $run ): ?Receipt {
		$steps   = $this->steps->of( $run->id );
		$refunds = array_values( array_filter( $steps, static fn ( Step $step ): bool => $step->kind->moves_money() && $step->state !== StepState::Skipped ) );
		$orders  = $this->sources->orders( array_map( static fn ( Step $step ): OrderRef => new OrderRef( $step->store, (int) $step->target ), $refunds ) );
		$lines   = [];
		foreach ( $refunds as $step ) {
			if ( $step->amount !== null ) {
				$lines[] = new ReceiptLine( $step->label, $step->amount, self::state( $step ), $this->method( $orders[ "$step->store:$step->target" ] ?? null ), $step->started_at );
			}
		}
		$ended = static fn ( StepKind $kind ): array => array_values( array_map( static fn ( Step $step ): string => $step->label, array_filter( $steps, static fn ( Step $step ): bool => $step->kind === $kind && $step->state === StepState::Done ) ) );

		return $this->receipt( $run->customer_id, array_values( $orders ), $lines, $ended( StepKind::DisableLicense ), $ended( StepKind::CancelSubscription ) );
	}

	/** @return ReceiptLine::* */
	private static function state( Step $step ): string {
		if ( $step->state !== StepState::Done ) {
			return ReceiptLine::OPEN;
		}
		$by_a_person = ( $step->evidence[ Step::SETTLING ] ?? null ) === 'paid';

		return $step->method === Method::Gateway && ! $by_a_person ? ReceiptLine::PAID : ReceiptLine::BY_HAND;
	}

	/**
	 * @param list<Order>       $orders
	 * @param list<ReceiptLine> $lines
	 * @param list<string>      $licenses
	 * @param list<string>      $subscriptions
	 */
	private function receipt( int $customer_id, array $orders, array $lines, array $licenses, array $subscriptions ): ?Receipt {
		$row   = $this->customers->row( $customer_id );
		$email = (string) ( $row['email'] ?? '' );
		if ( $email === '' || ( $lines === [] && $licenses === [] && $subscriptions === [] ) ) {
			return null;
		}

		$locale = $this->locale( $orders, (string) ( $row['locale'] ?? '' ) );

		return new Receipt( $email, self::called( trim( (string) ( $row['name'] ?? '' ) ), $locale ), $locale, $lines, $licenses, $subscriptions, $this->clock->now(), $this->settings->current()->code_is_free );
	}

	/** By the first name where that is usual. */
	private static function called( string $name, string $locale ): string {
		return $locale === 'ko_KR' ? $name : explode( ' ', $name )[0];
	}

	/** @param list<Order> $orders */
	private function locale( array $orders, string $of_customer ): string {
		$users = array_filter( array_map( static fn ( Order $order ): int => $order->user_id, $orders ), static fn ( int $id ): bool => $id > 0 );
		$own   = $users === [] ? '' : (string) get_user_meta( (int) max( $users ), 'locale', true );

		return Language::choose( ...[ ...array_reverse( array_map( static fn ( Order $order ): ?string => $order->locale, $orders ) ), $of_customer, $own, get_locale() ] );
	}

	private function method( ?Order $order ): string {
		return $order === null || $order->gateway_title === '' ? (string) $order?->gateway : $order->gateway_title;
	}
}
