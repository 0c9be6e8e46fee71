import * as z from 'zod/mini';
import lock from '../../../tests/fixtures/rest/locks.lock.json';
import { id, said, time, type Shape } from '../common';
import { lockOf } from './lock';

export type { Lock } from './lock';

/** What is answered whoever somebody is. */
export const passageKind = z.enum( [
	'personal_data',
	'withdrawal',
	'invoice',
	'security',
	'authority',
	'data',
] );

export const lockLanguage = z.enum( [ 'en', 'ko', 'tr' ] );

export const lockSchema = z.object( {
	customer_id: id,
	/** Null: may be answered like anybody else. */
	lock: z.nullable( lockOf ),
	/** Of the texts: the customer’s, unless another was asked for. */
	language: lockLanguage,
	/** Of the messages that came after a person confirmed litigation, the newest of each ticket, with a note to counsel. */
	arrived: z.array(
		z.object( {
			ticket_id: id,
			subject: z.string(),
			url: z.nullable( z.string() ),
			at: time,
			/** Email address of counsel, where the shop said one. */
			to: z.nullable( z.string() ),
			/** Translated. */
			note_subject: z.string(),
			note: z.string(),
		} )
	),
	/** Translated label, neutral text in that language. None without a lock. */
	passages: z.array(
		z.object( { kind: passageKind, label: z.string(), subject: z.string(), text: z.string() } )
	),
} );

export const lockAnswer = z.strictObject( { kind: passageKind } );

export const lockLift = z.strictObject( { version: id, reason: said( 500 ) } );

export const shapes: Record< string, Shape > = {
	'locks.lock': {
		schema: lockSchema,
		io: 'output',
		valid: [ lock, { ...lock, lock: null, arrived: [], passages: [] } ],
		invalid: [
			{ ...lock, language: 'de' },
			{ ...lock, lock: { ...lock.lock, kind: 'angry' } },
		],
	},
	'locks.answer': {
		schema: lockAnswer,
		io: 'input',
		valid: [ { kind: 'invoice' } ],
		invalid: [ {}, { kind: 'small_talk' }, { kind: 'invoice', version: 1 } ],
	},
	'locks.lift': {
		schema: lockLift,
		io: 'input',
		valid: [ { version: 7, reason: 'They called; all is well.' } ],
		invalid: [ { version: 7 }, { version: 7, reason: '' }, { version: 0, reason: 'x' } ],
	},
};

export type CustomerLock = z.infer< typeof lockSchema >;
export type Arrived = CustomerLock[ 'arrived' ][ number ];
export type Passage = CustomerLock[ 'passages' ][ number ];
export type LockLanguage = z.infer< typeof lockLanguage >;
