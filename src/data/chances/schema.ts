import * as z from 'zod/mini';
import chance from '../../../tests/fixtures/rest/chances.chance.json';
import products from '../../../tests/fixtures/rest/chances.product.json';
import { cause, stage } from '../cases/schema';
import { httpsUrl, id, money, moneyInput, said, storeId, text, time, type Shape } from '../common';

export const moveKind = z.enum( [
	'apologize',
	'explain',
	'call',
	'fix',
	'coupon',
	'free_product',
	'exchange',
	'public_answer',
	'boss',
	'renegotiate',
	'other_product',
] );
export const outcome = z.enum( [ 'took_refund', 'apologized', 'silent', 'doubled_down' ] );
export const taskKind = z.enum( [ 'contest', 'objection', 'stop_renewal' ] );
export const entryKind = z.enum( [
	'move',
	'promise',
	'outcome',
	'answered',
	'task',
	'read',
	'complaint',
	'claim',
	'found',
] );
export const entryState = z.enum( [ 'begun', 'open', 'kept', 'broken', 'withdrawn', 'done' ] );

const entry = z.object( {
	id,
	kind: entryKind,
	/** A move, an outcome or a task, by kind; empty for the others. */
	what: z.string(),
	state: entryState,
	note: z.string(),
	/** A phone number that was called. */
	contact: z.string(),
	link: z.nullable( z.string() ),
	/** Of a public complaint. */
	stars: z.nullable( z.int().check( z.minimum( 1 ), z.maximum( 5 ) ) ),
	due_at: z.nullable( time ),
	/** Of a gift: what the customer types at the till. */
	code: z.nullable( z.string() ),
	/** Of an exchange by hand: the order in which it was done. */
	order: z.nullable( z.string() ),
	/** Of what they say: about when. */
	on: z.nullable( time ),
	/** Of what we find: the line that it is about. */
	of: z.nullable( id ),
	/** Of an outcome: whether what was threatened came true. */
	carried_out: z.nullable( z.boolean() ),
	/** Why it leaves the rules of the house. */
	departure: z.nullable( z.string() ),
	by: z.nullable( z.string() ),
	at: time,
	settled_by: z.nullable( z.string() ),
	settled_at: z.nullable( time ),
} );

export const chanceSchema = z.object( {
	case_id: id,
	version: id,
	stage,
	cause: z.nullable( cause ),
	/** What the cause asks for; null: nobody said why yet. */
	route: z.nullable(
		z.object( {
			giving: z.enum( [ 'whatever', 'limit', 'nothing' ] ),
			moves: z.array( moveKind ),
		} )
	),
	advice: z.object( {
		reason: z.string(),
		to: z.nullable( stage ),
		/** Translated. */
		why: z.string(),
	} ),
	/** How long an apology is owed, since the mistake was known to be ours. */
	apology: z.nullable( z.object( { since: time, given_at: z.nullable( time ) } ) ),
	warning: z.nullable( z.object( { at: time, counts_until: time } ) ),
	do_not_answer: z.nullable( time ),
	waiting: z.array(
		z.object( {
			ticket_id: id,
			subject: z.string(),
			url: z.nullable( z.string() ),
			since: time,
		} )
	),
	entries: z.array( entry ),
	/** Who may be given a case. */
	people: z.array( z.object( { id, name: z.string() } ) ),
	/** Where gift codes can be made by whoever asks. */
	shops: z.array( z.object( { store: storeId, label: z.string(), currency: z.string() } ) ),
	resolutions: z.array(
		z.object( {
			problem: z.string(),
			answer: z.string(),
			most: z.optional( z.nullable( money ) ),
		} )
	),
	/** A threat tied to a demand is in the air: the table is the same for everybody. */
	threatened: z.boolean(),
	/** Absent for those who may not see money. */
	money: z.optional(
		z.object( {
			currency: z.string(),
			may_give: z.nullable( money ),
			margin: z.nullable( money ),
			approximate: z.boolean(),
			/** Support is known only from later on than the first purchase: what is left is at most this. */
			at_least: z.boolean(),
		} )
	),
} );

export const productSchema = z.object( { id, name: z.string() } );

