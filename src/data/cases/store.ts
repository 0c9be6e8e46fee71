import { createReduxStore, register } from '@wordpress/data';
import { addQueryArgs } from '@wordpress/url';
import { getOne, getPage, write, type Page } from '../api';
import type { OrderRef } from '../common';
import { customersStore } from '../customers/store';
import type { Thunk } from '../thunk';
import {
	caseRow,
	caseSchema,
	type CaseEvent,
	type CaseRow,
	type CaseUpdate,
	type CaseView,
	type OffboardingCase,
	type Stage,
} from './schema';

const ROOT = '/amicable/v1/cases';

export type CaseQuery = {
	page: number;
	per_page: number;
	stage?: Stage | undefined;
	view?: CaseView | undefined;
};

const pathOf = ( query: CaseQuery ) => addQueryArgs( ROOT, query );

type State = {
	pages: Record< string, Page< CaseRow > >;
	cases: Record< number, OffboardingCase >;
};
type Action = ReturnType< ( typeof events )[ keyof typeof events ] >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receivePage: ( path: string, page: Page< CaseRow > ) =>
		( { type: 'RECEIVE_PAGE', path, page } ) as const,
	receiveCase: ( item: OffboardingCase ) => ( { type: 'RECEIVE_CASE', item } ) as const,
};

const reducer = ( state: State = { pages: {}, cases: {} }, action: Action ): State => {
	switch ( action.type ) {
		case 'RECEIVE_PAGE':
			return { ...state, pages: { ...state.pages, [ action.path ]: action.page } };
		case 'RECEIVE_CASE':
			return { ...state, cases: { ...state.cases, [ action.item.id ]: action.item } };
		default:
			return state;
	}
};

const selectors = {
	getPage: ( state: State, query: CaseQuery ) => state.pages[ pathOf( query ) ],
	getCase: ( state: State, id: number ) => state.cases[ id ],
};

const resolvers = {
	getPage:
		( query: CaseQuery ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receivePage( pathOf( query ), await getPage( caseRow, pathOf( query ) ) );
		},
	getCase:
		( id: number ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveCase( await getOne( caseSchema, `${ ROOT }/${ id }` ) );
		},
};

/** A stage shows in the list of cases, beside the customer and on the overview. */
const change =
	( path: string, data: object, method: 'POST' | 'PUT' = 'POST' ) =>
	async ( context: Context ) => {
		const item = await write( caseSchema, path, data, { method } );
		await context.dispatch.invalidateResolutionForStore();
		await context.registry.dispatch( customersStore ).forget();
		context.dispatch.receiveCase( item );
		return item;
	};

/** Answers the open case where there is one; one that came to its end takes a reason to begin again. */
const open = ( customer: number, more: { order?: OrderRef; reason?: string } = {} ) =>
	change( ROOT, { customer_id: customer, ...more } );

/** The version is the one that the person saw: a stale screen gets a 409, not a second act. */
const advance = ( { id, version }: OffboardingCase, event: Omit< CaseEvent, 'version' > ) =>
	change( `${ ROOT }/${ id }/events`, { ...event, version } );

/** Whose case it is, until when, why somebody is angry. */
const note = ( { id, version }: OffboardingCase, update: Omit< CaseUpdate, 'version' > ) =>
	change( `${ ROOT }/${ id }`, { ...update, version }, 'PUT' );

export const casesStore = createReduxStore( 'amicable/cases', {
	reducer,
	actions: { ...events, open, advance, note },
	selectors,
	resolvers,
} );
register( casesStore );
