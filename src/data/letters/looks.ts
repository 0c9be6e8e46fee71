import * as z from 'zod/mini';
import beside from '../../../tests/fixtures/rest/letters.beside.json';
import conversation from '../../../tests/fixtures/rest/letters.conversation.json';
import lint from '../../../tests/fixtures/rest/letters.lint.json';
import publicView from '../../../tests/fixtures/rest/letters.public_view.json';
import { count, id, slug, text, time, type Shape } from '../common';

export const letterChannel = z.enum( [ 'letter', 'public', 'paste' ] );
export const letterLanguage = z.enum( [ 'en', 'ko', 'tr' ] );

export const MOST = 20000;
export const subject = text( 200 );
export const body = text( MOST );

/** The same version of the template in two languages; what somebody changed is no longer side by side. */
export const besideSchema = z.object( {
	language: letterLanguage,
	paragraphs: z.array(
		z.object( {
			key: z.string(),
			/** The draft's paragraph; null where the draft has none any more. */
			theirs: z.nullable( z.string() ),
			/** The same in the language asked for; empty for a paragraph that somebody added. */
			yours: z.string(),
			changed: z.boolean(),
		} )
	),
} );

export const lintRequest = z.strictObject( {
	subject,
	body,
	language: letterLanguage,
	template: z.optional( slug ),
	channel: letterChannel,
	/** The letter that these words are for. */
	message: z.optional( id ),
} );

export const remarkCode = z.enum( [
	'placeholder',
	'unknown_quote',
	'wrong_language',
	'own_threat',
	'review_bargain',
	'blame',
	'sarcasm',
	'half_apology',
	'capitals',
	'exclamation',
	'undated_promise',
	'run_down',
	'internal_label',
	'private_data',
	'too_long',
	'script',
	'not_read',
] );

const remark = z.object( {
	code: remarkCode,
	blocks: z.boolean(),
	/** Where the words stand. */
	field: z.enum( [ 'subject', 'body' ] ),
	words: z.string(),
	/** In code points of that field. */
	start: count,
	end: count,
	/** Translated. */
	text: z.string(),
} );

export const lintSchema = z.object( {
	blocks: z.boolean(),
	remarks: z.array( remark ),
	parts: z.object( {
		done: count,
		total: count,
		missing: z.array( z.object( { part: z.string(), text: z.string() } ) ),
	} ),
} );

/** The whole conversation as everybody could read it, oldest first. Plain text, names and numbers masked. */
export const publicViewSchema = z.object( {
	posts: z.array(
		z.object( {
			who: z.enum( [ 'customer', 'us', 'draft' ] ),
			/** Null: not yet. */
			at: z.nullable( time ),
			text: z.string(),
			/** Our worst sentence, in code points. */
			worst: z.nullable( z.object( { start: count, end: count, text: z.string() } ) ),
		} )
	),
	/** Messages whose words are no longer kept. */
	missing: count,
} );

/** What was written between the shop and the customer, newest first: for colleagues, nothing masked. */
export const conversationSchema = z.object( {
	posts: z.array(
		z.object( {
			who: z.enum( [ 'customer', 'us' ] ),
			/** Of a colleague, where it is known. */
			name: z.nullable( z.string() ),
			at: z.nullable( time ),
			/** Null: the words are no longer kept. */
			text: z.nullable( z.string() ),
			/** Where everybody can read it. */
			link: z.nullable( z.string() ),
			stars: z.nullable( z.int().check( z.minimum( 1 ), z.maximum( 5 ) ) ),
		} )
	),
} );

const words = { subject: 'How we go on', body: 'Hi Maya,', language: 'en', channel: 'letter' };
/** How a letter is looked at before it goes out. */
export const lookShapes: Record< string, Shape > = {
	'letters.beside': {
		schema: besideSchema,
		io: 'output',
		valid: [ beside, { ...beside, paragraphs: [] } ],
		invalid: [
			{ ...beside, language: 'de' },
			{ ...beside, paragraphs: [ { key: '1' } ] },
		],
	},
	'letters.lint_request': {
		schema: lintRequest,
		io: 'input',
		valid: [ words, { ...words, template: 'apology', message: 3 } ],
		invalid: [ {}, { ...words, channel: 'fax' }, { ...words, message: 0 } ],
	},
	'letters.lint': {
		schema: lintSchema,
		io: 'output',
		valid: [ lint, { ...lint, blocks: false, remarks: [] } ],
		invalid: [
			{ ...lint, remarks: [ { ...lint.remarks[ 0 ], code: 'ugly' } ] },
			{ ...lint, parts: null },
		],
	},
	'letters.public_view': {
		schema: publicViewSchema,
		io: 'output',
		valid: [ publicView, { posts: [], missing: 0 } ],
		invalid: [
			{ ...publicView, missing: -1 },
			{ ...publicView, posts: [ { ...publicView.posts[ 0 ], who: 'Maya' } ] },
		],
	},
	'letters.conversation': {
		schema: conversationSchema,
		io: 'output',
		valid: [ conversation, { posts: [] } ],
		invalid: [ {}, { posts: [ { ...conversation.posts[ 0 ], who: 'draft' } ] } ],
	},
};

export type Beside = z.infer< typeof besideSchema >;
export type LintRequest = z.infer< typeof lintRequest >;
export type Lint = z.infer< typeof lintSchema >;
export type RemarkCode = z.infer< typeof remarkCode >;
export type PublicView = z.infer< typeof publicViewSchema >;
export type Conversation = z.infer< typeof conversationSchema >;
export type LetterChannel = z.infer< typeof letterChannel >;
export type LetterLanguage = z.infer< typeof letterLanguage >;
