import * as z from 'zod/mini';
import results from '../../../tests/fixtures/rest/tickets.results.json';
import { httpsUrl, id, orderRefInput, said, slug, text, time, type Shape } from '../common';
import { cause, channel, messageKind, ticketStatus } from './values';

export * from './values';

/** Only the envelope: a bad ticket is one rejected result, never the end of the other ninety-nine. */
export const intake = z.strictObject( {
	source: slug,
	tickets: z.array( z.object( {} ) ).check( z.minLength( 1 ), z.maxLength( 100 ) ),
} );

const requester = z.strictObject( {
	email: z.string().check( z.maxLength( 254 ), z.regex( /^[^@\s]+@[^@\s]+(?!\n)$/ ) ),
	name: z.optional( text( 190 ) ),
	user_id: z.optional( id ),
	order: z.optional( orderRefInput ),
} );

const message = z.strictObject( {
	external_id: said( 191 ),
	kind: messageKind,
	author: z.optional( text( 190 ) ),
	at: time,
	text: z.optional( text( 100000 ) ),
} );

/** Each ticket of the envelope is judged by this alone. */
export const ticketInput = z.strictObject( {
	external_id: said( 191 ),
	url: z.optional( httpsUrl ),
	channel,
	status: ticketStatus,
	subject: z.optional( text( 500 ) ),
	requester,
	created_at: time,
	updated_at: z.optional( time ),
	tags: z.optional( z.array( text( 100 ) ).check( z.maxLength( 50 ) ) ),
	agent: z.optional( text( 190 ) ),
	/** An agent's own word; without it the tags say. */
	cause: z.optional( cause ),
	/** Time somebody measured. 0, like nothing, means that nobody did: desks without a timer send it. */
	minutes: z.optional( z.int().check( z.minimum( 0 ), z.maximum( 100000 ) ) ),
	messages: z.array( message ).check( z.maxLength( 1000 ) ),
} );

export const resultsSchema = z.object( {
	results: z.array(
		z.object( {
			external_id: z.string(),
			result: z.enum( [ 'created', 'updated', 'unchanged', 'rejected' ] ),
			ticket_id: z.nullable( id ),
			/** Set: nobody answers this customer in the ordinary way, because of this case. */
			lock: z.nullable(
				z.object( {
					case_id: id,
					kind: z.enum( [ 'closed', 'counsel' ] ),
					/** Counsel, where letters go to counsel. */
					forward_to: z.nullable( z.string() ),
				} )
			),
			errors: z.array(
				z.object( { field: z.string(), code: z.string(), message: z.string() } )
			),
		} )
	),
} );

const ticket = {
	external_id: 'A-1',
	channel: 'email',
	status: 'open',
	requester: { email: 'maya@example.com' },
	created_at: '2026-03-01T09:30:00Z',
	messages: [
		{ external_id: 'A-1-1', kind: 'customer', at: '2026-03-01T09:30:00Z', text: 'Hi' },
	],
};

export const shapes: Record< string, Shape > = {
	'tickets.results': {
		schema: resultsSchema,
		io: 'output',
		valid: [ results, { results: [] } ],
		invalid: [ {}, { results: [ { ...results.results[ 0 ], result: 'lost' } ] } ],
	},
	'tickets.intake': {
		schema: intake,
		io: 'input',
		valid: [
			{ source: 'help-desk', tickets: [ ticket ] },
			{ source: 'x', tickets: [ {} ] },
		],
		invalid: [
			{ source: 'Help Desk', tickets: [ ticket ] },
			{ source: 'help-desk', tickets: [] },
			{ source: 'help-desk', tickets: [ 'A-1' ] },
			{ source: 'help-desk', tickets: Array.from( { length: 101 }, () => ticket ) },
			{ source: 'help-desk\n', tickets: [ ticket ] },
		],
	},
	'tickets.ticket': {
		schema: ticketInput,
		io: 'input',
		valid: [
			ticket,
			{ ...ticket, cause: 'nobody' },
			{ ...ticket, minutes: 0, tags: [ 'in-docs' ], subject: 'How do I …' },
		],
		invalid: [
			{ ...ticket, minutes: -1 },
			{ ...ticket, channel: 'telegram' },
			{ ...ticket, requester: { email: 'nobody' } },
			{ ...ticket, messages: [ { external_id: 'A', kind: 'robot', at: ticket.created_at } ] },
			{ ...ticket, subject: 'x'.repeat( 501 ) },
			{ ...ticket, created_at: '2026-13-01T09:30:00Z' },
			{ ...ticket, tags: 'in-docs,vip' },
			{ ...ticket, cause: 'weather' },
		],
	},
};

export type IntakeResults = z.infer< typeof resultsSchema >;
