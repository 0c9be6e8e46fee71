<?php
declare( strict_types=1 );

namespace Amicable\Values;

/** Sums side by side, one a currency. Immutable; keeps the currency that came first in front. */
final class MoneyBag {

	/** @param array<string, Money> $sums */
	private function __construct( private readonly array $sums ) {
	}

	public static function of( Money ...$amounts ): self {
		$sums = [];
		foreach ( $amounts as $amount ) {
			$sums[ $amount->currency ] = isset( $sums[ $amount->currency ] ) ? $sums[ $amount->currency ]->plus( $amount ) : $amount;
		}

		return new self( $sums );
	}

	/** @return list<Money> */
	public function all(): array {
		return array_values( $this->sums );
	}

	public function in( string $currency ): Money {
		return $this->sums[ $currency ] ?? Money::zero( $currency );
	}

	/** @return list<array{minor: int, currency: string}> */
	public function to_array(): array {
		return array_map( static fn ( Money $sum ): array => $sum->to_array(), $this->all() );
	}
}
