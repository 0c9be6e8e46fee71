import * as z from 'zod/mini';
import pack from '../../../tests/fixtures/rest/evidence.pack.json';
import { stage } from '../cases/schema';
import { count, hash, id, time, type Shape } from '../common';

const line = z.object( {
	at: z.nullable( time ),
	title: z.string(),
	/** Words that somebody wrote or said, whole. */
	text: z.nullable( z.string() ),
	facts: z.array( z.object( { label: z.string(), value: z.string() } ) ),
} );

export const partName = z.enum( [ 'facts', 'findings', 'letters', 'events', 'runs', 'disputes' ] );

const part = z.object( {
	name: partName,
	title: z.string(),
	lines: z.array( line ),
	/** SHA-256 of `JSON.stringify( lines )`. */
	sha256: hash,
	/** The row at which the log ended when this was read; empty hash and 0 while it has none. */
	drawn_at: z.object( { id: count, chain_hash: z.string() } ),
} );

/** Everything there is about one case, for counsel, a bank or the customer. */
export const packSchema = z.object( {
	case_id: id,
	customer_id: id,
	customer_name: z.string(),
	email: z.string(),
	shop: z.string(),
	stage,
	opened_at: time,
	made_at: time,
	made_by: z.nullable( z.string() ),
	parts: z.array( part ),
} );

export const shapes: Record< string, Shape > = {
	'evidence.pack': {
		schema: packSchema,
		io: 'output',
		valid: [ pack, { ...pack, parts: [] } ],
		invalid: [
			{ ...pack, stage: 'sued' },
			{ ...pack, parts: [ { ...pack.parts[ 0 ], sha256: 'abc' } ] },
			{ ...pack, made_at: 'now' },
		],
	},
};

export type Pack = z.infer< typeof packSchema >;
export type PackPart = Pack[ 'parts' ][ number ];
export type PackLine = PackPart[ 'lines' ][ number ];
