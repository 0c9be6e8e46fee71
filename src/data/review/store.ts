import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import { customersStore } from '../customers/store';
import type { Thunk } from '../thunk';
import { queueSchema, type Queue } from './schema';

const ROOT = '/amicable/v1/review';

type State = { queue: Queue | undefined };
type Action = ReturnType< typeof events.receiveQueue >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveQueue: ( queue: Queue ) => ( { type: 'RECEIVE_QUEUE', queue } ) as const,
};

const reducer = ( state: State = { queue: undefined }, action: Action ): State =>
	action.type === 'RECEIVE_QUEUE' ? { queue: action.queue } : state;

const selectors = { getQueue: ( state: State ) => state.queue };

const load =
	() =>
	async ( { dispatch }: Context ) => {
		dispatch.receiveQueue( await getOne( queueSchema, ROOT ) );
	};

const post =
	( path: string ) =>
	async ( { dispatch, registry }: Context ) => {
		const queue = await write( queueSchema, `${ ROOT }/${ path }`, {} );
		await registry.dispatch( customersStore ).forget();
		dispatch.receiveQueue( queue );
	};

/** A request by right was answered. */
const answerRight = ( id: number ) => post( `rights/${ id }` );

/** A rule that went silent counts again. */
const heedRule = ( rule: string ) => post( `rules/${ rule }` );

export const reviewStore = createReduxStore( 'amicable/review', {
	reducer,
	actions: { ...events, load, answerRight, heedRule },
	selectors,
	resolvers: { getQueue: load },
} );
register( reviewStore );
