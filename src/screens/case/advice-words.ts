import { __, sprintf } from '@wordpress/i18n';
import type { Stage } from '../../data/cases/schema';
import { stageNames } from '../../format/words';
import type { Advice } from './advice';

/** What to write, as a heading and as a button. */
const writing = (): Partial<
	Record< Stage, { title: string; button: string; why: string } >
> => ( {
	open: {
		title: __( 'Say that the bank decides', 'amicable' ),
		button: __( 'Write the text for a dispute', 'amicable' ),
		why: __(
			'One short word: about this order the bank is talked to; other orders are answered as ever.',
			'amicable'
		),
	},
	warned: {
		title: __( 'Write a friendly warning', 'amicable' ),
		button: __( 'Write the friendly warning', 'amicable' ),
		why: __(
			'Most relations are saved here. It says what has to change and what follows if it does not, and offers the refund.',
			'amicable'
		),
	},
	second_chance: {
		title: __( 'Help first', 'amicable' ),
		button: __( 'Write to help', 'amicable' ),
		why: __(
			'Find out why, put right what is ours, promise only what can be kept.',
			'amicable'
		),
	},
	explained: {
		title: __( 'Explain the end', 'amicable' ),
		button: __( 'Write the explanation', 'amicable' ),
		why: __(
			'It went on after the warning. They are owed the reason, with facts and their own words.',
			'amicable'
		),
	},
	counsel: {
		title: __( 'Write the prepared statement', 'amicable' ),
		button: __( 'Write the statement', 'amicable' ),
		why: __(
			'Nothing else is written to them from here on. Your lawyer answers what comes after.',
			'amicable'
		),
	},
} );

export const writeWords = ( to: Stage ) =>
	writing()[ to ] ?? {
		title: stageNames()[ to ],
		button: __( 'Write to the customer', 'amicable' ),
		why: '',
	};

const waiting = ( to: Stage ) =>
	to === 'explained'
		? __( 'Wait and see', 'amicable' )
		: sprintf(
				/* translators: %s: stage of a case. */
				__( 'Not ready yet for: %s', 'amicable' ),
				stageNames()[ to ]
			);

/** The case stays where it is. */
function staying( reason: string ) {
	switch ( reason ) {
		case 'answer_first':
			return __( 'Answer them first', 'amicable' );
		case 'keep_promises':
			return __( 'Keep what was promised', 'amicable' );
		case 'carried_out':
			return __( 'Let it stand', 'amicable' );
		case 'warning_old':
			return __( 'The warning is too old', 'amicable' );
		default:
			return __( 'Wait and see', 'amicable' );
	}
}

/** What the facts suggest, as a heading and as a button. */
export function suggested( { reason, to }: { reason: string; to: Stage | null } ) {
	switch ( to ) {
		case 'agreed':
			return __( 'Refund as agreed', 'amicable' );
		case 'recovered':
			return __( 'End it well', 'amicable' );
		case 'lapsed':
			return __( 'Let it lapse', 'amicable' );
		case 'counsel':
			return __( 'Hand it to counsel', 'amicable' );
		default:
			return staying( reason );
	}
}

/** The next thing as a heading, and why it is that. */
export function adviceWords( advice: Advice ): { title: string; why: string } {
	switch ( advice.kind ) {
		case 'settle':
			return {
				title: __( 'Say whether a message went out', 'amicable' ),
				why: __( 'Sending broke off. Nothing is sent twice by itself.', 'amicable' ),
			};
		case 'go_on':
			return {
				title: __( 'Go on with the draft', 'amicable' ),
				why: __( 'A message is begun and not sent yet.', 'amicable' ),
			};
		case 'move_on':
			return {
				title: __( 'Let the case follow', 'amicable' ),
				why: __(
					'The message went out, and the case still stands where it was.',
					'amicable'
				),
			};
		case 'write':
			return { ...writeWords( advice.to ), ...( advice.why && { why: advice.why } ) };
		case 'wait':
			return { title: waiting( advice.to ), why: advice.why };
		case 'suggested':
			return { title: suggested( advice ), why: advice.why };
		case 'bank':
			return {
				title: __( 'Wait for the bank', 'amicable' ),
				why: __(
					'It was said that the bank decides. Send it your evidence; nothing more is said about this order.',
					'amicable'
				),
			};
		case 'part':
			return {
				title: __( 'Look at the plan', 'amicable' ),
				why: __(
					'The plan shows every refund and every license before anything happens.',
					'amicable'
				),
			};
		case 'run':
			return {
				title: __( 'See the run through', 'amicable' ),
				why: __( 'The case is over once its receipt is complete.', 'amicable' ),
			};
		default:
			return {
				title: __( 'Nothing left to do', 'amicable' ),
				why: __( 'This case has come to its end.', 'amicable' ),
			};
	}
}
