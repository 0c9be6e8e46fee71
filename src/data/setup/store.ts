import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import { customersStore } from '../customers/store';
import { overviewStore } from '../overview/store';
import type { Question, SettingsUpdate } from '../settings/schema';
import { settingsStore } from '../settings/store';
import type { Thunk } from '../thunk';
import { setupSchema, type RateInput, type Setup } from './schema';

const PATH = '/amicable/v1/setup';

type State = Setup | null;
type Action = ReturnType< typeof events.receiveSetup >;
type Context = Thunk< State, typeof events, typeof selectors >;

export type Answer = Omit< SettingsUpdate, 'version' | 'answered' >;

const events = {
	receiveSetup: ( setup: Setup ) => ( { type: 'RECEIVE_SETUP', setup } ) as const,
};

const reducer = ( state: State = null, action: Action ): State =>
	action.type === 'RECEIVE_SETUP' ? action.setup : state;

const selectors = { getSetup: ( state: State ) => state };

const resolvers = {
	getSetup:
		() =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveSetup( await getOne( setupSchema, PATH ) );
		},
};

/** Saves an answer, or with an empty one that it was skipped; either way it is not asked again. */
const answer =
	( question: Question, said: Answer ) =>
	async ( { dispatch, registry }: Context ) => {
		const { version } = await getOne( setupSchema, PATH );
		await registry
			.dispatch( settingsStore )
			.save( { ...said, version, answered: [ question ] } );
		dispatch.receiveSetup( await getOne( setupSchema, PATH ) );
		await registry.dispatch( overviewStore ).readOn();
	};

/** A rate changes what every row says, as soon as the accounts are counted anew. */
const sayRate =
	( rate: RateInput ) =>
	async ( { dispatch, registry }: Context ) => {
		dispatch.receiveSetup( await write( setupSchema, `${ PATH }/rates`, rate ) );
		await registry.dispatch( customersStore ).forget();
		await registry.dispatch( overviewStore ).readOn();
	};

export const setupStore = createReduxStore( 'amicable/setup', {
	reducer,
	actions: { ...events, answer, sayRate },
	selectors,
	resolvers,
} );
register( setupStore );
