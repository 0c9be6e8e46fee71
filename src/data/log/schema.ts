import * as z from 'zod/mini';
import entry from '../../../tests/fixtures/rest/log.entry.json';
import verified from '../../../tests/fixtures/rest/log.verified.json';
import { count, hash, id, time, type Shape } from '../common';

export const verifiedSchema = z.object( {
	intact: z.boolean(),
	rows: count,
	/** The first row whose link does not hold. */
	broken_at: z.nullable( id ),
} );

export const entrySchema = z.object( {
	id,
	at: time,
	/** 0 where the program itself acted. */
	user_id: count,
	/** Null where the program itself acted, or somebody who left. */
	who: z.nullable( z.string() ),
	/** The stored word, and its name in the reader’s language. */
	what: z.string(),
	label: z.string(),
	object: z.string(),
	object_id: count,
	customer_id: z.nullable( id ),
	customer_name: z.nullable( z.string() ),
	/** What stood there about a person is gone; the row still holds. */
	erased: z.boolean(),
	/** `url`: to the order it is about, for those who may open it. */
	details: z.array(
		z.object( { label: z.string(), value: z.string(), url: z.nullable( z.string() ) } )
	),
	chain_hash: hash,
} );

export const shapes: Record< string, Shape > = {
	'log.entry': {
		schema: entrySchema,
		io: 'output',
		valid: [ entry, { ...entry, erased: true, details: [], user_id: 0, who: null } ],
		invalid: [
			{ ...entry, details: null },
			{ ...entry, chain_hash: 'abc' },
			{ ...entry, id: 0 },
		],
	},
	'log.verified': {
		schema: verifiedSchema,
		io: 'output',
		valid: [ verified, { intact: false, rows: 12, broken_at: 7 } ],
		invalid: [ { ...verified, intact: 'yes' }, { intact: true } ],
	},
};

export type Verified = z.infer< typeof verifiedSchema >;
export type LogEntry = z.infer< typeof entrySchema >;
