import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import type { Thunk } from '../thunk';
import { servicesSchema, type ServiceCreate, type ServiceList } from './schema';

const ROOT = '/amicable/v1/services';

type State = { list?: ServiceList };
type Action = ReturnType< typeof events.receiveList >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveList: ( list: ServiceList ) => ( { type: 'RECEIVE_LIST', list } ) as const,
};

const reducer = ( state: State = {}, action: Action ): State =>
	action.type === 'RECEIVE_LIST' ? { list: action.list } : state;

const selectors = { getList: ( state: State ) => state.list };

const resolvers = {
	getList:
		() =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveList( await getOne( servicesSchema, ROOT ) );
		},
};

const add =
	( service: ServiceCreate ) =>
	async ( { dispatch }: Context ) => {
		dispatch.receiveList( await write( servicesSchema, ROOT, service ) );
	};

const remove =
	( id: number ) =>
	async ( { dispatch }: Context ) => {
		const path = `${ ROOT }/${ id }`;
		dispatch.receiveList(
			await write( servicesSchema, path, undefined, { method: 'DELETE' } )
		);
	};

export const servicesStore = createReduxStore( 'amicable/services', {
	reducer,
	actions: { ...events, add, remove },
	selectors,
	resolvers,
} );
register( servicesStore );
