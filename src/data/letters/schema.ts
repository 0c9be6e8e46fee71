import * as z from 'zod/mini';
import beside from '../../../tests/fixtures/rest/letters.beside.json';
import choice from '../../../tests/fixtures/rest/letters.choice.json';
import conversation from '../../../tests/fixtures/rest/letters.conversation.json';
import letter from '../../../tests/fixtures/rest/letters.letter.json';
import lint from '../../../tests/fixtures/rest/letters.lint.json';
import publicView from '../../../tests/fixtures/rest/letters.public_view.json';
import removed from '../../../tests/fixtures/rest/letters.removed.json';
import { stage } from '../cases/schema';
import { count, id, slug, text, time, type Shape } from '../common';

/** `unknown`: it may or may not have gone out; a person says which. */
export const letterState = z.enum( [ 'draft', 'sending', 'sent', 'unknown' ] );
export const letterChannel = z.enum( [ 'letter', 'public', 'paste' ] );
export const letterLanguage = z.enum( [ 'en', 'ko', 'tr' ] );

/** By our mail, or copied and sent elsewhere by the person. */
export const letterVia = z.enum( [ 'mail', 'copy' ] );

const person = z.object( { id, name: z.string() } );

export const letterSchema = z.object( {
	id,
	case_id: id,
	version: id,
	state: letterState,
	/** Of the template it was made from; of the case where there was none. */
	stage,
	/** Null: written freely. */
	template: z.nullable( slug ),
	template_version: z.nullable( id ),
	/** The template says something else by now. */
	template_changed: z.boolean(),
	channel: letterChannel,
	language: letterLanguage,
	/** Null where no address is known, and for a public answer. */
	to: z.nullable( z.string() ),
	subject: z.string(),
	body: z.string(),
	via: z.nullable( letterVia ),
	/** Who sent it. */
	sender: z.nullable( person ),
	/** Translated: why the last attempt to send failed. */
	failure: z.nullable( z.string() ),
	/** The customer's data was erased: the words are gone. */
	erased: z.boolean(),
	created_at: time,
	updated_at: time,
	sent_at: z.nullable( time ),
	/** Who ticked the litmus test. */
	read_by: z.nullable( person ),
	read_at: z.nullable( time ),
} );

/** A variant of a template: for a service, with the line that the version may be kept, with the one whom to tell of a wrong fact. */
const variant = z.strictObject( {
	service: z.optional( z.boolean() ),
	gpl: z.optional( z.boolean() ),
	contest: z.optional( z.boolean() ),
} );

export const letterCreate = z.strictObject( {
	template: z.optional( slug ),
	language: z.optional( letterLanguage ),
	/** Of a letter without a template. */
	channel: z.optional( letterChannel ),
	variant: z.optional( variant ),
} );

const MOST = 20000;
const subject = text( 200 );
const body = text( MOST );

export const letterSave = z.strictObject( {
	version: id,
	subject,
	body,
	to: z.optional( z.nullable( text( 254 ) ) ),
	language: z.optional( letterLanguage ),
} );

export const letterRemove = z.strictObject( { version: id } );
export const letterRemoved = z.object( { removed: z.boolean() } );

/** What there is to write from. */
export const choiceSchema = z.object( {
	proposed_language: letterLanguage,
	/** Translated. */
	why_language: z.string(),
	items: z.array(
		z.object( {
			slug,
			/** Translated. */
			title: z.string(),
			/** Null: a text to paste. */
			stage: z.nullable( stage ),
			/** The pattern it is made for; null: any. */
			pattern: z.nullable( slug ),
			channel: letterChannel,
			version: id,
			/** It fits the stage and an open pattern of this customer. */
			suits: z.boolean(),
		} )
	),
} );

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
		} )
	),
} );

/** `everybody`: I would be fine with everybody reading this; without it nothing goes out. The others are for whoever wants them. */
export const litmusQuestion = z.enum( [ 'everybody', 'facts', 'calm' ] );

export const letterSend = z.strictObject( {
	version: id,
	via: letterVia,
	answers: z
		.array( z.strictObject( { question: litmusQuestion, yes: z.boolean() } ) )
		.check( z.maxLength( 3 ) ),
} );

