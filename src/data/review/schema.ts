import * as z from 'zod/mini';
import queue from '../../../tests/fixtures/rest/review.queue.json';
import { count, id, time, type Shape } from '../common';
import { flagSchema, saidSchema } from '../customers/detail';

const waiting = z.object( {
	customer_id: id,
	name: z.string(),
	flag: flagSchema,
	/** What a classifier of somebody else's said of these messages. Never evidence. */
	hints: z.array( z.object( { from: z.string(), text: z.string() } ) ),
} );

/** Somebody uses a right that the law gives: a task with a date, never a flag. */
const right = z.object( {
	id,
	customer_id: id,
	name: z.string(),
	said: saidSchema,
	at: time,
	due_at: time,
	url: z.nullable( z.string() ),
} );

/** A rule for reading that people proved bad. Nothing it finds counts until somebody wants to hear of it again. */
const silent = z.object( { rule: z.string(), confirmed: count, dismissed: count, since: time } );

export const queueSchema = z.object( {
	/** Flags that nobody judged; the first of them follow, legal steps before all others. */
	total: count,
	flags: z.array( waiting ),
	rights: z.array( right ),
	/** Articles that many different people had to be sent to within 30 days. */
	docs_gaps: z.array(
		z.object( { url: z.string(), customers: count, messages: count, days: count } )
	),
	silent: z.array( silent ),
	/** Of the latest messages of all customers. */
	reading: z.object( {
		messages: count,
		not_read: count,
		/** Names of all languages that are read, as a sentence has them. */
		read: z.string(),
		languages: z.array( z.object( { language: z.string(), messages: count } ) ),
	} ),
} );

export const shapes: Record< string, Shape > = {
	'review.queue': {
		schema: queueSchema,
		io: 'output',
		valid: [ queue, { ...queue, total: 0, flags: [], rights: [], docs_gaps: [], silent: [] } ],
		invalid: [
			{ ...queue, total: -1 },
			{ ...queue, rights: [ { id: 3 } ] },
			{ ...queue, reading: { messages: 3 } },
		],
	},
};

export type Queue = z.infer< typeof queueSchema >;
export type Waiting = z.infer< typeof waiting >;
export type Right = z.infer< typeof right >;
export type SilentRule = z.infer< typeof silent >;
