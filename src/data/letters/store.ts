import { createReduxStore, register } from '@wordpress/data';
import { addQueryArgs } from '@wordpress/url';
import { getOne, getPage, write, type Page } from '../api';
import { casesStore } from '../cases/store';
import type { Stage } from '../cases/schema';
import { customersStore } from '../customers/store';
import type { Thunk } from '../thunk';
import {
	besideSchema,
	choiceSchema,
	conversationSchema,
	letterRemoved,
	letterSchema,
	lintSchema,
	publicViewSchema,
	waysSchema,
} from './schema';
import type {
	Beside,
	Conversation,
	Letter,
	LetterChoice,
	LetterCreate,
	LetterLanguage,
	LetterSave,
	LetterSend,
	LetterSettle,
	LintRequest,
	PublicView,
} from './schema';

type Ref = Pick< Letter, 'id' | 'case_id' >;
type Version = Ref & Pick< Letter, 'version' >;

const rootOf = ( caseId: number ) => `/amicable/v1/cases/${ caseId }/messages`;
const pathOf = ( { id, case_id: caseId }: Ref ) => `${ rootOf( caseId ) }/${ id }`;
const choicePath = ( caseId: number, stage?: Stage ) =>
	addQueryArgs( `${ rootOf( caseId ) }/templates`, { stage } );
/** What is read beside a draft belongs to one version of it. */
const besideKey = ( { id, version }: Version, language: LetterLanguage ) =>
	`${ id }:${ version }:${ language }`;
const viewKey = ( { id, version }: Version ) => `${ id }:${ version }`;

type State = {
	lists: Record< number, Page< Letter > >;
	letters: Record< number, Letter >;
	choices: Record< string, LetterChoice >;
	beside: Record< string, Beside >;
	views: Record< string, PublicView >;
	conversations: Record< number, Conversation >;
};
type Received = { [ Name in keyof State ]: { name: Name; of: State[ Name ] } }[ keyof State ];
type Action = ReturnType< typeof events.receive >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receive: ( received: Received ) => ( { type: 'RECEIVE', received } ) as const,
};

const EMPTY: State = {
	lists: {},
	letters: {},
	choices: {},
	beside: {},
	views: {},
	conversations: {},
};

const reducer = ( state: State = EMPTY, action: Action ): State =>
	action.type === 'RECEIVE'
		? {
				...state,
				[ action.received.name ]: {
					...state[ action.received.name ],
					...action.received.of,
				},
			}
		: state;

const selectors = {
	getList: ( state: State, caseId: number ) => state.lists[ caseId ],
	getLetter: ( state: State, _caseId: number, id: number ) => state.letters[ id ],
	getChoice: ( state: State, caseId: number, stage?: Stage ) =>
		state.choices[ choicePath( caseId, stage ) ],
	getBeside: ( state: State, of: Version, language: LetterLanguage ) =>
		state.beside[ besideKey( of, language ) ],
	getPublicView: ( state: State, of: Version ) => state.views[ viewKey( of ) ],
	getConversation: ( state: State, caseId: number ) => state.conversations[ caseId ],
};

const read = ( ref: Ref ) => getOne( letterSchema, pathOf( ref ) );

