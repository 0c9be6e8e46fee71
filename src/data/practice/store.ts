import { createReduxStore, register } from '@wordpress/data';
import { getOne, getPage, write } from '../api';
import { meSchema, type Mode } from '../me/schema';
import type { Thunk } from '../thunk';
import { practiceSchema, storySchema, type Practice, type Story } from './schema';

const PATH = '/amicable/v1/practice';

type State = { practice: Practice | null; stories: Story[] };
type Action = ReturnType< ( typeof events )[ keyof typeof events ] >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receivePractice: ( practice: Practice ) => ( { type: 'RECEIVE_PRACTICE', practice } ) as const,
	receiveStories: ( stories: Story[] ) => ( { type: 'RECEIVE_STORIES', stories } ) as const,
};

const reducer = ( state: State = { practice: null, stories: [] }, action: Action ): State => {
	switch ( action.type ) {
		case 'RECEIVE_PRACTICE':
			return { ...state, practice: action.practice };
		case 'RECEIVE_STORIES':
			return { ...state, stories: action.stories };
		default:
			return state;
	}
};

const selectors = {
	getPractice: ( state: State ) => state.practice,
	getStories: ( state: State ) => state.stories,
};

const refresh =
	() =>
	async ( { dispatch }: Context ) => {
		dispatch.receivePractice( await getOne( practiceSchema, PATH ) );
	};

const resolvers = {
	getPractice: refresh,
	getStories:
		() =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveStories( ( await getPage( storySchema, `${ PATH }/stories` ) ).items );
		},
};

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
