<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

/**
 * The account of one customer, reckoned in plain PHP from the same facts. Nothing in the running plugin asks for it: it is the second opinion that the tests compare
 * `Storage\AccountSums` with.
 */
final class Account {

	private readonly Purchases $purchases;
	private readonly Questions $questions;

	public function __construct(
		private readonly Facts $facts,
		private readonly Inputs $inputs,
	) {
		$this->purchases = new Purchases( $facts, $inputs->base_currency );
		$this->questions = new Questions( $facts, $inputs->as_of );
	}

	/** @return array<string, int|string|null> Columns of `accounts` that come from facts of orders and support. */
	public function columns(): array {
		$sums   = $this->purchases->sums();
		$time   = ( new SupportTime( $this->facts, $this->inputs ) )->totals();
		$extras = $this->extras();
		$cost   = $this->cost( $time['cost'], $extras );
		$paid   = $sums === null ? null : $sums['gross'] - $sums['refunded'] - $sums['tax'];
		$value  = $sums === null || $paid === null ? null : $paid - $sums['fee'];

		return [
			'orders'               => $this->purchases->count(),
			'orders_not_converted' => $this->purchases->not_converted(),
			'gross_base'           => $sums['gross'] ?? null,
			'refunded_base'        => $sums['refunded'] ?? null,
			'tax_base'             => $sums['tax'] ?? null,
			'shipping_base'        => $sums['shipping'] ?? null,
			'fees_base'            => $sums['fee'] ?? null,
			'paid_base'            => $paid,
			'paid_recent'          => $this->purchases->recent( $this->inputs->recent_since ),
			'value'                => $value,
			'goodwill'             => $extras['goodwill'],
			'dispute_fees'         => $extras['fee'],
			'support_cost'         => $cost,
			'margin'               => $value === null || $cost === null ? null : $value - $cost,
			'ratio'                => $paid === null || $paid <= 0 || $cost === null || $cost < 0 ? null : intdiv( $cost * 1_000_000, $paid ),
			'approximate'          => $time['guessed'] || 0 < $time['seconds_estimated'] || $this->purchases->is_near() || $extras['near'] > 0 ? 1 : 0,
			'reason'               => $this->reason( $time['cost'] === null, $extras['not_converted'] > 0 ),
			'first_order_at'       => $this->facts->first_order_at(),
			'last_order_at'        => $this->last_order_at(),
			...$this->questions->counts(),
			'seconds'              => $time['seconds'],
			'seconds_estimated'    => $time['seconds_estimated'],
			'seconds_ours'         => $time['seconds_ours'],
			'seconds_before'       => $time['seconds_before'],
			'minutes'              => intdiv( $time['seconds'] + 30, 60 ),
			'stores'               => $this->stores(),
		];
	}

	/** @return array<string, array{gross: int, refunded: int, tax: int, shipping: int, fees: int, orders: int}> */
	public function lines(): array {
		return $this->purchases->lines();
	}

	/** @param array{goodwill: int, fee: int, cost: int, not_converted: int, near: int} $extras */
	private function cost( ?int $time, array $extras ): ?int {
		if ( ! $this->inputs->support_known || $time === null || $extras['not_converted'] > 0 ) {
			return null;
		}

		return $time + $this->questions->charged() * $this->inputs->ticket_cost + $extras['goodwill'] + $extras['fee'] + $extras['cost'];
	}

	/** @return array{goodwill: int, fee: int, cost: int, not_converted: int, near: int} */
	private function extras(): array {
		$sums  = [
			'goodwill'      => 0,
			'fee'           => 0,
			'cost'          => 0,
			'not_converted' => 0,
			'near'          => 0,
		];
		$first = $this->facts->first_order_at();
		foreach ( $this->facts->extras as $extra ) {
			if ( $extra['kind'] === 'cost' && $first !== null && $extra['at'] < $first ) {
				continue;
			}
			$rate                    = $this->facts->rate( $extra['currency'], $this->inputs->base_currency, substr( $extra['at'], 0, 10 ) );
			$sums[ $extra['kind'] ] += $rate?->convert( $extra['amount'] ) ?? 0;
			$sums['not_converted']  += $rate === null ? 1 : 0;
			$sums['near']           += $this->facts->is_near( $extra['currency'], $this->inputs->base_currency, substr( $extra['at'], 0, 10 ) ) ? 1 : 0;
		}

		return $sums;
	}

	private function reason( bool $unpriced, bool $cost_not_converted ): ?string {
		$first_order  = $this->facts->first_order_at();
		$first_ticket = $this->questions->first_at();

		return match ( true ) {
			[] === $this->facts->orders             => 'no_orders',
			$this->purchases->not_converted() > 0   => 'not_converted',
			! $this->inputs->support_known          => 'support_unknown',
			$unpriced                               => 'no_hourly_cost',
			$cost_not_converted                     => 'cost_not_converted',
			$this->inputs->importing                => 'orders_importing',
			$first_order !== null && $first_ticket !== null && $first_ticket < Questions::days_before( $first_order, Inputs::ORDERS_MISSING_DAYS ) => 'orders_missing',
			default                                 => null,
		};
	}

	private function last_order_at(): ?string {
		$bought = array_filter( array_column( $this->facts->orders, 'bought_at' ), 'is_string' );

		return $bought === [] ? null : max( $bought );
	}

	private function stores(): string {
		$stores = array_unique( array_column( $this->facts->orders, 'store' ) );
		sort( $stores );

		return implode( '', array_map( static fn ( string $store ): string => "$store,", $stores ) );
	}
}
