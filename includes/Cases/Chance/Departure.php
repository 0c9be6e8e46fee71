<?php
declare( strict_types=1 );

namespace Amicable\Cases\Chance;

/** A gift that the house rules do not foresee. It may be given, with a written reason. Amounts are minor units of the base currency. */
enum Departure: string {

	/** A threat is in the air and the table says nothing of this: whoever threatens gets what everybody gets. */
	case Table = 'table';

	/** More than the table gives for this. */
	case Most = 'most';

	/** More than leaves a profit, and it was not our mistake. */
	case Limit = 'limit';

	/**
	 * @param int|null  $limit     What may be given so that a profit remains; null: nothing, or nobody knows.
	 * @param bool      $has_table The owner wrote a table.
	 * @param bool      $has_row   The table has a row for this.
	 * @param int|null  $most      What that row allows; null: it names no amount.
	 */
	public static function of( ?Cause $cause, int $cost, ?int $limit, bool $threatened, bool $has_table, bool $has_row, ?int $most ): ?self {
		return match ( true ) {
			$threatened && $has_table && ! $has_row            => self::Table,
			$has_row && $most !== null && $cost > $most        => self::Most,
			$cause === Cause::Ours, $cost === 0                => null,
			default                                            => $cost > ( $limit ?? 0 ) ? self::Limit : null,
		};
	}
}
