import * as z from 'zod/mini';
import alternatives from '../../../tests/fixtures/rest/playbook.alternatives.json';
import imported from '../../../tests/fixtures/rest/playbook.changes.json';
import field from '../../../tests/fixtures/rest/playbook.field.json';
import file from '../../../tests/fixtures/rest/playbook.file.json';
import preview from '../../../tests/fixtures/rest/playbook.preview.json';
import template from '../../../tests/fixtures/rest/playbook.template.json';
import { stage } from '../cases/schema';
import { count, httpsUrl, id, ruleName, said, slug, text, type Shape } from '../common';
import { letterChannel, letterLanguage } from '../letters/schema';
import { playbookSettings } from '../settings/schema';

export const condition = z.enum( [ 'product', 'service', 'gpl', 'contest' ] );

export const templateSchema = z.object( {
	slug,
	/** Translated. */
	title: z.string(),
	/** Null: a text to paste. */
	stage: z.nullable( stage ),
	/** None: for any. */
	patterns: z.array( slug ),
	channel: letterChannel,
	language: letterLanguage,
	/** Goes up with every change, ours or yours; send it back when you save. */
	version: id,
	/** Your own copy; else as shipped. */
	own: z.boolean(),
	/** What this version of the plugin brings. Your copy was made from `based_on`. */
	shipped_version: id,
	based_on: z.nullable( id ),
	subject: z.string(),
	paragraphs: z.array(
		z.object( {
			/** Its place, the same in every language. */
			key: z.string(),
			text: z.string(),
			/** What the paragraph has to say. */
			parts: z.array( z.string() ),
			/** The variant it belongs to; null: all. */
			when: z.nullable( condition ),
		} )
	),
	/** Fields that may stand in a template, with what they are called. */
	fields: z.array( z.object( { field: slug, title: z.string() } ) ),
} );

const paragraph = z.strictObject( { key: said( 8 ), text: text( 4000 ) } );
const paragraphs = z.array( paragraph ).check( z.minLength( 1 ), z.maxLength( 40 ) );
const subject = text( 200 );

/** Every paragraph of the shipped text, by key; an empty one is left out. */
export const templateSave = z.strictObject( { version: id, subject, paragraphs } );

export const templateReset = z.strictObject( { version: id } );

export const previewRequest = z.strictObject( {
	slug,
	language: letterLanguage,
	subject: z.optional( subject ),
	paragraphs: z.optional( paragraphs ),
	/** Without one: an invented customer. */
	customer_id: z.optional( id ),
	variant: z.optional(
		z.strictObject( {
			service: z.optional( z.boolean() ),
			gpl: z.optional( z.boolean() ),
			contest: z.optional( z.boolean() ),
		} )
	),
} );

export const previewSchema = z.object( {
	subject: z.string(),
	body: z.string(),
	/** Fields that nobody has filled yet; they stand in the text as `{field}`. */
	missing: z.array( z.object( { field: slug, title: z.string() } ) ),
	/** Why these words could not be kept: `subject` or `paragraphs.3`, and a translated sentence. */
	flaws: z.array( z.object( { field: z.string(), text: z.string() } ) ),
} );

const others = z
	.array( z.strictObject( { name: said( 80 ), link: z.nullable( httpsUrl ) } ) )
	.check( z.maxLength( 5 ) );

/** Which other makers letters suggest instead of a product, by its name. */
export const alternativesSchema = z.object( {
	products: z.array(
		z.object( {
			product: said( 200 ),
			version: id,
			others: z.array( z.object( { name: z.string(), link: z.nullable( z.string() ) } ) ),
		} )
	),
} );

/** None: what letters suggest for all other products. `version` is 0 where nothing was kept before. */
export const alternativesSave = z.strictObject( { product: said( 200 ), version: count, others } );

/** What a shop made its own: texts, choices on rules, settings. No customer, no secret. */
const fileTemplate = z.strictObject( {
	slug,
	language: letterLanguage,
	based_on: id,
	subject,
	paragraphs,
} );

