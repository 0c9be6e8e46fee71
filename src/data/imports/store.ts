import { createReduxStore, register } from '@wordpress/data';
import { addQueryArgs } from '@wordpress/url';
import { getOne, write } from '../api';
import { customersStore } from '../customers/store';
import { overviewStore } from '../overview/store';
import type { Thunk } from '../thunk';
import { piece } from './pieces';
import {
	importListSchema,
	importSchema,
	previewSchema,
	rejectedSchema,
	removedSchema,
	type Import,
	type ImportEntry,
	type ImportOptions,
	type ImportStep,
	type Preview,
} from './schema';

const ROOT = '/amicable/v1/imports';

/** How somebody would like to see a file: what is left out is guessed. */
export type Look = {
	encoding?: string;
	delimiter?: string;
	desk?: string;
	date_order?: string;
	time_zone?: string;
	date_column?: number;
	status_column?: number;
};

/** Whether this page is sending a file, or why it stopped. */
export type Upload = { isBusy: boolean; error?: unknown };

type State = {
	list: ImportEntry[] | undefined;
	imports: Record< number, Import >;
	previews: Record< string, Preview >;
	uploads: Record< number, Upload >;
};
type Action = ReturnType< ( typeof events )[ keyof typeof events ] >;
type Context = Thunk< State, typeof events, typeof selectors >;

const keyOf = ( id: number, look: Look ) => addQueryArgs( `${ ROOT }/${ id }/preview`, look );

const events = {
	receiveList: ( list: ImportEntry[] ) => ( { type: 'RECEIVE_LIST', list } ) as const,
	receiveImport: ( one: Import ) => ( { type: 'RECEIVE_IMPORT', one } ) as const,
	receivePreview: ( key: string, preview: Preview ) =>
		( { type: 'RECEIVE_PREVIEW', key, preview } ) as const,
	uploading: ( id: number, upload: Upload ) => ( { type: 'UPLOADING', id, upload } ) as const,
};

const EMPTY: State = { list: undefined, imports: {}, previews: {}, uploads: {} };

const reducer = ( state: State = EMPTY, action: Action ): State => {
	switch ( action.type ) {
		case 'RECEIVE_LIST':
			return { ...state, list: action.list };
		case 'RECEIVE_IMPORT':
			return { ...state, imports: { ...state.imports, [ action.one.id ]: action.one } };
		case 'RECEIVE_PREVIEW':
			return { ...state, previews: { ...state.previews, [ action.key ]: action.preview } };
		case 'UPLOADING':
			return { ...state, uploads: { ...state.uploads, [ action.id ]: action.upload } };
		default:
			return state;
	}
};

const selectors = {
	getImports: ( state: State ) => state.list,
	getImport: ( state: State, id: number ) => state.imports[ id ],
	getUpload: ( state: State, id: number ) => state.uploads[ id ],
	getPreview: ( state: State, id: number, look: Look ) => state.previews[ keyOf( id, look ) ],
};

const resolvers = {
	getImports:
		() =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveList( ( await getOne( importListSchema, ROOT ) ).imports );
		},
	getImport:
		( id: number ) =>
		async ( { dispatch }: Context ) => {
			dispatch.receiveImport( await getOne( importSchema, `${ ROOT }/${ id }` ) );
		},
	getPreview:
		( id: number, look: Look ) =>
		async ( { dispatch }: Context ) => {
			const path = keyOf( id, look );
			dispatch.receivePreview( path, await getOne( previewSchema, path ) );
		},
};

const change =
	( path: string, data: object, method: 'POST' | 'PUT' = 'POST' ) =>
	async ( { dispatch }: Context ) => {
		const one = await write( importSchema, `${ ROOT }${ path }`, data, { method } );
		dispatch.receiveImport( one );
		return one;
	};

const create =
	( file: File ) =>
	async ( { dispatch }: Context ) => {
		const name = file.name.slice( -190 );
		const one = await write( importSchema, ROOT, { name, size: file.size } );
		dispatch.receiveImport( one );
		await dispatch.invalidateResolutionForStoreSelector( 'getImports' );
		return one;
	};

/** Sends what is missing of a file, part by part; stopped and asked again, it goes on where it was. */
const send =
	( one: Import, file: Blob ) =>
	async ( context: Context ): Promise< void > => {
		context.dispatch.uploading( one.id, { isBusy: true } );
		try {
			for ( const number of one.missing ) {
				const body = await piece( file, number, one.piece_size );
				await change( `/${ one.id }/chunks/${ number }`, body, 'PUT' )( context );
			}
			context.dispatch.uploading( one.id, { isBusy: false } );
		} catch ( error ) {
			context.dispatch.uploading( one.id, { isBusy: false, error } );
		}
	};

const check = ( id: number, options: ImportOptions ) => change( `/${ id }`, options, 'PUT' );

/** Works on for a moment. When an import is over, what was read before holds no longer. */
const run = ( id: number, step: ImportStep ) => async ( context: Context ) => {
	const one = await change( `/${ id }/run`, { step } )( context );
	if ( one.state === 'done' ) {
		await context.dispatch.invalidateResolutionForStoreSelector( 'getImports' );
		await context.registry.dispatch( customersStore ).forget();
		await context.registry.dispatch( overviewStore ).invalidateResolutionForStore();
	}
	return one;
};

const remove =
	( id: number ) =>
	async ( { dispatch }: Context ) => {
		await write( removedSchema, `${ ROOT }/${ id }`, undefined, { method: 'DELETE' } );
		await dispatch.invalidateResolutionForStoreSelector( 'getImports' );
	};

/** The whole list of refused rows, put together from its parts. */
const rejected = ( id: number ) => async (): Promise< string > => {
	let text = '';
	let after: number | null = 0;
	while ( after !== null ) {
		const path = addQueryArgs( `${ ROOT }/${ id }/rejected`, { after } );
		const part: { text: string; next: number | null } = await getOne( rejectedSchema, path );
		text += part.text;
		after = part.next;
	}
	return text;
};

export const importsStore = createReduxStore( 'amicable/imports', {
	reducer,
	actions: { ...events, create, send, check, run, remove, rejected },
	selectors,
	resolvers,
} );
register( importsStore );
