import * as z from 'zod/mini';
import aCase from '../../../tests/fixtures/rest/cases.case.json';
import aRow from '../../../tests/fixtures/rest/cases.row.json';
import { id, orderRef, orderRefInput, said, text, time, type Shape } from '../common';
import { chargeOf } from '../disputes/charge';
import { pattern } from '../pattern';

export const stage = z.enum( [
	'open',
	'second_chance',
	'warned',
	'agreed',
	'explained',
	'counsel',
	'offboarding',
	'closed',
	'recovered',
	'lapsed',
	'dismissed',
] );

/** Why the customer is angry. */
export const cause = z.enum( [ 'ours', 'customer', 'nobody', 'expectation' ] );

const event = z.object( {
	at: time,
	/** Display name; null where the program itself acted. */
	who: z.nullable( z.string() ),
	from: z.nullable( stage ),
	to: stage,
	reason: z.nullable( z.string() ),
} );

const next = z.object( {
	to: stage,
	allowed: z.boolean(),
	/** Translated: why not, or what has to be given (an override, a word of counsel). */
	why: z.nullable( z.string() ),
} );

/** Which open cases a list shows. */
export const caseView = z.enum( [ 'mine', 'unassigned', 'approval', 'due' ] );

export const caseSchema = z.object( {
	id,
	version: id,
	customer_id: id,
	customer_name: z.string(),
	stage,
	assignee: z.nullable( z.object( { id, name: z.string() } ) ),
	due_at: z.nullable( time ),
	/** What has to be looked at first: the case, its check-in or something promised in it. */
	next_due: z.nullable( time ),
	check_in_at: z.nullable( time ),
	/** What was demanded and never promised. */
	never_promised: z.string(),
	cause: z.nullable( cause ),
	/** Since when the customer wishes for no answer. */
	do_not_answer: z.nullable( time ),
	/** What is flagged about the customer now. */
	patterns: z.array( pattern ),
	override: z.boolean(),
	/** A person lifted the lock on replies that this case lays on its customer. */
	answers_again: z.boolean(),
	order: z.nullable( orderRef ),
	/** The dispute over the payment of that order, where there is one now. */
	charge: z.nullable( chargeOf ),
	/** The newest run of this case. */
	run_id: z.nullable( id ),
	opened_at: time,
	events: z.array( event ),
	next: z.array( next ),
} );

/** A case in a list. */
export const caseRow = z.pick( caseSchema, {
	id: true,
	version: true,
	customer_id: true,
	customer_name: true,
	stage: true,
	assignee: true,
	next_due: true,
	patterns: true,
	override: true,
	order: true,
	opened_at: true,
} );

export const caseCreate = z.strictObject( {
	customer_id: id,
	order: z.optional( orderRefInput ),
	/** Why it is opened again, where the last one came to its end. */
	reason: z.optional( text( 500 ) ),
} );

/** What is left out stays; null takes away. */
export const caseUpdate = z.strictObject( {
	version: id,
	assignee: z.optional( z.nullable( id ) ),
	due_at: z.optional( z.nullable( time ) ),
	check_in_at: z.optional( z.nullable( time ) ),
	never_promised: z.optional( text( 500 ) ),
	cause: z.optional( cause ),
	do_not_answer: z.optional( z.boolean() ),
} );

export const caseEvent = z.strictObject( {
	to: stage,
	version: id,
	reason: z.optional( text( 500 ) ),
	counsel: z.optional( z.enum( [ 'agreed', 'none' ] ) ),
	/** What was sent to the customer elsewhere, word for word. */
	text: z.optional( said( 20000 ) ),
	/** Instead of `text`: the letter of this stage that was sent. */
	letter: z.optional( id ),
} );

export const shapes: Record< string, Shape > = {
	'cases.case': {
		schema: caseSchema,
		io: 'output',
		valid: [ aCase ],
		invalid: [ { ...aCase, stage: 'sued' }, { ...aCase, opened_at: '2026-03-01' }, [] ],
	},
	'cases.row': {
		schema: caseRow,
		io: 'output',
		valid: [ aRow, { ...aRow, assignee: null, next_due: null } ],
		invalid: [
			{ ...aRow, stage: 'sued' },
			{ ...aRow, patterns: null },
		],
	},
	'cases.create': {
		schema: caseCreate,
		io: 'input',
		valid: [
			{ customer_id: 7 },
			{ customer_id: 7, reason: 'They asked to come back' },
			{ customer_id: 7, order: { store: 'sample', id: 3 } },
		],
		invalid: [
			{},
			{ customer_id: 0 },
			{ customer_id: '7' },
			{ customer_id: 7, order: { store: 'shopify', id: 3 } },
			{ customer_id: 7, kind: 'part_ways' },
		],
	},
	'cases.update': {
		schema: caseUpdate,
		io: 'input',
		valid: [
			{ version: 1 },
			{ version: 2, assignee: 3, due_at: '2026-03-20T00:00:00Z', cause: 'ours' },
			{ version: 2, assignee: null, due_at: null, check_in_at: null },
			{ version: 3, never_promised: 'A phone line', do_not_answer: true },
		],
		invalid: [
			{},
			{ version: 1, assignee: 0 },
			{ version: 1, due_at: '2026-03-20' },
			{ version: 1, cause: 'theirs' },
			{ version: 1, stage: 'warned' },
		],
	},
	'cases.event': {
		schema: caseEvent,
		io: 'input',
		valid: [
			{ to: 'second_chance', version: 1 },
			{ to: 'warned', version: 2, text: 'Dear customer' },
			{ to: 'warned', version: 2, letter: 12 },
			{ to: 'offboarding', version: 3, reason: 'Agreed by phone', counsel: 'agreed' },
		],
		invalid: [
			{ to: 'warned' },
			{ to: 'fired', version: 1 },
			{ to: 'warned', version: 0 },
			{ to: 'warned', version: 1, text: '' },
			{ to: 'warned', version: 1, letter: 0 },
			{ to: 'offboarding', version: 1, counsel: 'maybe' },
		],
	},
};

export type Stage = z.infer< typeof stage >;
export type OffboardingCase = z.infer< typeof caseSchema >;
export type CaseRow = z.infer< typeof caseRow >;
export type CaseView = z.infer< typeof caseView >;
export type CaseUpdate = z.infer< typeof caseUpdate >;
export type Cause = z.infer< typeof cause >;
export type CaseEvent = z.infer< typeof caseEvent >;
