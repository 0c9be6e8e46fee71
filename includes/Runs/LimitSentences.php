<?php
declare( strict_types=1 );

namespace Amicable\Runs;

use Amicable\Admin\MoneyText;
use Amicable\AmicableException;
use Amicable\Capability;
use Amicable\Offboarding\DayLimit;
use Amicable\Offboarding\Kind;
use Amicable\Values\Money;

/** What a limit is, and who may raise it. */
final class LimitSentences {

	private const NAMES = 3;

	/** @param DayLimit::* $why */
	public function refusal( string $why, Kind $kind, DayLimit $limit, string $currency ): AmicableException {
		$sentence = match ( $why ) {
			DayLimit::SUM     => $this->sum( new Money( (int) $limit->most_sum, $currency ) ),
			/* translators: %s: currency code. */
			DayLimit::UNKNOWN => sprintf( __( 'No known exchange rate leads to %s from a currency of this run, so nobody can say whether it is within today\'s limit. The first parting of a day goes through all the same.', 'amicable' ), $currency ),
			default           => $this->count( $kind, $limit->most ),
		};

		/* translators: 1: what the limit is, 2: who may raise it. */
		return new AmicableException( 'amicable_limit', sprintf( __( '%1$s %2$s', 'amicable' ), $sentence, $this->who() ), 409, [], [ 'limit' => $why ] );
	}

	private function count( Kind $kind, int $most ): string {
		if ( $kind === Kind::PartWays ) {
			/* translators: %d: how many a day. */
			return sprintf( _n( '%d parting a day is the limit, and it is reached for today.', '%d partings a day are the limit, and it is reached for today.', $most, 'amicable' ), $most );
		}

		/* translators: %d: how many a day. */
		return sprintf( _n( '%d refund a day is the limit, and it is reached for today.', '%d refunds a day are the limit, and it is reached for today.', $most, 'amicable' ), $most );
	}

	private function sum( Money $most ): string {
		/* translators: %s: amount of money. */
		return sprintf( __( 'Partings may pay back %s a day, and with this one it would be more.', 'amicable' ), MoneyText::of( $most ) );
	}

	private function who(): string {
		$users = get_users(
			[
				'capability' => Capability::SETTINGS,
				'number'     => self::NAMES,
				'orderby'    => 'display_name',
				'fields'     => 'display_name',
			]
		);
		$names = array_filter( $users, 'is_string' );

		return $names === []
			? __( 'An administrator can raise it in the settings; tomorrow it counts anew.', 'amicable' )
			/* translators: %s: names of people. */
			: sprintf( __( 'It can be raised in the settings (by %s); tomorrow it counts anew.', 'amicable' ), implode( ', ', $names ) );
	}
}
