<?php
declare( strict_types=1 );

namespace Amicable\Settings;

use Amicable\Values\Currency;
use Amicable\Values\Money;

/** Stored settings, read with care: a damaged field costs that field, not the page. */
final class Kept {

	/** @param array<array-key, mixed> $fields */
	public function __construct( private readonly array $fields ) {
	}

	public function integer( string $name, int $otherwise ): int {
		$value = $this->fields[ $name ] ?? null;

		return is_int( $value ) && $value >= 0 ? $value : $otherwise;
	}

	public function currency( string $name, string $otherwise ): string {
		$value = $this->fields[ $name ] ?? null;

		return is_string( $value ) && Currency::is_known( $value ) ? $value : $otherwise;
	}

	/** Null that was said stays null; an amount in another currency is none. */
	public function money( string $name, string $currency, ?Money $otherwise ): ?Money {
		$value = $this->fields[ $name ] ?? null;
		if ( $value === null ) {
			return array_key_exists( $name, $this->fields ) ? null : $otherwise;
		}
		$is_money = is_array( $value ) && is_int( $value['minor'] ?? null ) && $value['minor'] >= 0 && ( $value['currency'] ?? null ) === $currency;

		return $is_money ? new Money( $value['minor'], $currency ) : $otherwise;
	}

	public function flag( string $name, bool $otherwise ): bool {
		$value = $this->fields[ $name ] ?? null;

		return is_bool( $value ) ? $value : $otherwise;
	}

	/** @return list<string> */
	public function texts( string $name ): array {
		$value = $this->fields[ $name ] ?? [];

		return is_array( $value ) ? array_values( array_filter( $value, 'is_string' ) ) : [];
	}

	public function text( string $name ): string {
		$value = $this->fields[ $name ] ?? null;

		return is_string( $value ) ? $value : '';
	}

	/** @return list<self> A list of settings within a setting. */
	public function parts( string $name ): array {
		$value = $this->fields[ $name ] ?? null;

		return array_map( static fn ( array $part ): self => new self( $part ), array_values( array_filter( is_array( $value ) ? $value : [], 'is_array' ) ) );
	}

	/** Settings within a setting. */
	public function part( string $name ): self {
		$value = $this->fields[ $name ] ?? null;

		return new self( is_array( $value ) ? $value : [] );
	}
}
