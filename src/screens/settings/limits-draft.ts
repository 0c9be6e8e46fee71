import type { Settings } from '../../data/settings/schema';
import { editable } from '../../format/money';
import { wholeTyped } from '../../format/typed';

/** What stands in the fields about limits, as typed. */
export type LimitsDraft = {
	refunds: string;
	refundDelay: string;
	partings: string;
	partingDelay: string;
	partingSum: string;
	partingPercent: string;
	fourEyes: boolean;
};

export const limitsDraftOf = ( limits: Settings[ 'limits' ] ): LimitsDraft => ( {
	refunds: String( limits.refunds_a_day ),
	refundDelay: String( limits.refund_delay_minutes ),
	partings: String( limits.part_ways_a_day ),
	partingDelay: String( limits.part_ways_delay_minutes ),
	partingSum: editable( limits.part_ways_sum ),
	partingPercent: String( limits.part_ways_percent ),
	fourEyes: limits.four_eyes,
} );

/** All but the amount, which needs its currency to be read. */
export const limitsOf = ( limits: LimitsDraft ) => ( {
	refunds_a_day: wholeTyped( limits.refunds ),
	refund_delay_minutes: wholeTyped( limits.refundDelay ),
	part_ways_a_day: wholeTyped( limits.partings ),
	part_ways_delay_minutes: wholeTyped( limits.partingDelay ),
	part_ways_percent: wholeTyped( limits.partingPercent ),
	four_eyes: limits.fourEyes,
} );
