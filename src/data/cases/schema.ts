import * as z from 'zod/mini';
import aCase from '../../../tests/fixtures/rest/cases.case.json';
import { id, orderRef, orderRefInput, said, text, time, type Shape } from '../common';

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

export const caseSchema = z.object( {
	id,
	version: id,
	customer_id: id,
	customer_name: z.string(),
	stage,
	assignee: z.nullable( z.object( { id, name: z.string() } ) ),
	due_at: z.nullable( time ),
	override: z.boolean(),
	order: z.nullable( orderRef ),
	/** The newest run of this case. */
	run_id: z.nullable( id ),
	opened_at: time,
	events: z.array( event ),
	next: z.array( next ),
} );

export const caseCreate = z.strictObject( { customer_id: id, order: z.optional( orderRefInput ) } );

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
	'cases.create': {
		schema: caseCreate,
		io: 'input',
		valid: [ { customer_id: 7 }, { customer_id: 7, order: { store: 'sample', id: 3 } } ],
		invalid: [
			{},
			{ customer_id: 0 },
			{ customer_id: '7' },
			{ customer_id: 7, order: { store: 'shopify', id: 3 } },
			{ customer_id: 7, kind: 'part_ways' },
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
export type CaseEvent = z.infer< typeof caseEvent >;
