import { __, _x } from '@wordpress/i18n';
import type { WholeScope } from './view';
import type { RunKind, RunState, StepKind, StepState } from '../../data/offboardings/schema';

export { runKindNames } from '../../format/words';

/** What a line of a plan or a step is about, in the order in which they happen. */
export const kindNames = (): Record< StepKind, string > => ( {
	block: __( 'New purchases', 'amicable' ),
	cancel_subscription: __( 'Subscriptions', 'amicable' ),
	deactivate_site: __( 'Sites', 'amicable' ),
	refund: __( 'Refunds', 'amicable' ),
	revoke_download: __( 'Downloads', 'amicable' ),
	disable_license: __( 'Licenses', 'amicable' ),
	note: __( 'Notes on the orders', 'amicable' ),
	proof: __( 'Proof', 'amicable' ),
	receipt_mail: __( 'Receipt by mail', 'amicable' ),
} );

export const stepStateNames = (): Record< StepState, string > => ( {
	pending: __( 'To do', 'amicable' ),
	running: __( 'Under way', 'amicable' ),
	done: __( 'Done', 'amicable' ),
	skipped: __( 'Nothing to do', 'amicable' ),
	manual: __( 'By hand', 'amicable' ),
	failed: __( 'Failed', 'amicable' ),
	unknown: __( 'Not known', 'amicable' ),
} );

export const runStateNames = (): Record< RunState, string > => ( {
	awaiting_approval: __( 'Waits for approval', 'amicable' ),
	scheduled: __( 'Scheduled', 'amicable' ),
	running: __( 'Under way', 'amicable' ),
	waiting: _x( 'Waits', 'state of a run', 'amicable' ),
	paused: __( 'Paused', 'amicable' ),
	needs_attention: __( 'Needs a person', 'amicable' ),
	completed: __( 'Completed', 'amicable' ),
	stopped: __( 'Stopped', 'amicable' ),
} );

/** One sentence that says what the state means for whoever looks. */
export const runStateHints = (): Record< RunState, string > => ( {
	awaiting_approval: __(
		'Nothing happens until somebody else who may approve has agreed.',
		'amicable'
	),
	scheduled: __( 'It starts by itself. Until then it can be stopped.', 'amicable' ),
	running: __(
		'You may close this page: the work goes on, and this page finds it again.',
		'amicable'
	),
	waiting: __( 'Something has to finish elsewhere first. It goes on by itself.', 'amicable' ),
	paused: __( 'It rests. What is done stays done.', 'amicable' ),
	needs_attention: __(
		'Everything that could be done is done. What is left needs you: see the marked steps.',
		'amicable'
	),
	completed: __( 'Everything is done and was read back from the store.', 'amicable' ),
	stopped: __( 'It was stopped. What was done stays done; the rest was not begun.', 'amicable' ),
} );

export const runKindHints = (): Record< RunKind, string > => ( {
	refund: __(
		'These orders are paid back in full and what they bought ends. The customer stays welcome.',
		'amicable'
	),
	part_ways: __(
		'The relation ends: what you choose goes back in full, every license, subscription and download ends, and the customer cannot buy again.',
		'amicable'
	),
	finish: __( 'What an earlier refund left open is closed.', 'amicable' ),
} );

export const scopeNames = (): Record< WholeScope, string > => ( {
	all: __( 'Everything paid', 'amicable' ),
	running: __( 'What still runs', 'amicable' ),
} );

export const scopeHints = (): Record< WholeScope, string > => ( {
	all: __( 'Every order ever paid, in full.', 'amicable' ),
	running: __(
		'Orders whose license or subscription has not ended, and those that may be given back anyway, in full.',
		'amicable'
	),
} );
