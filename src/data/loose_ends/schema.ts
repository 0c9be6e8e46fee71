import * as z from 'zod/mini';
import end from '../../../tests/fixtures/rest/loose_ends.loose_end.json';
import { id, money, orderRef, said, time, type Shape } from '../common';

export const looseEndKind = z.enum( [
	'license',
	'subscription',
	'download',
	'unpaid_refund',
	'refunded_twice',
	'failed_payout',
] );

/** `left`: somebody left it as it is, with a reason; `closed`: it is no longer so. */
export const looseEndState = z.enum( [ 'open', 'left', 'closed' ] );

export const looseEndSchema = z.object( {
	id,
	kind: looseEndKind,
	state: looseEndState,
	customer_id: id,
	customer_name: z.string(),
	/** The order whose money went back. */
	order: orderRef,
	order_number: z.string(),
	/** The order's own screen, for those who may open it. */
	order_url: z.nullable( z.string() ),
	/** Translated, without amounts. */
	text: z.string(),
	/** When the money went back. */
	since: time,
	/** When a subscription charges next. */
	next_at: z.nullable( time ),
	/** A run that is at work on this order. */
	run_id: z.nullable( id ),
	reason: z.nullable( z.string() ),
	/** Who left it. */
	who: z.nullable( z.string() ),
	/** What would be charged next, is not paid out, or was paid out too much; absent for those who may not see money. */
	amount: z.optional( z.nullable( money ) ),
} );

export const leaveRequest = z.strictObject( { reason: said( 500 ) } );

export const shapes: Record< string, Shape > = {
	'loose_ends.loose_end': {
		schema: looseEndSchema,
		io: 'output',
		valid: [ end, { ...end, kind: 'license', amount: null, next_at: null } ],
		invalid: [
			{ ...end, kind: 'order' },
			{ ...end, state: 'finished' },
			{ ...end, since: null },
		],
	},
	'loose_ends.leave': {
		schema: leaveRequest,
		io: 'input',
		valid: [ { reason: 'A gift after the outage' } ],
		invalid: [ {}, { reason: '' }, { reason: 'x', id: 3 } ],
	},
};

export type LooseEnd = z.infer< typeof looseEndSchema >;
export type LooseEndKind = z.infer< typeof looseEndKind >;
export type LooseEndState = z.infer< typeof looseEndState >;
