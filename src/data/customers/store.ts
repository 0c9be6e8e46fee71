import { createReduxStore, register } from '@wordpress/data';
import { addQueryArgs } from '@wordpress/url';
import * as z from 'zod/mini';
import { getOne, getPage, write, type Page } from '../api';
import { overviewStore } from '../overview/store';
import type { Thunk } from '../thunk';
import { listsStore } from './lists-store';
import { pathOf, ROOT, type CustomerQuery } from './query';
import { detailSchema, foundSchema, movedSchema, rowSchema } from './schema';
import type {
	BlockRequest,
	CustomerDetail,
	CustomerRow,
	Found,
	ExtraTimeRequest,
	LeaveOutRequest,
	MergeRequest,
	Pattern,
	ReviewRequest,
} from './schema';

/** A customer who was merged answers with where they went. */
const answerSchema = z.union( [ detailSchema, movedSchema ] );
type Answer = z.infer< typeof answerSchema >;

type State = {
	pages: Record< string, Page< CustomerRow > >;
	customers: Record< number, Answer >;
	found: Record< string, Found >;
};
type Action = ReturnType< ( typeof events )[ keyof typeof events ] >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receivePage: ( path: string, page: Page< CustomerRow > ) =>
		( { type: 'RECEIVE_PAGE', path, page } ) as const,
	receiveCustomer: ( id: number, customer: Answer ) =>
		( { type: 'RECEIVE_CUSTOMER', id, customer } ) as const,
	receiveFound: ( text: string, found: Found ) =>
		( { type: 'RECEIVE_FOUND', text, found } ) as const,
};

const EMPTY: State = { pages: {}, customers: {}, found: {} };

const reducer = ( state: State = EMPTY, action: Action ): State => {
	switch ( action.type ) {
		case 'RECEIVE_PAGE':
			return { ...state, pages: { ...state.pages, [ action.path ]: action.page } };
		case 'RECEIVE_CUSTOMER':
			return { ...state, customers: { ...state.customers, [ action.id ]: action.customer } };
		case 'RECEIVE_FOUND':
			return { ...state, found: { ...state.found, [ action.text ]: action.found } };
		default:
			return state;
	}
};

const selectors = {
	getPage: ( state: State, query: CustomerQuery ) => state.pages[ pathOf( query ) ],
	getCustomer: ( state: State, id: number ) => state.customers[ id ],
	getFound: ( state: State, text: string ) => state.found[ text ],
};

const resolvers = {
	getPage:
		( query: CustomerQuery ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receivePage( pathOf( query ), await getPage( rowSchema, pathOf( query ) ) );
		},
	getCustomer:
		( id: number ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveCustomer( id, await getOne( answerSchema, `${ ROOT }/${ id }` ) );
		},
	getFound:
		( text: string ) =>
		async ( { dispatch }: Context ) => {
			const path = addQueryArgs( '/amicable/v1/find', { q: text } );
			dispatch.receiveFound( text, await getOne( foundSchema, path ) );
		},
};

/** What was written about a customer shows in their lists, in every page of rows and on the overview. */
const forget =
	() =>
	async ( { dispatch, registry }: Context ) => {
		await dispatch.invalidateResolutionForStore();
		await registry.dispatch( listsStore ).invalidateResolutionForStore();
		await registry.dispatch( overviewStore ).invalidateResolutionForStore();
	};

const change =
	( { id }: Pick< CustomerDetail, 'id' >, path: string, data: object ) =>
	async ( context: Context ) => {
		const updated = await write( detailSchema, `${ ROOT }/${ id }/${ path }`, data );
		await forget()( context );
		context.dispatch.receiveCustomer( id, updated );
		return updated;
	};

const review = (
	customer: Pick< CustomerDetail, 'id' >,
	pattern: Pattern,
	request: ReviewRequest
) => change( customer, `flags/${ pattern }/review`, request );
const leaveOut = ( customer: CustomerDetail, request: LeaveOutRequest ) =>
	change( customer, 'leave-out', request );
const agreeExtraTime = ( customer: CustomerDetail, request: ExtraTimeRequest ) =>
	change( customer, 'extra-time', request );
const block = ( customer: CustomerDetail, request: BlockRequest ) =>
	change( customer, 'block', request );
const unblock = ( customer: CustomerDetail, request: BlockRequest ) =>
	change( customer, 'unblock', request );

const merge = ( customer: CustomerDetail, request: MergeRequest ) =>
	change( customer, 'merge', request );
const unmerge = ( customer: CustomerDetail, request: MergeRequest ) =>
	change( customer, 'unmerge', request );

const actions = {
	...events,
	forget,
	review,
	leaveOut,
	agreeExtraTime,
	block,
	unblock,
	merge,
	unmerge,
};

export const customersStore = createReduxStore( 'amicable/customers', {
	reducer,
	actions,
	selectors,
	resolvers,
} );
register( customersStore );