const resolvers = {
	getList:
		( caseId: number ) =>
		async ( { dispatch }: Context ) => {
			const path = addQueryArgs( rootOf( caseId ), { page: 1, per_page: 100 } );
			const page = await getPage( letterSchema, path );
			dispatch.receive( { name: 'lists', of: { [ caseId ]: page } } );
		},
	getLetter:
		( caseId: number, id: number ) =>
		async ( { dispatch }: Context ) => {
			const letter = await read( { id, case_id: caseId } );
			dispatch.receive( { name: 'letters', of: { [ id ]: letter } } );
		},
	getChoice:
		( caseId: number, stage?: Stage ) =>
		async ( { dispatch }: Context ) => {
			const path = choicePath( caseId, stage );
			const choice = await getOne( choiceSchema, path );
			dispatch.receive( { name: 'choices', of: { [ path ]: choice } } );
		},
	getBeside:
		( of: Version, language: LetterLanguage ) =>
		async ( { dispatch }: Context ) => {
			const path = addQueryArgs( `${ pathOf( of ) }/beside`, { language } );
			const beside = await getOne( besideSchema, path );
			dispatch.receive( { name: 'beside', of: { [ besideKey( of, language ) ]: beside } } );
		},
	getPublicView:
		( of: Version ) =>
		async ( { dispatch }: Context ) => {
			const view = await getOne( publicViewSchema, `${ pathOf( of ) }/public-view` );
			dispatch.receive( { name: 'views', of: { [ viewKey( of ) ]: view } } );
		},
	getConversation:
		( caseId: number ) =>
		async ( { dispatch }: Context ) => {
			const path = `/amicable/v1/cases/${ caseId }/conversation`;
			const conversation = await getOne( conversationSchema, path );
			dispatch.receive( { name: 'conversations', of: { [ caseId ]: conversation } } );
		},
};

/** What the server answered is the newest word on a letter; the list of the case is read again where it shows. */
const changed =
	( path: string, data: object, options?: { method?: 'PUT' | 'POST'; key?: string } ) =>
	async ( { dispatch }: Context ) => {
		const letter = await write( letterSchema, path, data, options );
		dispatch.receive( { name: 'letters', of: { [ letter.id ]: letter } } );
		await dispatch.invalidateResolutionForStoreSelector( 'getList' );
		return letter;
	};

const create = ( caseId: number, request: LetterCreate ) => changed( rootOf( caseId ), request );

const save = ( ref: Ref, request: LetterSave ) =>
	changed( pathOf( ref ), request, { method: 'PUT' } );

/** Reads a letter past the store: what somebody else made of it meanwhile. */
const look = ( ref: Ref ) => () => read( ref );

const remove =
	( of: Version ) =>
	async ( { dispatch }: Context ) => {
		await write( letterRemoved, pathOf( of ), { version: of.version }, { method: 'DELETE' } );
		await dispatch.invalidateResolutionForStoreSelector( 'getList' );
	};

/** What went out moves its case, and stands in the history of its customer. */
const moved =
	( path: string, data: object, options?: { key: string } ) => async ( context: Context ) => {
		const letter = await changed( path, data, options )( context );
		await context.dispatch.invalidateResolutionForStoreSelector( 'getConversation' );
		await context.registry.dispatch( casesStore ).invalidateResolutionForStore();
		await context.registry.dispatch( customersStore ).forget();
		return letter;
	};

/** The key makes a second try of the same send the same send. */
const send = ( ref: Ref, request: LetterSend, key: string ) =>
	moved( `${ pathOf( ref ) }/send`, request, { key } );

const settle = ( ref: Ref, request: LetterSettle ) => moved( `${ pathOf( ref ) }/settle`, request );

const lint = ( caseId: number, request: LintRequest ) => () =>
	write( lintSchema, `${ rootOf( caseId ) }/lint`, request );

/** Somebody else has read the words of that version, and is fine with them. */
const vouch = ( ref: Ref, version: number ) => async ( context: Context ) => {
	await changed( `${ pathOf( ref ) }/read`, { version } )( context );
	await context.registry
		.dispatch( casesStore )
		.invalidateResolution( 'getCase', [ ref.case_id ] );
};

/** Where it would go through a help desk. Outside desks are asked, so nothing of it is kept. */
const askDesks = ( caseId: number ) => () =>
	getOne( waysSchema, `/amicable/v1/cases/${ caseId }/desks` );

const actions = { ...events, create, save, look, remove, vouch, send, settle, lint, askDesks };

export const lettersStore = createReduxStore( 'amicable/letters', {
	reducer,
	actions,
	selectors,
	resolvers,
} );
register( lettersStore );
