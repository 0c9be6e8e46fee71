import * as z from 'zod/mini';
import list from '../../../tests/fixtures/rest/closings.list.json';
import { count, id, orderRef, said, time, type Shape } from '../common';

const closing = z.object( {
	id,
	version: id,
	order: orderRef,
	number: z.string(),
	name: z.string(),
	days: id,
	closes_at: time,
	/** The customer has their data; null: not yet, as far as we know. */
	handed: z.nullable( z.object( { at: time, who: z.nullable( z.string() ), what: z.string() } ) ),
} );

/** `held`: the text lacks something. `missed`: its day was over. `unknown`: it may have gone out; a person finds out. */
export const noticeState = z.enum( [ 'held', 'missed', 'sending', 'sent', 'failed', 'unknown' ] );

const notice = z.object( {
	id,
	closes_at: time,
	/** So many before the closing date. */
	days: count,
	state: noticeState,
	letter_id: z.nullable( id ),
	sent_at: z.nullable( time ),
} );

export const closingsSchema = z.object( {
	case_id: id,
	closings: z.array( closing ),
	notices: z.array( notice ),
} );

export const handoverRequest = z.strictObject( { version: id, what: said( 500 ) } );

export const shapes: Record< string, Shape > = {
	'closings.list': {
		schema: closingsSchema,
		io: 'output',
		valid: [ list, { case_id: 3, closings: [], notices: [] } ],
		invalid: [
			{ ...list, closings: [ { ...list.closings[ 0 ], closes_at: 'soon' } ] },
			{ ...list, notices: [ { ...list.notices[ 0 ], state: 'lost' } ] },
		],
	},
	'closings.handover': {
		schema: handoverRequest,
		io: 'input',
		valid: [ { version: 1, what: 'The database and all files, as a zip' } ],
		invalid: [ { version: 1, what: '' }, { what: 'All' }, { version: 0, what: 'All' } ],
	},
};

export type ClosingList = z.infer< typeof closingsSchema >;
export type Closing = ClosingList[ 'closings' ][ number ];
export type Notice = ClosingList[ 'notices' ][ number ];
