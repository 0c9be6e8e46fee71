import { __, _n, sprintf } from '@wordpress/i18n';
import type { Flag } from '../data/customers/schema';
import { formatNumber, formatPercent } from './numbers';

const questions = ( { measured, threshold }: Flag ) =>
	measured.tickets
		? [
				sprintf(
					/* translators: 1: number of questions lately, 2: number of days, 3: number of questions in as many days before. */
					_n(
						'%1$s question in the last %2$s days, %3$s in the %2$s days before.',
						'%1$s questions in the last %2$s days, %3$s in the %2$s days before.',
						measured.tickets,
						'amicable'
					),
					formatNumber( measured.tickets ),
					formatNumber( threshold.days ?? 0 ),
					formatNumber( measured.tickets_before ?? 0 )
				),
			]
		: [];

/** Two shares that are only there for whoever may see money. */
const bill = ( { measured: { cost_percent: now, cost_percent_ahead: ahead } }: Flag ) =>
	typeof now === 'number' && typeof ahead === 'number'
		? [
				sprintf(
					/* translators: 1: percent of what was paid that support cost so far, 2: the same in 90 days. */
					__(
						'Support cost %1$s of what they paid so far. At the pace of the last weeks it is %2$s in 90 days.',
						'amicable'
					),
					formatPercent( now ),
					formatPercent( ahead )
				),
			]
		: [];

const tone = ( { measured, threshold }: Flag ) =>
	measured.strained
		? [
				sprintf(
					/* translators: 1: number of messages lately, 2: number of days, 3: number of messages in as many days before. */
					_n(
						'%1$s message with strained words in the last %2$s days, %3$s in the %2$s days before.',
						'%1$s messages with strained words in the last %2$s days, %3$s in the %2$s days before.',
						measured.strained,
						'amicable'
					),
					formatNumber( measured.strained ),
					formatNumber( threshold.days ?? 0 ),
					formatNumber( measured.strained_before ?? 0 )
				),
			]
		: [];

/** Which way it goes, with both sides of the comparison. */
export const earlySigns = ( flag: Flag ): string[] => [
	...questions( flag ),
	...bill( flag ),
	...tone( flag ),
	__( 'A reason to help in time, no more.', 'amicable' ),
];
