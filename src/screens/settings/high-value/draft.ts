import type { Money } from '../../../data/common';
import type { HighValue } from '../../../data/settings/high-value';
import { editable } from '../../../format/money';
import { wholeTyped } from '../../../format/typed';

/** What stands in the fields about high value, as typed. */
export type HighValueDraft = {
	by: HighValue[ 'by' ];
	percent: string;
	timesMedian: string;
	sum: string;
	profit: string;
	kept: string;
};

export const highValueDraftOf = ( rule: HighValue ): HighValueDraft => ( {
	by: rule.by,
	percent: String( rule.percent ),
	timesMedian: String( rule.times_median ),
	sum: editable( rule.sum ),
	profit: editable( rule.profit ),
	kept: String( rule.kept_percent ),
} );

/** @param read Reads an amount under the name by which the server would complain of it. */
export const highValueOf = (
	draft: HighValueDraft,
	read: ( name: string, typed: string ) => Money
): HighValue => ( {
	by: draft.by,
	percent: wholeTyped( draft.percent ),
	times_median: wholeTyped( draft.timesMedian ),
	sum: read( 'high_value.sum', draft.sum ),
	profit: read( 'high_value.profit', draft.profit ),
	kept_percent: wholeTyped( draft.kept ),
} );
