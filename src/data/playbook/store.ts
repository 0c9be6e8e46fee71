import { createReduxStore, register } from '@wordpress/data';
import { addQueryArgs } from '@wordpress/url';
import { getOne, getPage, write } from '../api';
import type { LetterLanguage } from '../letters/schema';
import { lettersStore } from '../letters/store';
import type { Thunk } from '../thunk';
import {
	alternativesSchema,
	changesSchema,
	fieldSchema,
	playbookFile,
	previewSchema,
	templateSchema,
} from './schema';
import type {
	AlternativesSave,
	PlaybookField,
	PlaybookFieldSave,
	PlaybookFile,
	Template,
	TemplatePreviewRequest,
	TemplateSave,
} from './schema';

const ROOT = '/amicable/v1/playbook';

type State = { templates: Record< string, Template[] >; fields: PlaybookField[] | undefined };
type Action = ReturnType< ( typeof events )[ keyof typeof events ] >;
type Context = Thunk< State, typeof events, typeof selectors >;

const events = {
	receiveTemplates: ( language: LetterLanguage, templates: Template[] ) =>
		( { type: 'RECEIVE_TEMPLATES', language, templates } ) as const,
	receiveFields: ( fields: PlaybookField[] ) => ( { type: 'RECEIVE_FIELDS', fields } ) as const,
};

const reducer = ( state: State = { templates: {}, fields: undefined }, action: Action ): State => {
	switch ( action.type ) {
		case 'RECEIVE_TEMPLATES':
			return {
				...state,
				templates: { ...state.templates, [ action.language ]: action.templates },
			};
		case 'RECEIVE_FIELDS':
			return { ...state, fields: action.fields };
		default:
			return state;
	}
};

const selectors = {
	getTemplates: ( state: State, language: LetterLanguage ) => state.templates[ language ],
	getFields: ( state: State ) => state.fields,
};

const resolvers = {
	getTemplates:
		( language: LetterLanguage ) =>
		async ( { dispatch }: Context ) => {
			const path = addQueryArgs( `${ ROOT }/templates`, { language } );
			dispatch.receiveTemplates( language, ( await getPage( templateSchema, path ) ).items );
		},
	getFields:
		() =>
		async ( { dispatch }: Context ) => {
			const { items } = await getPage( fieldSchema, `${ ROOT }/fields` );
			dispatch.receiveFields( items );
		},
};

type Named = Pick< Template, 'slug' | 'language' >;
const pathOf = ( { slug, language }: Named ) => `${ ROOT }/templates/${ slug }/${ language }`;

/** Words of the playbook stand in the list of texts and in what a case offers to begin from. */
const forget = async ( { dispatch, registry }: Context ) => {
	await dispatch.invalidateResolutionForStore();
	await registry.dispatch( lettersStore ).invalidateResolutionForStoreSelector( 'getChoice' );
};

const save = ( named: Named, request: TemplateSave ) => async ( context: Context ) => {
	const template = await write( templateSchema, pathOf( named ), request, { method: 'PUT' } );
	await forget( context );
	return template;
};

const reset =
	( { version, ...named }: Named & Pick< Template, 'version' > ) =>
	async ( context: Context ) => {
		const template = await write(
			templateSchema,
			pathOf( named ),
			{ version },
			{ method: 'DELETE' }
		);
		await forget( context );
		return template;
	};

const preview = ( request: TemplatePreviewRequest ) => () =>
	write( previewSchema, `${ ROOT }/preview`, request );

const saveField = ( field: string, request: PlaybookFieldSave ) => async ( context: Context ) => {
	const saved = await write( fieldSchema, `${ ROOT }/fields/${ field }`, request, {
		method: 'PUT',
	} );
	await forget( context );
	return saved;
};

/** Few, and looked at by nobody else: no need to keep them. */
const loadAlternatives = () => () => getOne( alternativesSchema, `${ ROOT }/alternatives` );

const saveAlternatives = ( request: AlternativesSave ) => () =>
	write( alternativesSchema, `${ ROOT }/alternatives`, request, { method: 'PUT' } );

const takeOut = () => () => getOne( playbookFile, `${ ROOT }/file` );

/** A dry run changes nothing and says what would change. */
const bringIn = ( file: PlaybookFile, isDry: boolean ) => async ( context: Context ) => {
	const changes = await write( changesSchema, `${ ROOT }/file`, { file, dry_run: isDry } );
	if ( ! isDry ) {
		await forget( context );
	}
	return changes;
};

const actions = {
	...events,
	save,
	reset,
	preview,
	saveField,
	loadAlternatives,
	saveAlternatives,
	takeOut,
	bringIn,
};

export const playbookStore = createReduxStore( 'amicable/playbook', {
	reducer,
	actions,
	selectors,
	resolvers,
} );
register( playbookStore );
