import { createReduxStore, register } from '@wordpress/data';
import { getPage, write, type Page } from '../api';
import { customersStore } from '../customers/store';
import type { Thunk } from '../thunk';
import { goodwillSchema, type Goodwill, type GoodwillCreate } from './schema';

type State = Record< number, Page< Goodwill > >;
type Action = ReturnType< typeof events.receiveList >;
type Context = Thunk< State, typeof events, typeof selectors >;

const pathOf = ( customer: number ) => `/amicable/v1/customers/${ customer }/goodwill`;

const events = {
	receiveList: ( customer: number, page: Page< Goodwill > ) =>
		( { type: 'RECEIVE_LIST', customer, page } ) as const,
};

const reducer = ( state: State = {}, action: Action ): State =>
	action.type === 'RECEIVE_LIST' ? { ...state, [ action.customer ]: action.page } : state;

const selectors = { getList: ( state: State, customer: number ) => state[ customer ] };

const resolvers = {
	getList:
		( customer: number ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveList( customer, await getPage( goodwillSchema, pathOf( customer ) ) );
		},
};

const give =
	( customer: number, goodwill: GoodwillCreate ) =>
	async ( { dispatch, registry }: Context ) => {
		const given = await write( goodwillSchema, pathOf( customer ), goodwill );
		await dispatch.invalidateResolution( 'getList', [ customer ] );
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
