import * as z from 'zod/mini';
import choice from '../../../tests/fixtures/rest/letters.choice.json';
import letter from '../../../tests/fixtures/rest/letters.letter.json';
import removed from '../../../tests/fixtures/rest/letters.removed.json';
import ways from '../../../tests/fixtures/rest/letters.ways.json';
import { stage } from '../cases/schema';
import { id, said, slug, text, time, type Shape } from '../common';
import { body, letterChannel, letterLanguage, lookShapes, MOST, subject } from './looks';

export * from './looks';

/** `unknown`: it may or may not have gone out; a person says which. */
export const letterState = z.enum( [ 'draft', 'sending', 'sent', 'unknown' ] );

/** By our mail, as an answer to a ticket of a help desk, or copied and sent elsewhere by the person. */
export const letterVia = z.enum( [ 'mail', 'desk', 'copy' ] );

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
	/** Name of the help desk that it went through. */
	desk: z.nullable( z.string() ),
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
	/** Who else has read it last, and whether it still says what they read. */
	looked: z.nullable(
		z.object( {
			/** Null: somebody who left. */
			who: z.nullable( z.string() ),
			at: time,
			fits: z.boolean(),
		} )
	),
	/** The owner wants somebody else to read these words before you send them. */
	needs_reader: z.boolean(),
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

export const letterSave = z.strictObject( {
	version: id,
	subject,
	body,
	to: z.optional( z.nullable( text( 254 ) ) ),
	language: z.optional( letterLanguage ),
} );

/** Vouches for the words of that version. */
export const letterRead = z.strictObject( { version: id } );

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

/** `everybody`: I would be fine with everybody reading this; without it nothing goes out. The others are for whoever wants them. */
export const litmusQuestion = z.enum( [ 'everybody', 'facts', 'calm' ] );

/** Help desks that it can go through, each with the ticket that it would go into. */
export const waysSchema = z.object( {
	ways: z.array(
		z.object( {
			desk: slug,
			name: z.string(),
			/** Null: this customer has no open ticket there, or nobody could be asked. */
			ticket: z.nullable(
				z.object( {
					id: z.string(),
					number: z.string(),
					subject: z.string(),
					to: z.string(),
				} )
			),
			/** Translated: why the desk could not be asked. */
			why: z.nullable( z.string() ),
		} )
	),
} );

export const letterSend = z.strictObject( {
	version: id,
	via: letterVia,
	/** Through a help desk: which one, and the ticket that was seen. */
	desk: z.optional( slug ),
	ticket: z.optional( said( 190 ) ),
	answers: z
		.array( z.strictObject( { question: litmusQuestion, yes: z.boolean() } ) )
		.check( z.maxLength( 3 ) ),
} );

/** What a person found out about a letter that may or may not have gone out. */
export const letterSettle = z.strictObject( {
	version: id,
	outcome: z.enum( [ 'sent', 'not_sent' ] ),
} );

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
	'letters.read': {
		schema: letterRead,
		io: 'input',
		valid: [ { version: 4 } ],
		invalid: [ {}, { version: 0 }, { version: 1, fine: true } ],
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
	'letters.send': {
		schema: letterSend,
		io: 'input',
		valid: [
			{ version: 1, via: 'mail', answers: tick },
			{ version: 1, via: 'copy', answers: [] },
			{ version: 1, via: 'desk', desk: 'zendesk', ticket: '4711', answers: tick },
		],
		invalid: [
			{ version: 1, via: 'mail' },
			{ version: 1, via: 'fax', answers: tick },
			{ version: 1, via: 'desk', desk: 'zendesk', ticket: '', answers: tick },
			{ version: 1, via: 'mail', answers: [ { question: 'mood', yes: true } ] },
		],
	},
	'letters.ways': {
		schema: waysSchema,
		io: 'output',
		valid: [
			ways,
			{ ways: [] },
			{ ways: [ { ...ways.ways[ 0 ], ticket: null, why: 'It could not be asked.' } ] },
		],
		invalid: [ {}, { ways: [ { desk: 'zendesk' } ] } ],
	},
	'letters.settle': {
		schema: letterSettle,
		io: 'input',
		valid: [ { version: 3, outcome: 'sent' } ],
		invalid: [ { version: 3 }, { version: 3, outcome: 'lost' } ],
	},
	...lookShapes,
};

export type Letter = z.infer< typeof letterSchema >;
export type LetterState = z.infer< typeof letterState >;
export type LetterVia = z.infer< typeof letterVia >;
export type LetterCreate = z.infer< typeof letterCreate >;
export type LetterSave = z.infer< typeof letterSave >;
export type LetterSend = z.infer< typeof letterSend >;
export type DeskWays = z.infer< typeof waysSchema >;
export type DeskWay = DeskWays[ 'ways' ][ number ];
export type LetterSettle = z.infer< typeof letterSettle >;
export type LetterChoice = z.infer< typeof choiceSchema >;
export type LitmusQuestion = z.infer< typeof litmusQuestion >;
