import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import type { Thunk } from '../thunk';
import { closingsSchema, type Closing, type ClosingList } from './schema';

type State = Record< number, ClosingList >;
type Action = ReturnType< typeof events.receiveList >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveList: ( list: ClosingList ) => ( { type: 'RECEIVE_LIST', list } ) as const,
};

const reducer = ( state: State = {}, action: Action ): State =>
	action.type === 'RECEIVE_LIST' ? { ...state, [ action.list.case_id ]: action.list } : state;

const selectors = { getList: ( state: State, caseId: number ) => state[ caseId ] };

const resolvers = {
	getList:
		( caseId: number ) =>
		async ( { dispatch }: Context ) => {
			const path = `/amicable/v1/cases/${ caseId }/closings`;
			dispatch.receiveList( await getOne( closingsSchema, path ) );
		},
};

/** What the customer was given, when and by whom: the proof that nothing was kept back. */
const handOver =
	( { id, version }: Closing, what: string ) =>
	async ( { dispatch }: Context ) => {
		const path = `/amicable/v1/closings/${ id }/handover`;
		dispatch.receiveList( await write( closingsSchema, path, { version, what } ) );
	};

export const closingsStore = createReduxStore( 'amicable/closings', {
	reducer,
	actions: { ...events, handOver },
	selectors,
	resolvers,
} );
register( closingsStore );
