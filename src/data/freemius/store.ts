import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import type { Thunk } from '../thunk';
import { freemiusSchema, triedSchema, type Freemius, type FreemiusUpdate } from './schema';

const PATH = '/amicable/v1/freemius';

type State = Freemius | null;
type Action = ReturnType< typeof events.receiveFreemius >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveFreemius: ( freemius: Freemius ) => ( { type: 'RECEIVE_FREEMIUS', freemius } ) as const,
};

const reducer = ( state: State = null, action: Action ): State =>
	action.type === 'RECEIVE_FREEMIUS' ? action.freemius : state;

const selectors = { getFreemius: ( state: State ) => state };

const resolvers = {
	getFreemius:
		() =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveFreemius( await getOne( freemiusSchema, PATH ) );
		},
};

const save =
	( update: FreemiusUpdate ) =>
	async ( { dispatch }: Context ) => {
		dispatch.receiveFreemius( await write( freemiusSchema, PATH, update, { method: 'PUT' } ) );
	};

/** Asks Freemius once for each product, as saved; nothing is kept. */
const tryTokens = () => () => write( triedSchema, `${ PATH }/try`, {} );

export const freemiusStore = createReduxStore( 'amicable/freemius', {
	reducer,
	actions: { ...events, save, tryTokens },
	selectors,
	resolvers,
} );
register( freemiusStore );
