import { createReduxStore, register } from '@wordpress/data';
import { addQueryArgs } from '@wordpress/url';
import { getPage, type Page } from '../api';
import type { Thunk } from '../thunk';
import { ROOT } from './query';
import { evidenceSchema, orderSchema, ticketSchema, timelineSchema } from './schema';
import type { CustomerOrder, CustomerTicket, Evidence, TimelineEntry } from './schema';

/** What hangs below one customer, a list each. */
type Lists = {
	orders: CustomerOrder;
	tickets: CustomerTicket;
	evidence: Evidence;
	timeline: TimelineEntry;
};
export type ListName = keyof Lists;

type State = { [ Name in ListName ]: Record< string, Page< Lists[ Name ] > > };
type Received = { [ Name in ListName ]: { name: Name; page: Page< Lists[ Name ] > } }[ ListName ];
type Action = ReturnType< typeof events.receiveList >;
type Context = Thunk< State, typeof events, typeof selectors >;

const PER_PAGE = 100;

const keyOf = ( id: number, page = 1 ) => `${ id }:${ page }`;
const pathOf = ( id: number, name: ListName, page: number ) =>
	addQueryArgs( `${ ROOT }/${ id }/${ name }`, { page, per_page: PER_PAGE } );

const events = {
	receiveList: ( key: string, received: Received ) =>
		( { type: 'RECEIVE_LIST', key, received } ) as const,
};

const EMPTY: State = { orders: {}, tickets: {}, evidence: {}, timeline: {} };

const reducer = ( state: State = EMPTY, action: Action ): State =>
	action.type === 'RECEIVE_LIST'
		? {
				...state,
				[ action.received.name ]: {
					...state[ action.received.name ],
					[ action.key ]: action.received.page,
				},
			}
		: state;

const selectors = {
	getOrders: ( state: State, id: number, page = 1 ) => state.orders[ keyOf( id, page ) ],
	getTickets: ( state: State, id: number, page = 1 ) => state.tickets[ keyOf( id, page ) ],
	getEvidence: ( state: State, id: number, page = 1 ) => state.evidence[ keyOf( id, page ) ],
	getTimeline: ( state: State, id: number, page = 1 ) => state.timeline[ keyOf( id, page ) ],
};

const resolver =
	( ask: ( id: number, page: number ) => Promise< Received > ) =>
	( id: number, page = 1 ) =>
	async ( { dispatch }: Context ) => {
		dispatch.receiveList( keyOf( id, page ), await ask( id, page ) );
	};

const resolvers = {
	getOrders: resolver( async ( id, page ) => ( {
		name: 'orders',
		page: await getPage( orderSchema, pathOf( id, 'orders', page ) ),
	} ) ),
	getTickets: resolver( async ( id, page ) => ( {
		name: 'tickets',
		page: await getPage( ticketSchema, pathOf( id, 'tickets', page ) ),
	} ) ),
	getEvidence: resolver( async ( id, page ) => ( {
		name: 'evidence',
		page: await getPage( evidenceSchema, pathOf( id, 'evidence', page ) ),
	} ) ),
	getTimeline: resolver( async ( id, page ) => ( {
		name: 'timeline',
		page: await getPage( timelineSchema, pathOf( id, 'timeline', page ) ),
	} ) ),
};

export const listsStore = createReduxStore( 'amicable/customer-lists', {
	reducer,
	actions: events,
	selectors,
	resolvers,
} );
register( listsStore );
