import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import { meSchema, type Mode } from '../me/schema';
import type { Thunk } from '../thunk';
import { practiceSchema, type Practice } from './schema';

const PATH = '/amicable/v1/practice';

type State = Practice | null;
type Action = ReturnType< typeof events.receivePractice >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receivePractice: ( practice: Practice ) => ( { type: 'RECEIVE_PRACTICE', practice } ) as const,
};

const reducer = ( state: State = null, action: Action ): State =>
	action.type === 'RECEIVE_PRACTICE' ? action.practice : state;

const selectors = { getPractice: ( state: State ) => state };

const refresh =
	() =>
	async ( { dispatch }: Context ) => {
		dispatch.receivePractice( await getOne( practiceSchema, PATH ) );
	};

const resolvers = { getPractice: refresh };

const load =
	() =>
	async ( { dispatch }: Context ) => {
		dispatch.receivePractice( await write( practiceSchema, PATH ) );
	};

const remove =
	() =>
	async ( { dispatch }: Context ) => {
		dispatch.receivePractice(
			await write( practiceSchema, PATH, undefined, { method: 'DELETE' } )
		);
	};

/** For this person only; the page has to be asked for anew, since all that it holds is of the other mode. */
const enter = ( mode: Mode ) => () =>
	write( meSchema, '/amicable/v1/me', { mode }, { method: 'PUT' } );

export const practiceStore = createReduxStore( 'amicable/practice', {
	reducer,
	actions: { ...events, refresh, load, remove, enter },
	selectors,
	resolvers,
} );
register( practiceStore );
