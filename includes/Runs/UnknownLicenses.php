<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Licensing\LicenseManager;
use Amicable\Offboarding\Check;
use Amicable\Stores\Keys;
use Amicable\Stores\NamesUncovered;
use Amicable\Stores\Obligation;
use Amicable\Stores\OrderRef;

/** Plugins that nobody here looks into, and orders that speak of a license which no license system here knows. */
final class UnknownLicenses {

	/**
	 * @param list<NamesUncovered> $shops
	 * @param list<LicenseManager> $managers
	 */
	public function __construct(
		private readonly array $shops,
		private readonly array $managers,
	) {
	}

	/**
	 * Of the shops that these orders are from.
	 *
	 * @param list<OrderRef> $refs
	 * @return list<Obligation>
	 */
	public function plugins( array $refs ): array {
		$shops = array_filter( $this->shops, static fn ( NamesUncovered $shop ): bool => self::ids( $refs, $shop ) !== [] );

		return array_merge( [], ...array_map( static fn ( NamesUncovered $shop ): array => $shop->obligations(), array_values( $shops ) ) );
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<Obligation>
	 */
	public function on( array $refs ): array {
		$open = [];
		foreach ( $this->shops as $shop ) {
			foreach ( $shop->license_fields( self::ids( $refs, $shop ) ) as $id => $field ) {
				$ref = new OrderRef( $shop->store(), $id );
				if ( ! $this->is_known( $ref ) ) {
					/* translators: 1: number of an order, 2: name of a field of its line, "License key". */
					$open[] = new Obligation( Check::NotCovered->value, true, "license_field:{$ref->key()}", sprintf( __( 'Order %1$d has a line with “%2$s”, and no license system that is covered knows this order: look there yourself.', 'amicable' ), $id, $field ), $ref );
				}
			}
		}

		return $open;
	}

	private function is_known( OrderRef $ref ): bool {
		foreach ( $this->managers as $manager ) {
			try {
				if ( $manager->licenses_of( [ $ref ], new Keys( [], [] ) ) !== [] ) {
					return true;
				}
			} catch ( AmicableException ) {
				return true; // It cannot be read, and says so itself, for this very order.
			}
		}

		return false;
	}

	/**
	 * @param list<OrderRef> $refs
	 * @return list<int>
	 */
	private static function ids( array $refs, NamesUncovered $shop ): array {
		return array_values( array_unique( OrderRef::ids_in( $shop->store(), $refs ) ) );
	}
}
