import { createReduxStore, register } from '@wordpress/data';
import { addQueryArgs } from '@wordpress/url';
import { getOne, write } from '../api';
import { casesStore } from '../cases/store';
import { customersStore } from '../customers/store';
import type { Thunk } from '../thunk';
import { lockSchema, type CustomerLock, type LockLanguage, type Passage } from './schema';

type State = Record< string, CustomerLock >;
type Action = ReturnType< typeof events.receiveLock >;
type Context = Thunk< State, typeof events, typeof selectors >;

const pathOf = ( customer: number ) => `/amicable/v1/customers/${ customer }/lock`;
const keyOf = ( customer: number, language?: LockLanguage ) => `${ customer }:${ language ?? '' }`;

const events = {
	receiveLock: ( key: string, lock: CustomerLock ) =>
		( { type: 'RECEIVE_LOCK', key, lock } ) as const,
};

const reducer = ( state: State = {}, action: Action ): State =>
	action.type === 'RECEIVE_LOCK' ? { ...state, [ action.key ]: action.lock } : state;

const selectors = {
	getLock: ( state: State, customer: number, language?: LockLanguage ) =>
		state[ keyOf( customer, language ) ],
};

const resolvers = {
	getLock:
		( customer: number, language?: LockLanguage ) =>
		async ( { dispatch }: Context ) => {
			const path = addQueryArgs( pathOf( customer ), language ? { language } : {} );
			dispatch.receiveLock( keyOf( customer, language ), await getOne( lockSchema, path ) );
		},
};

/** Somebody answers what has to be answered; it is written down and opens nothing. */
const answered = ( customer: number, kind: Passage[ 'kind' ] ) => async () =>
	write( lockSchema, `${ pathOf( customer ) }/answers`, { kind } );

/** This customer is answered again like anybody else. */
const lift =
	( customer: number, version: number, reason: string ) => async ( context: Context ) => {
		const path = `${ pathOf( customer ) }/lift`;
		const lock = await write( lockSchema, path, { version, reason } );
		await context.dispatch.invalidateResolutionForStore();
		await context.registry.dispatch( casesStore ).invalidateResolutionForStore();
		await context.registry.dispatch( customersStore ).forget();
		context.dispatch.receiveLock( keyOf( customer ), lock );
		return lock;
	};

/** What moved a case may have closed it. */
const forget =
	() =>
	async ( { dispatch }: Context ) =>
		dispatch.invalidateResolutionForStore();

export const locksStore = createReduxStore( 'amicable/locks', {
	reducer,
	actions: { ...events, answered, lift, forget },
	selectors,
	resolvers,
} );
register( locksStore );
