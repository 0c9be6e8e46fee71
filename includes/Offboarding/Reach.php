<?php
declare( strict_types=1 );

namespace Amicable\Offboarding;

use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;

/** What a run answers for: the lines that its proof is judged by. */
final class Reach {

	/** Checks that ask for access and future charges, not for money that was paid. */
	private const ACCESS = [ Check::PayableOrders, Check::Subscriptions, Check::Downloads, Check::Licenses, Check::EddItems, Check::EddSubscriptions, Check::EddLicenses ];

	/**
	 * @param list<string>|null $orders     Keys; null: every order, and what hangs on none.
	 * @param bool              $all_access Nothing of the customer may stay alive, whichever order brought it.
	 * @param list<string>|null $ends       Keys of loose ends; null: judged by order.
	 */
	private function __construct(
		private readonly ?array $orders,
		private readonly bool $all_access,
		private readonly ?array $ends = null,
	) {
	}

	public static function everything(): self {
		return new self( null, true );
	}

	public static function orders( OrderRef ...$refs ): self {
		return new self( self::keys( $refs ), false );
	}

	/** The money of these orders, and everything that the customer can still use. */
	public static function running( OrderRef ...$refs ): self {
		return new self( self::keys( $refs ), true );
	}

	/** @param list<string> $keys Of `LooseEnd`. */
	public static function loose_ends( array $keys ): self {
		return new self( [], false, $keys );
	}

	public function covers( Obligation $answer ): bool {
		if ( $this->ends !== null ) {
			return $answer->ref !== null && in_array( LooseEnd::key_of( $answer->check, $answer->ref ), $this->ends, true );
		}
		if ( $this->orders === null || ( $this->all_access && in_array( Check::from( $answer->check ), self::ACCESS, true ) ) ) {
			return true;
		}

		return $answer->order !== null && in_array( $answer->order->key(), $this->orders, true );
	}

	/**
	 * @param array<OrderRef> $refs
	 * @return list<string>
	 */
	private static function keys( array $refs ): array {
		return array_values( array_map( static fn ( OrderRef $ref ): string => $ref->key(), $refs ) );
	}
}
