import { __ } from '@wordpress/i18n';
import type { Stage } from '../../data/cases/schema';

/** What moving there means, for whoever chooses. */
export const stageHints = (): Record< Stage, string > => ( {
	open: __( 'Start again. Warnings from before do not count.', 'amicable' ),
	second_chance: __(
		'Help first: find out why, put right what is ours, promise only what can be kept.',
		'amicable'
	),
	warned: __(
		'A short, friendly word about what has to change and what follows if it does not.',
		'amicable'
	),
	agreed: __( 'The customer took the refund that was offered.', 'amicable' ),
	explained: __(
		'The facts and their own words, without judging; what happens now.',
		'amicable'
	),
	counsel: __( 'A person has read it and confirms: this is a matter for a lawyer.', 'amicable' ),
	offboarding: __(
		'Money back in full, licenses and subscriptions ended, nothing owed.',
		'amicable'
	),
	closed: __( 'Over, with a receipt.', 'amicable' ),
	recovered: __( 'It works again. A good end.', 'amicable' ),
	lapsed: __( 'The renewal is off; what is paid for runs to its end.', 'amicable' ),
	dismissed: __( 'There was nothing to it.', 'amicable' ),
} );

/** The way most cases go, for the stepper. */
export const WAY: Stage[] = [
	'open',
	'second_chance',
	'warned',
	'explained',
	'offboarding',
	'closed',
];
