import { createReduxStore, register } from '@wordpress/data';
import { addQueryArgs } from '@wordpress/url';
import * as z from 'zod/mini';
import { getOne, write as send } from '../api';
import { casesStore } from '../cases/store';
import type { StoreId } from '../common';
import { customersStore } from '../customers/store';
import type { Thunk } from '../thunk';
import {
	chanceSchema,
	productSchema,
	type Chance,
	type Entry,
	type EntryCreate,
	type EntrySettle,
} from './schema';

const rootOf = ( id: number ) => `/amicable/v1/cases/${ id }`;

/** A case as somebody sees it. */
type Seen = { id: number; version: number };

type State = Record< number, Chance >;
type Action = ReturnType< typeof events.receive >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = { receive: ( chance: Chance ) => ( { type: 'RECEIVE', chance } ) as const };

const reducer = ( state: State = {}, action: Action ): State =>
	action.type === 'RECEIVE' ? { ...state, [ action.chance.case_id ]: action.chance } : state;

const selectors = {
	/** Another version of the case is read afresh; until it is here, what was read before stands. */
	getChance: ( state: State, { id }: Seen ) => state[ id ],
};

const resolvers = {
	getChance:
		( { id }: Seen ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receive( await getOne( chanceSchema, `${ rootOf( id ) }/chance` ) );
		},
};

/** The case has a new version, and what was given shows beside the customer. */
const change =
	( { case_id: id }: Chance, path: string, data: object ) =>
	async ( { dispatch, registry }: Context ) => {
		dispatch.receive( await send( chanceSchema, `${ rootOf( id ) }${ path }`, data ) );
		await registry.dispatch( casesStore ).invalidateResolution( 'getCase', [ id ] );
		await registry.dispatch( customersStore ).forget();
	};

const write = ( chance: Chance, entry: Omit< EntryCreate, 'version' > ) =>
	change( chance, '/entries', { ...entry, version: chance.version } );

const settle = ( chance: Chance, { id }: Entry, how: Omit< EntrySettle, 'version' > ) =>
	change( chance, `/entries/${ id }/settle`, { ...how, version: chance.version } );

/** Products of a shop by the words of their name; asked while somebody types, kept nowhere. */
export const findProducts = ( store: StoreId, search: string ) =>
	getOne(
		z.array( productSchema ),
		addQueryArgs( `/amicable/v1/gifts/${ store }/products`, { search } )
	);

export const chancesStore = createReduxStore( 'amicable/chances', {
	reducer,
	actions: { ...events, write, settle },
	selectors,
	resolvers,
} );
register( chancesStore );