export const playbookFile = z.strictObject( {
	format: z.enum( [ 'amicable-playbook' ] ),
	format_version: z.int().check( z.minimum( 1 ), z.maximum( 1 ) ),
	/** Your own copies; what is as shipped is not in the file. */
	templates: z.array( fileTemplate ).check( z.maxLength( 300 ) ),
	/** What stands in for a field; `any`: in every language. */
	fields: z
		.array(
			z.strictObject( {
				field: slug,
				language: z.enum( [ 'any', 'en', 'ko', 'tr' ] ),
				value: text( 500 ),
			} )
		)
		.check( z.maxLength( 100 ) ),
	/** Other makers, by product; files of earlier versions have none. */
	alternatives: z.optional(
		z.array( z.strictObject( { product: said( 200 ), others } ) ).check( z.maxLength( 200 ) )
	),
	/** Rules for reading that nobody wants to hear of any more. */
	silent_rules: z.array( ruleName ).check( z.maxLength( 500 ) ),
	settings: playbookSettings,
} );

export const playbookImport = z.strictObject( { file: playbookFile, dry_run: z.boolean() } );

const change = z.object( {
	kind: z.enum( [ 'template', 'field', 'rule', 'setting' ] ),
	/** Translated: what changes. */
	text: z.string(),
} );

export const changesSchema = z.object( {
	/** Nothing was changed: this is what would be. */
	dry_run: z.boolean(),
	changes: z.array( change ),
	unchanged: count,
} );

const one = { key: '1', text: '{greeting}' };
const omit = < Whole extends object >( whole: Whole, ...names: ( keyof Whole )[] ) =>
	Object.fromEntries(
		Object.entries( whole ).filter( ( [ key ] ) => ! names.some( ( name ) => name === key ) )
	);
const pick = ( {
	slug: name,
	language,
	based_on: from,
	subject: title,
	paragraphs: texts,
}: ( typeof file.templates )[ number ] ) => ( {
	slug: name,
	language,
	based_on: from,
	subject: title,
	paragraphs: texts,
} );

/** What a shop says once and every letter uses. `any` holds for all languages that have no word of their own. */
const fieldValue = text( 500 );
export const fieldSchema = z.object( {
	field: slug,
	/** Translated. */
	title: z.string(),
	version: id,
	values: z.object( { any: z.string(), en: z.string(), ko: z.string(), tr: z.string() } ),
	/** What stands in for an empty one, by language; empty where only the shop can know. */
	usual: z.object( { en: z.string(), ko: z.string(), tr: z.string() } ),
} );

export const fieldSave = z.strictObject( {
	version: id,
	values: z.strictObject( {
		any: z.optional( fieldValue ),
		en: z.optional( fieldValue ),
		ko: z.optional( fieldValue ),
		tr: z.optional( fieldValue ),
	} ),
} );

/** Without the numbers that came later. */
const ofOlderVersion = {
	...file,
	settings: {
		...file.settings,
		patterns: {
			...omit( file.settings.patterns, 'early_signs', 'docs_gaps' ),
			hostile_messages: omit( file.settings.patterns.hostile_messages, 'half_life' ),
			threat_with_demand: omit( file.settings.patterns.threat_with_demand, 'fades_after' ),
		},
	},
};

