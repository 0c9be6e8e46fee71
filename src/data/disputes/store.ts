import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import type { OrderRef } from '../common';
import { casesStore } from '../cases/store';
import { customersStore } from '../customers/store';
import { listsStore } from '../customers/lists-store';
import type { Thunk } from '../thunk';
import { filesSchema } from '../orders/schema';
import { chargeOf, type Charge } from './charge';
import { sheetSchema, type DisputeSheet, type DisputeWord } from './schema';

type State = Record< number, DisputeSheet >;
type Action = ReturnType< typeof events.receiveSheet >;
type Context = Thunk< State, typeof events, typeof selectors >;

const ROOT = '/amicable/v1';

const events = {
	receiveSheet: ( sheet: DisputeSheet ) => ( { type: 'RECEIVE_SHEET', sheet } ) as const,
};

const reducer = ( state: State = {}, action: Action ): State =>
	action.type === 'RECEIVE_SHEET' ? { ...state, [ action.sheet.id ]: action.sheet } : state;

const selectors = { getSheet: ( state: State, id: number ) => state[ id ] };

const resolvers = {
	getSheet:
		( id: number ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveSheet( await getOne( sheetSchema, `${ ROOT }/disputes/${ id }` ) );
		},
};

const forget = async ( { registry }: Context ) => {
	await registry.dispatch( listsStore ).invalidateResolutionForStore();
	await registry.dispatch( customersStore ).forget();
};

/** What a person says of it, where no gateway tells us. */
const say =
	( { store, id }: OrderRef, word: DisputeWord ) =>
	async ( context: Context ) => {
		const path = `${ ROOT }/orders/${ store }/${ id }/dispute`;
		const sheet = await write( sheetSchema, path, word );
		context.dispatch.receiveSheet( sheet );
		await forget( context );
		return sheet;
	};

/** Talking about an order again although its payment is disputed. */
const unlock =
	( { dispute_id: id, version }: Charge, reason: string ) =>
	async ( context: Context ) => {
		await write( chargeOf, `${ ROOT }/disputes/${ id }/unlock`, { version, reason } );
		await context.registry.dispatch( casesStore ).invalidateResolutionForStore();
	};

/** The shop may hand out the files of an order again. */
const reopenFiles =
	( { store, id }: OrderRef ) =>
	async ( context: Context ) => {
		const path = `${ ROOT }/orders/${ store }/${ id }/reopen`;
		const files = await write( filesSchema, path, {} );
		await forget( context );
		return files;
	};

export const disputesStore = createReduxStore( 'amicable/disputes', {
	reducer,
	actions: { ...events, say, unlock, reopenFiles },
	selectors,
	resolvers,
} );
register( disputesStore );
