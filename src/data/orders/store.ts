import { createReduxStore, register } from '@wordpress/data';
import { getOne } from '../api';
import type { OrderRef } from '../common';
import type { Thunk } from '../thunk';
import { cardSchema, type OrderCard } from './schema';

type State = Record< string, OrderCard >;
type Action = ReturnType< typeof events.receiveCard >;
type Context = Thunk< State, typeof events, typeof selectors >;

const keyOf = ( { store, id }: OrderRef ) => `${ store }:${ id }`;

const events = {
	receiveCard: ( card: OrderCard ) => ( { type: 'RECEIVE_CARD', card } ) as const,
};

const reducer = ( state: State = {}, { type, card }: Action ): State =>
	type === 'RECEIVE_CARD' ? { ...state, [ keyOf( card.order ) ]: card } : state;

const selectors = { getCard: ( state: State, order: OrderRef ) => state[ keyOf( order ) ] };

const resolvers = {
	getCard:
		( { store, id }: OrderRef ) =>
		async ( { dispatch }: Context ) => {
			const path = `/amicable/v1/orders/${ store }/${ id }/customer`;
			dispatch.receiveCard( await getOne( cardSchema, path ) );
		},
};

export const ordersStore = createReduxStore( 'amicable/orders', {
	reducer,
	actions: events,
	selectors,
	resolvers,
} );
register( ordersStore );
