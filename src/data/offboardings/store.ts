import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import { casesStore } from '../cases/store';
import { customersStore } from '../customers/store';
import { looseEndsStore } from '../loose_ends/store';
import type { Thunk } from '../thunk';
import { planSchema, runSchema } from './schema';
import type {
	AcceptRequest,
	Plan,
	PlanRequest,
	Run,
	SettleRequest,
	StartRequest,
	UndoRequest,
} from './schema';

const ROOT = '/amicable/v1/offboardings';

type State = { plans: Record< string, Plan >; runs: Record< number, Run > };
type Action = ReturnType< ( typeof events )[ keyof typeof events ] >;
type Context = Thunk< State, typeof events, typeof selectors >;

const keyOf = ( request: PlanRequest ) => JSON.stringify( request );

const events = {
	receivePlan: ( key: string, plan: Plan ) => ( { type: 'RECEIVE_PLAN', key, plan } ) as const,
	receiveRun: ( run: Run ) => ( { type: 'RECEIVE_RUN', run } ) as const,
};

const reducer = ( state: State = { plans: {}, runs: {} }, action: Action ): State => {
	switch ( action.type ) {
		case 'RECEIVE_PLAN':
			return { ...state, plans: { ...state.plans, [ action.key ]: action.plan } };
		case 'RECEIVE_RUN':
			return { ...state, runs: { ...state.runs, [ action.run.id ]: action.run } };
		default:
			return state;
	}
};

const selectors = {
	getPlan: ( state: State, request: PlanRequest ) => state.plans[ keyOf( request ) ],
	getRun: ( state: State, id: number ) => state.runs[ id ],
};

const resolvers = {
	/** A POST that changes nothing: the question is too long for an address. */
	getPlan:
		( request: PlanRequest ) =>
		async ( { dispatch }: Context ) => {
			const plan = await write( planSchema, `${ ROOT }/plan`, request );
			dispatch.receivePlan( keyOf( request ), plan );
		},
	getRun:
		( id: number ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveRun( await getOne( runSchema, `${ ROOT }/${ id }` ) );
		},
};

/** Reads the run anew and keeps showing the old one meanwhile. */
const refresh =
	( id: number ) =>
	async ( { dispatch }: Context ) => {
		dispatch.receiveRun( await getOne( runSchema, `${ ROOT }/${ id }` ) );
	};

/** Money moved or was promised: no plan made before holds any longer. */
const change =
	( path: string, data?: object, key?: string ) =>
	async ( { dispatch, registry }: Context ) => {
		const run = await write( runSchema, `${ ROOT }${ path }`, data, key ? { key } : {} );
		dispatch.receiveRun( run );
		await dispatch.invalidateResolutionForStoreSelector( 'getPlan' );
		await registry.dispatch( casesStore ).invalidateResolutionForStore();
		await registry.dispatch( customersStore ).forget();
		await registry.dispatch( looseEndsStore ).forget();
		return run;
	};

/** `key` stays the same while the person means the same start, so that a retry never starts a second run. */
const start = ( request: StartRequest, key: string ) => change( '', request, key );
const stop = ( id: number ) => change( `/${ id }/stop` );
const resume = ( id: number ) => change( `/${ id }/resume` );
const approve = ( id: number ) => change( `/${ id }/approve` );
const settle = ( id: number, step: string, request: SettleRequest ) =>
	change( `/${ id }/steps/${ encodeURIComponent( step ) }/settle`, request );
const retry = ( id: number, step: string ) =>
	change( `/${ id }/steps/${ encodeURIComponent( step ) }/retry` );
const undo = ( id: number, step: string, request: UndoRequest ) =>
	change( `/${ id }/steps/${ encodeURIComponent( step ) }/undo`, request );
const check = ( id: number ) => change( `/${ id }/check` );
const accept = ( id: number, request: AcceptRequest ) => change( `/${ id }/accept`, request );

/** Carries out the next due step. Called again and again while the screen is open, so it forgets nothing else until the end. */
const runNext =
	( id: number ) =>
	async ( { dispatch, registry }: Context ) => {
		const run = await write( runSchema, `${ ROOT }/${ id }/run` );
		dispatch.receiveRun( run );
		if ( run.state !== 'running' ) {
			await registry.dispatch( casesStore ).invalidateResolutionForStore();
			await registry.dispatch( customersStore ).forget();
			await registry.dispatch( looseEndsStore ).forget();
		}
		return run;
	};

export const offboardingsStore = createReduxStore( 'amicable/offboardings', {
	reducer,
	actions: {
		...events,
		refresh,
		start,
		stop,
		resume,
		approve,
		settle,
		retry,
		undo,
		check,
		accept,
		runNext,
	},
	selectors,
	resolvers,
} );
register( offboardingsStore );