export const entryCreate = z.strictObject( {
	version: id,
	/** A draft is read where it stands. */
	kind: z.enum( [ 'move', 'promise', 'outcome', 'answered', 'task', 'claim', 'found' ] ),
	what: z.optional( z.enum( [ ...moveKind.options, ...outcome.options, ...taskKind.options ] ) ),
	note: z.optional( text( 2000 ) ),
	contact: z.optional( text( 190 ) ),
	link: z.optional( httpsUrl ),
	due_at: z.optional( time ),
	ticket_id: z.optional( id ),
	assignee: z.optional( id ),
	carried_out: z.optional( z.boolean() ),
	store: z.optional( storeId ),
	amount: z.optional( moneyInput ),
	product: z.optional( id ),
	/** Number of the order in which it was exchanged by hand; else the shop makes a code for `product`. */
	order: z.optional( said( 64 ) ),
	/** What it costs the shop once it is used, in the base currency. */
	cost: z.optional( moneyInput ),
	/** Which row of the table it follows. */
	problem: z.optional( said( 200 ) ),
	departure: z.optional( said( 500 ) ),
	on: z.optional( time ),
	of: z.optional( id ),
} );

export const entrySettle = z.strictObject( {
	version: id,
	state: z.enum( [ 'kept', 'broken', 'withdrawn', 'done' ] ),
	note: z.optional( text( 500 ) ),
} );

export const shapes: Record< string, Shape > = {
	'chances.chance': {
		schema: chanceSchema,
		io: 'output',
		valid: [ chance, { ...chance, cause: null, route: null, apology: null, warning: null } ],
		invalid: [
			{ ...chance, cause: 'theirs' },
			{ ...chance, version: 0 },
		],
	},
	'chances.product': {
		schema: productSchema,
		io: 'output',
		valid: products,
		invalid: [ { id: 0, name: 'x' }, { id: 1 } ],
	},
	'chances.entry': {
		schema: entryCreate,
		io: 'input',
		valid: [
			{ version: 1, kind: 'move', what: 'apologize', note: 'Said sorry by mail' },
			{ version: 2, kind: 'promise', note: 'A fix', due_at: '2026-03-20T00:00:00Z' },
			{ version: 2, kind: 'outcome', what: 'silent', carried_out: false },
			{
				version: 2,
				kind: 'claim',
				note: 'Nobody answered for a week',
				on: '2026-03-01T00:00:00Z',
			},
			{ version: 3, kind: 'found', note: 'Answered after 20 hours', of: 7 },
			{
				version: 3,
				kind: 'move',
				what: 'coupon',
				store: 'sample',
				amount: { minor: 1000, currency: 'USD' },
				cost: { minor: 1000, currency: 'USD' },
				problem: 'Download not found',
				departure: 'Agreed on the phone',
			},
		],
		invalid: [
			{ version: 1, kind: 'move', what: 'exchange', order: '' },
			{ version: 1 },
			{ version: 1, kind: 'bribe' },
			{ version: 1, kind: 'read' },
			{ version: 1, kind: 'complaint' },
			{ version: 1, kind: 'found', note: 'x', of: 0 },
			{ version: 1, kind: 'move', what: 'threaten' },
			{ version: 1, kind: 'move', what: 'public_answer', link: 'javascript:alert(1)' },
			{ version: 1, kind: 'answered', ticket_id: '7' },
		],
	},
	'chances.settle': {
		schema: entrySettle,
		io: 'input',
		valid: [
			{ version: 1, state: 'kept' },
			{ version: 4, state: 'broken', note: 'A day late' },
		],
		invalid: [ {}, { version: 1, state: 'open' }, { version: 1, state: 'kept', note: 7 } ],
	},
};

export type Chance = z.infer< typeof chanceSchema >;
export type Entry = Chance[ 'entries' ][ number ];
export type EntryCreate = z.infer< typeof entryCreate >;
export type EntrySettle = z.infer< typeof entrySettle >;
export type MoveKind = z.infer< typeof moveKind >;
export type Outcome = z.infer< typeof outcome >;
export type TaskKind = z.infer< typeof taskKind >;
export type EntryState = z.infer< typeof entryState >;
