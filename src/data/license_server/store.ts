import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import type { Thunk } from '../thunk';
import {
	licenseServerSchema,
	readingSchema,
	type LicenseServer,
	type LicenseServerUpdate,
} from './schema';

const PATH = '/amicable/v1/license-server';

type State = LicenseServer | null;
type Action = ReturnType< typeof events.receiveServer >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveServer: ( server: LicenseServer ) => ( { type: 'RECEIVE_SERVER', server } ) as const,
};

const reducer = ( state: State = null, action: Action ): State =>
	action.type === 'RECEIVE_SERVER' ? action.server : state;

const selectors = { getServer: ( state: State ) => state };

const resolvers = {
	getServer:
		() =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveServer( await getOne( licenseServerSchema, PATH ) );
		},
};

const save =
	( update: LicenseServerUpdate ) =>
	async ( { dispatch }: Context ) => {
		dispatch.receiveServer(
			await write( licenseServerSchema, PATH, update, { method: 'PUT' } )
		);
	};

/** Reads one order as saved; nothing is kept. */
const tryOrder = ( orderId: number ) => () =>
	write( readingSchema, `${ PATH }/try`, { order_id: orderId } );

export const licenseServerStore = createReduxStore( 'amicable/license-server', {
	reducer,
	actions: { ...events, save, tryOrder },
	selectors,
	resolvers,
} );
register( licenseServerStore );