/** What a person found out about a letter that may or may not have gone out. */
export const letterSettle = z.strictObject( {
	version: id,
	outcome: z.enum( [ 'sent', 'not_sent' ] ),
} );

const words = { subject: 'How we go on', body: 'Hi Maya,', language: 'en', channel: 'letter' };
const tick = [ { question: 'everybody', yes: true } ];

export const shapes: Record< string, Shape > = {
	'letters.letter': {
		schema: letterSchema,
		io: 'output',
		valid: [ letter, { ...letter, template: null, template_version: null, to: null } ],
		invalid: [
			{ ...letter, state: 'lost' },
			{ ...letter, stage: 'fired' },
			{ ...letter, language: 'de' },
			{ ...letter, template_version: 0 },
		],
	},
	'letters.create': {
		schema: letterCreate,
		io: 'input',
		valid: [
			{},
			{ template: 'warning_docs_questions', language: 'ko' },
			{ template: 'closing_wish', variant: { service: true } },
		],
		invalid: [
			{ template: 'A Warning' },
			{ language: 'de' },
			{ variant: { rude: true } },
			{ body: 'x' },
		],
	},
	'letters.save': {
		schema: letterSave,
		io: 'input',
		valid: [
			{ version: 1, subject: '', body: '' },
			{ version: 2, subject: 'Hi', body: 'Hi', to: 'maya@example.com', language: 'tr' },
			{ version: 2, subject: 'Hi', body: 'Hi', to: null },
		],
		invalid: [
			{ subject: 'Hi', body: 'Hi' },
			{ version: 1, subject: 'Hi' },
			{ version: 1, subject: 'x'.repeat( 201 ), body: '' },
			{ version: 1, subject: '', body: 'x'.repeat( MOST + 1 ) },
			{ version: 1, subject: '', body: '', state: 'sent' },
		],
	},
	'letters.remove': {
		schema: letterRemove,
		io: 'input',
		valid: [ { version: 1 } ],
		invalid: [ {}, { version: 0 } ],
	},
	'letters.removed': {
		schema: letterRemoved,
		io: 'output',
		valid: [ removed ],
		invalid: [ {}, { removed: 'yes' } ],
	},
	'letters.choice': {
		schema: choiceSchema,
		io: 'output',
		valid: [ choice, { ...choice, items: [] } ],
		invalid: [ { ...choice, proposed_language: 'de' }, { items: choice.items } ],
	},
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
	'letters.send': {
		schema: letterSend,
		io: 'input',
		valid: [
			{ version: 1, via: 'mail', answers: tick },
			{ version: 1, via: 'copy', answers: [] },
		],
		invalid: [
			{ version: 1, via: 'mail' },
			{ version: 1, via: 'fax', answers: tick },
			{ version: 1, via: 'mail', answers: [ { question: 'mood', yes: true } ] },
		],
	},
	'letters.settle': {
		schema: letterSettle,
		io: 'input',
		valid: [ { version: 3, outcome: 'sent' } ],
		invalid: [ { version: 3 }, { version: 3, outcome: 'lost' } ],
	},
};

export type Letter = z.infer< typeof letterSchema >;
export type LetterState = z.infer< typeof letterState >;
export type LetterChannel = z.infer< typeof letterChannel >;
export type LetterLanguage = z.infer< typeof letterLanguage >;
export type LetterVia = z.infer< typeof letterVia >;
export type LetterCreate = z.infer< typeof letterCreate >;
export type LetterSave = z.infer< typeof letterSave >;
export type LetterSend = z.infer< typeof letterSend >;
export type LetterSettle = z.infer< typeof letterSettle >;
export type LetterChoice = z.infer< typeof choiceSchema >;
export type Beside = z.infer< typeof besideSchema >;
export type LintRequest = z.infer< typeof lintRequest >;
export type Lint = z.infer< typeof lintSchema >;
export type RemarkCode = z.infer< typeof remarkCode >;
export type PublicView = z.infer< typeof publicViewSchema >;
export type Conversation = z.infer< typeof conversationSchema >;
export type LitmusQuestion = z.infer< typeof litmusQuestion >;
