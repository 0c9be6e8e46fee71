import * as z from 'zod/mini';
import incident from '../../../tests/fixtures/rest/incidents.incident.json';
import list from '../../../tests/fixtures/rest/incidents.list.json';
import { count, httpsUrl, id, said, text, time, type Shape } from '../common';

const MOST_TICKETS = 500;

const summary = {
	id,
	version: id,
	/** `proposed`: many wrote about one thing, and nobody decided yet what it was. */
	state: z.enum( [ 'proposed', 'open', 'ended' ] ),
	about: z.string(),
	/** What tells its tickets, separated by commas. */
	words: z.string(),
	docs_url: z.nullable( z.string() ),
	from: time,
	until: z.nullable( time ),
	/** How many customers wrote when it was proposed. */
	people: count,
	/** Tickets that are counted in it: our fault. */
	counted: count,
};

const ticket = z.object( {
	id,
	customer_id: id,
	name: z.string(),
	subject: z.string(),
	at: time,
	url: z.nullable( z.string() ),
	/** Where it says so; null where somebody counted it. */
	why: z.nullable( z.enum( [ 'subject', 'text', 'article' ] ) ),
} );

export const listSchema = z.object( { incidents: z.array( z.object( summary ) ) } );

export const incidentSchema = z.object( {
	...summary,
	/** How many tickets it seems to explain; the newest of them follow. */
	suggested: count,
	tickets: z.array( ticket ),
	counted_last: z.array( ticket ),
} );

export const incidentCreate = z.strictObject( {
	about: said( 190 ),
	from: time,
	until: z.optional( time ),
	words: z.optional( text( 500 ) ),
	docs_url: z.optional( httpsUrl ),
} );

export const incidentDecide = z.strictObject( {
	action: z.enum( [ 'confirm', 'end', 'remove' ] ),
	version: id,
	/** With `confirm`. */
	tickets: z.optional( z.array( id ).check( z.maxLength( MOST_TICKETS ) ) ),
} );

const release = { about: 'Release 4.2', from: '2026-03-03T00:00:00Z', words: '4.2, export' };

export const shapes: Record< string, Shape > = {
	'incidents.list': {
		schema: listSchema,
		io: 'output',
		valid: [ list, { incidents: [] } ],
		invalid: [ {}, { incidents: [ { ...list.incidents[ 0 ], state: 'over' } ] } ],
	},
	'incidents.incident': {
		schema: incidentSchema,
		io: 'output',
		valid: [ incident, { ...incident, tickets: [], counted_last: [] } ],
		invalid: [
			{ ...incident, suggested: -1 },
			{ ...incident, tickets: [ { id: 4 } ] },
		],
	},
	'incidents.create': {
		schema: incidentCreate,
		io: 'input',
		valid: [
			release,
			{ ...release, until: '2026-03-06T23:59:59Z', docs_url: 'https://docs.example/exports' },
		],
		invalid: [
			{ ...release, about: '' },
			{ ...release, from: '2026-03-03' },
			{ ...release, docs_url: 'docs/exports' },
			{ ...release, ours: true },
		],
	},
	'incidents.decide': {
		schema: incidentDecide,
		io: 'input',
		valid: [
			{ action: 'end', version: 2 },
			{ action: 'confirm', version: 1, tickets: [ 4, 5 ] },
		],
		invalid: [
			{ action: 'end' },
			{ action: 'confirm', version: 1, tickets: [ 0 ] },
			{ action: 'undo', version: 1 },
			{ action: 'remove', version: 1, reason: 'none' },
		],
	},
};

export type IncidentList = z.infer< typeof listSchema >;
export type IncidentRow = IncidentList[ 'incidents' ][ number ];
export type Incident = z.infer< typeof incidentSchema >;
export type IncidentTicket = Incident[ 'tickets' ][ number ];
export type IncidentCreate = z.infer< typeof incidentCreate >;
export type IncidentDecide = z.infer< typeof incidentDecide >;
