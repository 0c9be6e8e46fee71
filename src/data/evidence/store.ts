import { createReduxStore, register } from '@wordpress/data';
import { getOne } from '../api';
import type { Thunk } from '../thunk';
import { packSchema, type Pack } from './schema';

type State = Record< number, Pack >;
type Action = ReturnType< typeof events.receivePack >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receivePack: ( pack: Pack ) => ( { type: 'RECEIVE_PACK', pack } ) as const,
};

const reducer = ( state: State = {}, action: Action ): State =>
	action.type === 'RECEIVE_PACK' ? { ...state, [ action.pack.case_id ]: action.pack } : state;

const selectors = { getPack: ( state: State, id: number ) => state[ id ] };

const resolvers = {
	getPack:
		( id: number ) =>
		async ( { dispatch }: Context ) => {
			const path = `/amicable/v1/cases/${ id }/evidence`;
			dispatch.receivePack( await getOne( packSchema, path ) );
		},
};

export const evidenceStore = createReduxStore( 'amicable/evidence', {
	reducer,
	actions: events,
	selectors,
	resolvers,
} );
register( evidenceStore );
