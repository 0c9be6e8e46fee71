<?php
declare( strict_types=1 );

namespace Amicable\Rest;

use Amicable\Away\ServiceLine;
use Amicable\Away\Services;
use Amicable\Clock;
use Amicable\Mail\ReceiptMaker;
use Amicable\Mail\ReceiptText;
use Amicable\Offboarding\Kind;
use Amicable\Offboarding\Plan;
use Amicable\Offboarding\PlanItem;
use Amicable\Offboarding\StepKind;
use Amicable\Runs\Approvers;
use Amicable\Runs\Limits;
use Amicable\Runs\Sentences;
use Amicable\Stores\OrderRef;
use DateTimeImmutable;

/** A plan in the words of REST. */
final class PlanShape {

	public function __construct(
		private readonly Sentences $sentences,
		private readonly Limits $limits,
		private readonly Approvers $approvers,
		private readonly ReceiptMaker $receipts,
		private readonly ReceiptText $text,
		private readonly Services $services,
		private readonly Clock $clock,
	) {
	}

	/** @return array<string, mixed> */
	public function plan( Plan $plan ): array {
		$now = $this->clock->now()->getTimestamp();

		return [
			'customer_id'       => $plan->customer_id,
			'kind'              => $plan->kind->value,
			'scope'             => $plan->scope->to_value(),
			'hash'              => $plan->hash( $now ),
			'expires_at'        => Shape::time( new DateTimeImmutable( '@' . Plan::expires( $now ) ) ),
			'orders'            => count( $plan->refunds() ),
			'totals'            => $plan->totals()->to_array(),
			'fees_not_returned' => $plan->fees->to_array(),
			'items'             => array_map( $this->item( ... ), $plan->items ),
			'warnings'          => array_map( $this->sentences->warning( ... ), $plan->warnings ),
			'approves'          => $plan->kind->needs_approval() && $this->approvers->may_approve( get_current_user_id(), get_current_user_id() ),
			'limits'            => $this->limits( $plan->kind ),
			'receipt'           => $this->receipt( $plan ),
			'services'          => $plan->kind === Kind::PartWays ? $this->services( $plan ) : [],
		];
	}

	/** @return array{to: string, language: string, subject: string, text: string}|null What the customer would be told if all goes as planned. */
	private function receipt( Plan $plan ): ?array {
		$receipt = $this->receipts->of_plan( $plan );

		return $receipt === null ? null : [
			'to'       => $receipt->email,
			'language' => substr( $receipt->locale, 0, 2 ),
		] + $this->text->write( $receipt );
	}

	/** @return array{delay_minutes: int, today: int, a_day: int, apply: bool}|null Null: this kind has none. */
	private function limits( Kind $kind ): ?array {
		$most = $this->limits->most( $kind );

		return $most === null ? null : [
			'delay_minutes' => $this->limits->delay( $kind ),
			'today'         => $this->limits->used( $kind ),
			'a_day'         => $most,
			'apply'         => $this->limits->apply,
		];
	}

	/** @return list<array{number: string, name: string, days: int, closes_at: string|null}> Until when their data could be fetched, if this ended now. */
	private function services( Plan $plan ): array {
		$refs  = array_map( static fn ( PlanItem $item ): OrderRef => new OrderRef( $item->store, (int) $item->target ), array_values( array_filter( $plan->items, static fn ( PlanItem $item ): bool => $item->kind === StepKind::Refund ) ) );
		$ended = $this->clock->now()->setTimezone( wp_timezone() );

		return array_map(
			static fn ( ServiceLine $line ): array => [
				'number'    => $line->number,
				'name'      => $line->name,
				'days'      => $line->days,
				'closes_at' => Shape::time( $line->closes_at( $ended ) ),
			],
			$this->services->among( $refs )
		);
	}

	/** @return array<string, mixed> */
	private function item( PlanItem $item ): array {
		return [
			'key'    => $item->key(),
			'kind'   => $item->kind->value,
			'store'  => $item->store,
			'target' => $item->target,
			'label'  => $this->sentences->label( $item->kind, $item->subject ),
			'action' => $item->will ? 'do' : 'skip',
			'method' => $item->method?->value,
			'amount' => $item->amount?->to_array(),
			'reason' => $this->sentences->why( $item ),
		];
	}
}
