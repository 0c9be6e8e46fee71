<?php
declare( strict_types=1 );

namespace Amicable\Settings;

use Amicable\Ledger\HighValueWay;
use Amicable\Values\Currency;
use Amicable\Values\Money;

/** Who has high value: the way that the owner chose, with the numbers of all three. A part of the settings. */
final class HighValueRule {

	/** Where nobody chose a sum: what so many hours of support cost. */
	private const HOURS = 30;

	/** The same where support has no usual cost, in units of the currency. */
	private const UNITS = 1000;

	private function __construct(
		public readonly HighValueWay $by,
		public readonly int $percent,
		public readonly int $times_median,
		public readonly Money $sum,
		public readonly Money $profit,
		public readonly int $kept_percent,
	) {
	}

	public static function read( Kept $kept, string $base_currency ): self {
		$usual = new Money( self::HOURS * ( Settings::guess( $base_currency )->minor ?? 0 ), $base_currency );
		$usual = $usual->minor > 0 ? $usual : new Money( self::UNITS * 10 ** Currency::decimals( $base_currency ), $base_currency );

		return new self(
			HighValueWay::tryFrom( $kept->text( 'by' ) ) ?? HighValueWay::Percentile,
			min( 50, max( 1, $kept->integer( 'percent', 10 ) ) ),
			$kept->integer( 'times_median', 3 ),
			$kept->money( 'sum', $base_currency, $usual ) ?? $usual,
			$kept->money( 'profit', $base_currency, $usual ) ?? $usual,
			min( 100, max( 1, $kept->integer( 'kept_percent', 80 ) ) ),
		);
	}

	/**
	 * Where it begins, minor units of the base currency.
	 *
	 * @param int|null $best What the comparison with others says; null: they are too few.
	 */
	public function begins( ?int $best ): ?int {
		return match ( $this->by ) {
			HighValueWay::Percentile => $best,
			HighValueWay::Sum        => $this->sum->minor,
			HighValueWay::Profit     => $this->profit->minor,
		};
	}

	/** @return array{by: string, percent: int, times_median: int, sum: array{minor: int, currency: string}, profit: array{minor: int, currency: string}, kept_percent: int} */
	public function to_array(): array {
		return [
			'by'           => $this->by->value,
			'percent'      => $this->percent,
			'times_median' => $this->times_median,
			'sum'          => $this->sum->to_array(),
			'profit'       => $this->profit->to_array(),
			'kept_percent' => $this->kept_percent,
		];
	}
}
