import type { Money } from '../../data/common';
import type {
	Plan,
	PlanItem,
	Run,
	RunState,
	StartRequest,
	Step,
	StepKind,
} from '../../data/offboardings/schema';
import { stepKind } from '../../data/offboardings/schema';

export type Group< T > = { kind: StepKind; items: T[] };

/** Lines of one kind together, in the order in which a run does them. */
export const grouped = < T extends { kind: StepKind } >( items: T[] ): Group< T >[] =>
	stepKind.options
		.map( ( kind ) => ( { kind, items: items.filter( ( item ) => item.kind === kind ) } ) )
		.filter( ( group ) => group.items.length > 0 );

/** Refunds that no gateway pays: somebody has to send this money by another way. */
export const byHand = ( items: PlanItem[] ) =>
	items.filter( ( item ) => item.action === 'do' && item.method === 'manual' );

export type WholeScope = 'running' | 'all';

/** Orders that get money back. */
const refunded = ( { items }: Plan ) =>
	items
		.filter( ( { kind, action } ) => kind === 'refund' && action === 'do' )
		.map( ( { key } ) => key );

/** Everything, when that is one term or less; else what still runs. */
export function preselected( all: Plan, running: Plan ): WholeScope {
	const alive = refunded( running );
	const everything = refunded( all );
	return everything.length <= 1 || everything.every( ( key ) => alive.includes( key ) )
		? 'all'
		: 'running';
}

/** The person typed the first total; the others are those that stood beside it. */
export const startOf = (
	plan: Plan,
	more: Pick< StartRequest, 'case_id' | 'reason' | 'receipt' | 'hold_mails' | 'licenses_end' >
): StartRequest => ( {
	plan_hash: plan.hash,
	customer_id: plan.customer_id,
	kind: plan.kind,
	scope: plan.scope,
	confirm_orders: plan.orders,
	confirm_totals: plan.totals.map( ( { minor, currency }: Money ) => ( { minor, currency } ) ),
	...more,
} );

const MOVING: RunState[] = [ 'running' ];
const WAITING: RunState[] = [ 'scheduled', 'waiting', 'awaiting_approval' ];

/** Whether its waiting is over. */
export const isDue = ( { state, start_at: at }: Run, now = Date.now() ) =>
	state === 'scheduled' && Boolean( at ) && Date.parse( at ?? '' ) <= now;

/** How many orders it pays back. */
export const refundsOf = ( { steps }: Run ) =>
	steps.filter( ( step ) => movesMoney( step ) && step.state !== 'skipped' ).length;

/** Whether this page should carry out the next step. */
export const isMoving = ( run: Run ) =>
	( MOVING.includes( run.state ) || isDue( run ) ) && run.allowed.includes( 'run' );

/** Whether it may change without us. */
export const isWaiting = ( run: Run ) =>
	! isMoving( run ) && [ ...MOVING, ...WAITING ].includes( run.state );

export const movesMoney = ( { kind }: Pick< Step, 'kind' > ) => kind === 'refund';

/** Whether only a person can say how it ended. */
export const isUndecided = ( { state }: Step ) => state === 'manual' || state === 'unknown';

/** Whether it may be asked for once more by itself. */
export const isRetryable = ( run: Run, { state }: Step ) =>
	run.state === 'needs_attention' &&
	run.allowed.includes( 'resume' ) &&
	( state === 'failed' || state === 'unknown' );

/** Whether it can be given back from here. */
export const isReturnable = ( { undo }: Step ) =>
	undo?.state === 'possible' || undo?.state === 'open';
