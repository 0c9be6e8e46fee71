import { createReduxStore, register } from '@wordpress/data';
import { getOne, write } from '../api';
import type { Thunk } from '../thunk';
import { importSchema, overviewSchema, type ImportProgress, type Overview } from './schema';

const PATH = '/amicable/v1/overview';

type State = Overview | null;
type Action = ReturnType< ( typeof events )[ keyof typeof events ] >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveOverview: ( overview: Overview ) => ( { type: 'RECEIVE_OVERVIEW', overview } ) as const,
	receiveImport: ( progress: ImportProgress ) =>
		( { type: 'RECEIVE_IMPORT', progress } ) as const,
};

const reducer = ( state: State = null, action: Action ): State => {
	switch ( action.type ) {
		case 'RECEIVE_OVERVIEW':
			return action.overview;
		case 'RECEIVE_IMPORT':
			return state && { ...state, import: action.progress };
		default:
			return state;
	}
};

const selectors = { getOverview: ( state: State ) => state };

const resolvers = {
	getOverview:
		() =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveOverview( await getOne( overviewSchema, PATH ) );
		},
};

/** Lets the server read for two seconds, then asks what there is now. */
const readOn =
	() =>
	async ( { dispatch }: Context ): Promise< ImportProgress > => {
		const progress = await write( importSchema, `${ PATH }/import` );
		dispatch.receiveImport( progress );
		dispatch.receiveOverview( await getOne( overviewSchema, PATH ) );
		return progress;
	};

export const overviewStore = createReduxStore( 'amicable/overview', {
	reducer,
	actions: { ...events, readOn },
	selectors,
	resolvers,
} );
register( overviewStore );
