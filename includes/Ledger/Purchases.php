<?php
declare( strict_types=1 );

namespace Amicable\Ledger;

/**
 * What a customer's orders come to.
 *
 * @phpstan-import-type OrderFact from Facts
 */
final class Purchases {

	private const AMOUNTS = [ 'gross', 'refunded', 'tax', 'shipping', 'fee' ];

	public function __construct(
		private readonly Facts $facts,
		private readonly string $base,
	) {
	}

	/** @return array<string, array{gross: int, refunded: int, tax: int, shipping: int, fees: int, orders: int}> By currency. */
	public function lines(): array {
		$lines = [];
		foreach ( $this->bought() as $order ) {
			$line    = $lines[ $order['currency'] ] ?? [
				'gross'    => 0,
				'refunded' => 0,
				'tax'      => 0,
				'shipping' => 0,
				'fees'     => 0,
				'orders'   => 0,
			];
			$amounts = self::amounts( $order );

			$lines[ $order['currency'] ] = [
				'gross'    => $line['gross'] + $amounts['gross'],
				'refunded' => $line['refunded'] + $amounts['refunded'],
				'tax'      => $line['tax'] + $amounts['tax'],
				'shipping' => $line['shipping'] + $amounts['shipping'],
				'fees'     => $line['fees'] + $amounts['fee'],
				'orders'   => $line['orders'] + 1,
			];
		}
		ksort( $lines );

		return $lines;
	}

	public function count(): int {
		return count( $this->bought() );
	}

	public function not_converted(): int {
		return count( array_filter( $this->bought(), fn ( array $order ): bool => $this->rate( $order ) === null ) );
	}

	/** @return array{gross: int, refunded: int, tax: int, shipping: int, fee: int}|null In the base currency; null where that is not known. */
	public function sums(): ?array {
		if ( $this->facts->orders === [] || $this->not_converted() > 0 ) {
			return null;
		}
		$sums = array_fill_keys( self::AMOUNTS, 0 );
		foreach ( $this->bought() as $order ) {
			$rate = $this->rate( $order ) ?? Rate::one();
			foreach ( self::amounts( $order ) as $name => $amount ) {
				$sums[ $name ] += $rate->convert( $amount );
			}
		}

		return $sums;
	}

	/** What was paid lately; null where `sums()` is. */
	public function recent( string $since ): ?int {
		$recent = 0;
		foreach ( $this->bought() as $order ) {
			$sums    = array_map( ( $this->rate( $order ) ?? Rate::one() )->convert( ... ), self::amounts( $order ) );
			$recent += $order['bought_at'] >= $since ? $sums['gross'] - $sums['refunded'] - $sums['tax'] : 0;
		}

		return $this->sums() === null ? null : $recent;
	}

	/** Whether some of it rests on a rate that the owner said. */
	public function is_near(): bool {
		$near = array_filter( $this->bought(), fn ( array $order ): bool => $order['currency'] !== $this->base && $order['rate_to'] !== $this->base && $this->facts->is_near( $order['currency'], $this->base, $order['rate_date'] ) );

		return $near !== [];
	}

	/** @return list<OrderFact> */
	private function bought(): array {
		return array_values( array_filter( $this->facts->orders, static fn ( array $order ): bool => $order['bought_at'] !== null ) );
	}

	/** @param OrderFact $order */
	private function rate( array $order ): ?Rate {
		if ( $order['currency'] === $this->base ) {
			return Rate::one();
		}
		if ( $order['rate_to'] === $this->base && $order['rate_units'] !== null && $order['rate_divisor'] !== null ) {
			return new Rate( $order['rate_units'], $order['rate_divisor'] );
		}

		return $this->facts->rate( $order['currency'], $this->base, $order['rate_date'] );
	}

	/**
	 * @param OrderFact $order
	 * @return array{gross: int, refunded: int, tax: int, shipping: int, fee: int}
	 */
	private static function amounts( array $order ): array {
		return [
			'gross'    => $order['total'] - $order['shipping'],
			'refunded' => $order['refunded'] - $order['refunded_shipping'],
			'tax'      => $order['tax'] - $order['refunded_tax'],
			'shipping' => $order['shipping'] - $order['refunded_shipping'],
			'fee'      => $order['fee'] ?? 0,
		];
	}
}
