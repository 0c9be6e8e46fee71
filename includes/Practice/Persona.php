<?php
declare( strict_types=1 );

namespace Amicable\Practice;

/** How somebody behaves as a customer. Most people are quiet. */
enum Persona: string {

	/** No more than three questions, ever. */
	case Quiet = 'quiet';

	/** A question now and then. */
	case Regular = 'regular';

	/** Writes a lot, over years. */
	case Busy = 'busy';

	/** Needs far more help than the purchase can pay for. */
	case Heavy = 'heavy';

	/** Asks in bursts what the docs answer. */
	case Burst = 'burst';

	/** Buys for many clients, asks little. */
	case Agency = 'agency';

	/**
	 * By the place in the language's line, so that every language, and every corner of its list of names, has the same share of each.
	 */
	public static function at( int $place ): self {
		return match ( true ) {
			$place % 20 === 3                        => self::Heavy,
			$place % 40 === 11                       => self::Burst,
			$place % 25 === 7                        => self::Agency,
			$place % 10 === 5                        => self::Busy,
			in_array( $place % 10, [ 1, 8 ], true )  => self::Regular,
			default                                  => self::Quiet,
		};
	}

	public function tickets( Dice $dice ): int {
		return match ( $this ) {
			self::Quiet   => $dice->pick( [ 0, 0, 0, 1, 1, 1, 1, 2, 2, 3 ] ),
			self::Regular => $dice->between( 4, 15 ),
			self::Busy    => $dice->between( 16, 38 ),
			self::Heavy   => $dice->between( 6, 12 ),
			self::Burst   => $dice->between( 1, 3 ),
			self::Agency  => $dice->between( 2, 8 ),
		};
	}

	/** Minutes that an agent measured on one ticket; null: nobody measured. */
	public function minutes( Dice $dice ): ?int {
		return match ( true ) {
			$this === self::Heavy => $dice->between( 10, 34 ),
			$dice->chance( 40 )   => $dice->between( 3, 16 ),
			default               => null,
		};
	}

	/** Days since the first order. */
	public function days( Dice $dice ): int {
		return match ( $this ) {
			self::Quiet => $dice->between( 12, 1_050 ),
			self::Heavy => $dice->between( 90, 360 ),
			default     => $dice->between( 120, 1_050 ),
		};
	}
}
