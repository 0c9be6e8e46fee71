import { createReduxStore, register } from '@wordpress/data';
import { getPage, write, type Page } from '../api';
import { customersStore } from '../customers/store';
import type { Thunk } from '../thunk';
import { goodwillSchema, type Goodwill, type GoodwillCreate } from './schema';

type State = Record< string, Page< Goodwill > >;
type Action = ReturnType< typeof events.receiveList >;
type Context = Thunk< State, typeof events, typeof selectors >;

const rootOf = ( customer: number ) => `/amicable/v1/customers/${ customer }/goodwill`;
const pathOf = ( customer: number, page: number ) => `${ rootOf( customer ) }?page=${ page }`;

const events = {
	receiveList: ( path: string, page: Page< Goodwill > ) =>
		( { type: 'RECEIVE_LIST', path, page } ) as const,
};

const reducer = ( state: State = {}, action: Action ): State =>
	action.type === 'RECEIVE_LIST' ? { ...state, [ action.path ]: action.page } : state;

const selectors = {
	getList: ( state: State, customer: number, page = 1 ) => state[ pathOf( customer, page ) ],
};

const resolvers = {
	getList:
		( customer: number, page = 1 ) =>
		async ( { dispatch }: Context ) => {
			const path = pathOf( customer, page );
			dispatch.receiveList( path, await getPage( goodwillSchema, path ) );
		},
};

const give =
	( customer: number, goodwill: GoodwillCreate ) =>
	async ( { dispatch, registry }: Context ) => {
		const given = await write( goodwillSchema, rootOf( customer ), goodwill );
		await dispatch.invalidateResolutionForStore();
		await registry.dispatch( customersStore ).forget();
		return given;
	};

export const goodwillStore = createReduxStore( 'amicable/goodwill', {
	reducer,
	actions: { ...events, give },
	selectors,
	resolvers,
} );
register( goodwillStore );
