import { createReduxStore, register } from '@wordpress/data';
import { getOne } from '../api';
import type { Thunk } from '../thunk';
import { overviewSchema, type Overview } from './schema';

type State = Overview | null;
type Action = ReturnType< typeof events.receiveOverview >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveOverview: ( overview: Overview ) => ( { type: 'RECEIVE_OVERVIEW', overview } ) as const,
};

const reducer = ( state: State = null, action: Action ): State =>
	action.type === 'RECEIVE_OVERVIEW' ? action.overview : state;

const selectors = { getOverview: ( state: State ) => state };

const resolvers = {
	getOverview:
		() =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveOverview( await getOne( overviewSchema, '/amicable/v1/overview' ) );
		},
};

export const overviewStore = createReduxStore( 'amicable/overview', {
	reducer,
	actions: events,
	selectors,
	resolvers,
} );
register( overviewStore );