export const shapes: Record< string, Shape > = {
	'playbook.template': {
		schema: templateSchema,
		io: 'output',
		valid: [ template, { ...template, stage: null, own: true, based_on: 1 } ],
		invalid: [
			{ ...template, language: 'de' },
			{ ...template, version: 0 },
			{ ...template, paragraphs: [ one ] },
		],
	},
	'playbook.save': {
		schema: templateSave,
		io: 'input',
		valid: [ { version: 1, subject: 'Hi', paragraphs: [ one ] } ],
		invalid: [
			{ version: 1, subject: 'Hi', paragraphs: [] },
			{ version: 1, paragraphs: [ one ] },
			{ version: 1, subject: 'Hi', paragraphs: [ { ...one, parts: [] } ] },
			{ version: 1, subject: 'Hi', paragraphs: [ { key: '', text: '' } ] },
		],
	},
	'playbook.reset': {
		schema: templateReset,
		io: 'input',
		valid: [ { version: 2 } ],
		invalid: [ {}, { version: 0 } ],
	},
	'playbook.field': {
		schema: fieldSchema,
		io: 'output',
		valid: [ field ],
		invalid: [
			{ ...field, values: { any: 'x' } },
			{ ...field, version: 0 },
		],
	},
	'playbook.field_save': {
		schema: fieldSave,
		io: 'input',
		valid: [
			{ version: 1, values: {} },
			{ version: 2, values: { any: 'https://example.com/terms', ko: '' } },
		],
		invalid: [
			{ values: {} },
			{ version: 1, values: { de: 'x' } },
			{ version: 1, values: { en: 'x'.repeat( 501 ) } },
		],
	},
	'playbook.alternatives': {
		schema: alternativesSchema,
		io: 'output',
		valid: [ alternatives, { products: [] } ],
		invalid: [ {}, { products: [ { product: 'Forms', others: [] } ] } ],
	},
	'playbook.alternatives_save': {
		schema: alternativesSave,
		io: 'input',
		valid: [
			{ product: 'Forms', version: 0, others: [ { name: 'Other Forms', link: null } ] },
			{ product: 'Forms', version: 3, others: [] },
		],
		invalid: [
			{ product: '', version: 0, others: [] },
			{ product: 'Forms', version: 0, others: [ { name: 'Other Forms' } ] },
			{
				product: 'Forms',
				version: 0,
				others: [ { name: 'X', link: 'javascript:alert(1)' } ],
			},
		],
	},
	'playbook.preview_request': {
		schema: previewRequest,
		io: 'input',
		valid: [
			{ slug: 'apology', language: 'ko' },
			{ slug: 'apology', language: 'en', customer_id: 7, subject: 'Hi', paragraphs: [ one ] },
		],
		invalid: [
			{ slug: 'apology' },
			{ slug: 'apology', language: 'de' },
			{ slug: 'apology', language: 'en', customer_id: 0 },
		],
	},
	'playbook.preview': {
		schema: previewSchema,
		io: 'output',
		valid: [ preview, { ...preview, missing: [], flaws: [] } ],
		invalid: [ { ...preview, body: null }, {} ],
	},
	'playbook.file': {
		schema: playbookFile,
		io: 'output',
		valid: [ file, { ...file, templates: [] }, ofOlderVersion ],
		invalid: [
			{ ...file, format: 'other' },
			{ ...file, format_version: 2 },
		],
	},
	'playbook.import': {
		schema: playbookImport,
		io: 'input',
		valid: [ { file, dry_run: true } ],
		invalid: [
			{ file },
			{ file: { ...file, format: 'other' }, dry_run: true },
			{ file: { ...file, customers: [] }, dry_run: true },
			{
				file: {
					...file,
					templates: file.templates.map( ( t ) => ( { ...pick( t ), language: 'de' } ) ),
				},
				dry_run: true,
			},
			{ file: { ...file, silent_rules: [ 'A rule' ] }, dry_run: false },
			{
				file: { ...file, fields: [ { field: 'contact', language: 'de', value: '' } ] },
				dry_run: false,
			},
			{
				file: { ...file, settings: { ...file.settings, hourly_cost: null } },
				dry_run: false,
			},
			{
				file: { ...file, settings: { ...file.settings, reply_target_hours: 0 } },
				dry_run: false,
			},
		],
	},
	'playbook.changes': {
		schema: changesSchema,
		io: 'output',
		valid: [ imported, { ...imported, changes: [] } ],
		invalid: [
			{ ...imported, changes: [ { kind: 'user', text: '' } ] },
			{ ...imported, unchanged: -1 },
		],
	},
};

export type Template = z.infer< typeof templateSchema >;
export type TemplateSave = z.infer< typeof templateSave >;
export type TemplatePreviewRequest = z.infer< typeof previewRequest >;
export type TemplatePreview = z.infer< typeof previewSchema >;
export type PlaybookField = z.infer< typeof fieldSchema >;
export type PlaybookFieldSave = z.infer< typeof fieldSave >;
export type Alternatives = z.infer< typeof alternativesSchema >;
export type AlternativesSave = z.infer< typeof alternativesSave >;
export type PlaybookFile = z.infer< typeof playbookFile >;
export type PlaybookChanges = z.infer< typeof changesSchema >;
