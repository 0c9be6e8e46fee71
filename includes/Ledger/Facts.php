<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

/**
 * All facts of one customer, as plain rows. Times are 'Y-m-d H:i:s' in UTC, amounts minor units.
 *
 * @phpstan-type OrderFact array{store: string, currency: string, total: int, tax: int, shipping: int, refunded: int, refunded_tax: int, refunded_shipping: int, fee: int|null, rate_units: int|null, rate_divisor: int|null, rate_to: string|null, rate_date: string, bought_at: string|null}
 * @phpstan-type TicketFact array{id: int, status: string, cause: string|null, is_new: int, docs_answered: int|null, created_at: string}
 * @phpstan-type MessageFact array{id: int, ticket_id: int, kind: string, author_id: int, at: string, chars: int, hangul: int}
 * @phpstan-type TimeFact array{ticket_id: int, agent_id: int, seconds: int, measured: int, at: string}
 * @phpstan-type ExtraFact array{kind: 'goodwill'|'fee'|'cost', currency: string, amount: int, at: string}
 * @phpstan-type RateFact array{currency: string, rate_to: string, day: string, rate_units: int, rate_divisor: int, source: string}
 * @phpstan-type HourlyFact array{agent_id: int, from_at: string, currency: string, minor: int}
 */
final class Facts {

	/**
	 * @param list<OrderFact>   $orders
	 * @param list<TicketFact>  $tickets
	 * @param list<MessageFact> $messages
	 * @param list<TimeFact>    $entries
	 * @param list<ExtraFact>   $extras   Goodwill that was used, fees of disputes, costs logged by hand.
	 * @param list<RateFact>    $rates    Of the shop.
	 * @param list<HourlyFact>  $hourly   Of the shop.
	 */
	public function __construct(
		public readonly array $orders,
		public readonly array $tickets,
		public readonly array $messages,
		public readonly array $entries,
		public readonly array $extras,
		public readonly array $rates,
		public readonly array $hourly,
	) {
	}

	/** When this customer first bought. */
	public function first_order_at(): ?string {
		$bought = array_filter( array_column( $this->orders, 'bought_at' ), 'is_string' );

		return $bought === [] ? null : min( $bought );
	}

	/** A rate of the table that leads to a currency on a day. */
	public function rate( string $currency, string $to, string $day ): ?Rate {
		$row = $this->rate_row( $currency, $to, $day );

		return $currency === $to ? Rate::one() : ( $row === null ? null : new Rate( $row['rate_units'], $row['rate_divisor'] ) );
	}

	/** Whether that rate rests on the owner's word. */
	public function is_near( string $currency, string $to, string $day ): bool {
		return $currency !== $to && ( $this->rate_row( $currency, $to, $day )['source'] ?? '' ) === 'owner';
	}

	/** @return RateFact|null Of that day; else what the owner said last before it, or first after it. */
	private function rate_row( string $currency, string $to, string $day ): ?array {
		$rates = array_filter( $this->rates, static fn ( array $rate ): bool => $rate['currency'] === $currency && $rate['rate_to'] === $to && ( $rate['day'] === $day || $rate['source'] === 'owner' ) );
		usort( $rates, static fn ( array $a, array $b ): int => strcmp( $a['day'], $b['day'] ) );
		$until = array_values( array_filter( $rates, static fn ( array $rate ): bool => $rate['day'] <= $day ) );

		return $until === [] ? $rates[0] ?? null : $until[ count( $until ) - 1 ];
	}

	/** What an hour of an agent cost at a time, where somebody said so. */
	public function hourly_cost( int $agent_id, string $currency, string $at ): ?int {
		$best = null;
		foreach ( $this->hourly as $cost ) {
			$holds = $cost['agent_id'] === $agent_id && $cost['currency'] === $currency && $cost['from_at'] <= $at;
			if ( $holds && ( $best === null || $cost['from_at'] > $best['from_at'] ) ) {
				$best = $cost;
			}
		}

		return $best['minor'] ?? null;
	}
}
