<?php
declare( strict_types=1 );

namespace Amicable\Stores\EasyDigitalDownloads;

use Amicable\Values\Money;

/** EDD knows no shipping; its Simple Shipping add-on charges it as fees of its own name. */
final class Shipping {

	private const FEE = 'simple_shipping';

	/** @return array{Money, Money} Shipping with its tax, and that tax; of a refund both are negative. */
	public static function of( OrderRecord $record, string $currency ): array {
		$sum = Money::zero( $currency );
		$tax = Money::zero( $currency );
		foreach ( $record->fees as $fee ) {
			if ( $fee['type'] === 'fee' && str_starts_with( (string) $fee['type_key'], self::FEE ) ) {
				$sum = $sum->plus( Money::from_decimal( (string) $fee['total'], $currency ) );
				$tax = $tax->plus( Money::from_decimal( (string) $fee['tax'], $currency ) );
			}
		}

		return [ $sum, $tax ];
	}
}
