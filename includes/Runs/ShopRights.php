<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\AmicableException;
use Amicable\Offboarding\Step;
use Amicable\Offboarding\StepKind;
use Amicable\Stores\Stores;

/** Our own capability gives nobody a right over a shop's money that the shop's plugin withholds. */
final class ShopRights {

	public function __construct( private readonly Stores $stores ) {
	}

	/**
	 * @param list<Step> $steps Of a run.
	 * @return list<string> Shops where it gives money back.
	 */
	public static function asked_by( array $steps ): array {
		return array_values( array_map( static fn ( Step $step ): string => $step->store, array_filter( $steps, static fn ( Step $step ): bool => $step->kind === StepKind::Refund ) ) );
	}

	/**
	 * @param list<string> $stores Where money is to go back.
	 * @throws AmicableException 403 naming the shop.
	 */
	public function check( array $stores, int $user_id ): void {
		foreach ( array_unique( $stores ) as $id ) {
			$store = $this->stores->get( $id );
			foreach ( $store->capabilities() as $capability ) {
				if ( ! user_can( $user_id, $capability ) ) {
					/* translators: 1: name of a shop plugin, "WooCommerce 11.0.1", 2: name of a capability, "edit_shop_orders". */
					throw new AmicableException( 'amicable_shop_right_missing', sprintf( __( 'Money goes back at %1$s only by somebody who may handle its orders (%2$s). Nothing was started; ask one of them.', 'amicable' ), $store->label(), $capability ), 403 );
				}
			}
		}
	}
}
