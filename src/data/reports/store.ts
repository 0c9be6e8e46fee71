import { createReduxStore, register } from '@wordpress/data';
import { getOne } from '../api';
import type { Thunk } from '../thunk';
import { reportSchema, type Report } from './schema';

const PATH = '/amicable/v1/reports';

type State = Report | null;
type Action = ReturnType< typeof events.receiveReport >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveReport: ( report: Report ) => ( { type: 'RECEIVE_REPORT', report } ) as const,
};

const reducer = ( state: State = null, action: Action ): State =>
	action.type === 'RECEIVE_REPORT' ? action.report : state;

const selectors = { getReport: ( state: State ) => state };

const resolvers = {
	getReport:
		() =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveReport( await getOne( reportSchema, PATH ) );
		},
};

export const reportsStore = createReduxStore( 'amicable/reports', {
	reducer,
	actions: events,
	selectors,
	resolvers,
} );
register( reportsStore );
