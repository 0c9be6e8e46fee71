import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import { customersStore } from '../customers/store';
import { reviewStore } from '../review/store';
import type { Thunk } from '../thunk';
import {
	incidentSchema,
	listSchema,
	type Incident,
	type IncidentCreate,
	type IncidentDecide,
	type IncidentList,
} from './schema';

const ROOT = '/amicable/v1/incidents';

type State = { list?: IncidentList; one: Record< number, Incident | undefined > };
type Action = ReturnType< ( typeof events )[ keyof typeof events ] >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveList: ( list: IncidentList ) => ( { type: 'RECEIVE_LIST', list } ) as const,
	receiveOne: ( incident: Incident ) => ( { type: 'RECEIVE_ONE', incident } ) as const,
};

function reducer( state: State = { one: {} }, action: Action ): State {
	switch ( action.type ) {
		case 'RECEIVE_LIST':
			return { list: action.list, one: {} };
		case 'RECEIVE_ONE':
			return { ...state, one: { ...state.one, [ action.incident.id ]: action.incident } };
		default:
			return state;
	}
}

const selectors = {
	getList: ( state: State ) => state.list,
	getIncident: ( state: State, id: number ) => state.one[ id ],
};

const load =
	() =>
	async ( { dispatch }: Context ) => {
		dispatch.receiveList( await getOne( listSchema, ROOT ) );
	};

const resolvers = {
	getList: load,
	getIncident:
		( id: number ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveOne( await getOne( incidentSchema, `${ ROOT }/${ id }` ) );
		},
};

const enter =
	( incident: IncidentCreate ) =>
	async ( { dispatch }: Context ) => {
		await write( incidentSchema, ROOT, incident );
		await dispatch( load() );
	};

/** Whoever has such a ticket is judged anew, so lists and the queue are stale. */
const decide =
	( id: number, decision: IncidentDecide ) =>
	async ( { dispatch, registry }: Context ) => {
		const list = await write( listSchema, `${ ROOT }/${ id }`, decision );
		await registry.dispatch( customersStore ).forget();
		await registry.dispatch( reviewStore ).load();
		dispatch.receiveList( list );
		await dispatch.invalidateResolutionForStoreSelector( 'getIncident' );
	};

export const incidentsStore = createReduxStore( 'amicable/incidents', {
	reducer,
	actions: { ...events, load, enter, decide },
	selectors,
	resolvers,
} );
register( incidentsStore );
