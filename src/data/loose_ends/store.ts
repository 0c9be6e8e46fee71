import { createReduxStore, register } from '@wordpress/data';
import { addQueryArgs } from '@wordpress/url';
import { getPage, write, type Page } from '../api';
import { overviewStore } from '../overview/store';
import type { Thunk } from '../thunk';
import { looseEndSchema, type LooseEnd, type LooseEndKind, type LooseEndState } from './schema';

const ROOT = '/amicable/v1/loose-ends';

export type LooseEndQuery = {
	state: LooseEndState;
	page: number;
	per_page: number;
	kind?: LooseEndKind | undefined;
};

const pathOf = ( query: LooseEndQuery ) => addQueryArgs( ROOT, query );

type State = Record< string, Page< LooseEnd > >;
type Action = ReturnType< typeof events.receivePage >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receivePage: ( path: string, page: Page< LooseEnd > ) =>
		( { type: 'RECEIVE_PAGE', path, page } ) as const,
};

const reducer = ( state: State = {}, action: Action ): State =>
	action.type === 'RECEIVE_PAGE' ? { ...state, [ action.path ]: action.page } : state;

const selectors = {
	getPage: ( state: State, query: LooseEndQuery ) => state[ pathOf( query ) ],
};

const resolvers = {
	getPage:
		( query: LooseEndQuery ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receivePage(
				pathOf( query ),
				await getPage( looseEndSchema, pathOf( query ) )
			);
		},
};

/** Lists are read again where they show; what they showed stays until then. */
const forget =
	() =>
	async ( { dispatch, registry }: Context ) => {
		await dispatch.invalidateResolutionForStore();
		await registry.dispatch( overviewStore ).invalidateResolutionForStore();
	};

const leave = ( id: number, reason: string ) => async ( context: Context ) => {
	const end = await write( looseEndSchema, `${ ROOT }/${ id }/leave`, { reason } );
	await forget()( context );
	return end;
};

export const looseEndsStore = createReduxStore( 'amicable/loose-ends', {
	reducer,
	actions: { ...events, forget, leave },
	selectors,
	resolvers,
} );
register( looseEndsStore );
