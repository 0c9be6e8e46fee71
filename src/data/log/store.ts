import { createReduxStore, register } from '@wordpress/data';
import { addQueryArgs } from '@wordpress/url';
import { getOne, getPage, type Page } from '../api';
import type { Thunk } from '../thunk';
import { entrySchema, verifiedSchema, type LogEntry } from './schema';

const ROOT = '/amicable/v1/log';

export type LogFilter = {
	case_id?: number | undefined;
	customer_id?: number | undefined;
	user_id?: number | undefined;
	what?: string | undefined;
	/** The last day to show. */
	until?: string | undefined;
};
export type LogQuery = LogFilter & { page: number; per_page: number };

const pathOf = ( query: LogQuery ) => addQueryArgs( ROOT, query );

type State = Record< string, Page< LogEntry > >;
type Action = ReturnType< typeof events.receivePage >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receivePage: ( path: string, page: Page< LogEntry > ) =>
		( { type: 'RECEIVE_PAGE', path, page } ) as const,
};

const reducer = ( state: State = {}, action: Action ): State =>
	action.type === 'RECEIVE_PAGE' ? { ...state, [ action.path ]: action.page } : state;

const selectors = {
	getPage: ( state: State, query: LogQuery ) => state[ pathOf( query ) ],
};

const resolvers = {
	getPage:
		( query: LogQuery ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receivePage( pathOf( query ), await getPage( entrySchema, pathOf( query ) ) );
		},
};

/** Reads the whole chain on the server; the answer is of this moment and is not kept. */
const verify = () => () => getOne( verifiedSchema, `${ ROOT }/verify` );

export const logStore = createReduxStore( 'amicable/log', {
	reducer,
	actions: { ...events, verify },
	selectors,
	resolvers,
} );
register( logStore );
