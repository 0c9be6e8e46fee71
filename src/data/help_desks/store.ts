import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import type { Thunk } from '../thunk';
import {
	helpDesksSchema,
	trialSchema,
	type HelpDesk,
	type HelpDesks,
	type HelpDesksUpdate,
} from './schema';

const PATH = '/amicable/v1/help-desks';

type State = HelpDesks | null;
type Action = ReturnType< typeof events.receiveDesks >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveDesks: ( desks: HelpDesks ) => ( { type: 'RECEIVE_DESKS', desks } ) as const,
};

const reducer = ( state: State = null, action: Action ): State =>
	action.type === 'RECEIVE_DESKS' ? action.desks : state;

const selectors = { getDesks: ( state: State ) => state };

const resolvers = {
	getDesks:
		() =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveDesks( await getOne( helpDesksSchema, PATH ) );
		},
};

const save =
	( update: HelpDesksUpdate ) =>
	async ( { dispatch }: Context ) => {
		dispatch.receiveDesks( await write( helpDesksSchema, PATH, update, { method: 'PUT' } ) );
	};

/** Signs in as saved and changes nothing. */
const tryDesk = ( desk: HelpDesk[ 'id' ] ) => () => write( trialSchema, `${ PATH }/try`, { desk } );

export const helpDesksStore = createReduxStore( 'amicable/help-desks', {
	reducer,
	actions: { ...events, save, tryDesk },
	selectors,
	resolvers,
} );
register( helpDesksStore );
