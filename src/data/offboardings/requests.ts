import * as z from 'zod/mini';
import { count, day, hash, id, moneyInput, orderRefInput, said, text } from '../common';

export const runKind = z.enum( [ 'refund', 'part_ways', 'finish' ] );

/** `refund` goes with orders, `part_ways` with "running" or "all", `finish` with loose ends; the server refuses other pairs. */
const scope = z.union( [
	z.strictObject( {
		orders: z.array( orderRefInput ).check( z.minLength( 1 ), z.maxLength( 200 ) ),
	} ),
	z.strictObject( { loose_ends: z.array( id ).check( z.minLength( 1 ), z.maxLength( 200 ) ) } ),
	z.enum( [ 'running', 'all' ] ),
] );

export const planRequest = z.strictObject( { customer_id: id, kind: runKind, scope } );

export const startRequest = z.strictObject( {
	plan_hash: hash,
	customer_id: id,
	kind: runKind,
	scope,
	/** What the person typed: the plan's `orders`, and its first total; the screen adds the other totals it showed. */
	confirm_orders: count,
	confirm_totals: z.array( moneyInput ).check( z.maxLength( 50 ) ),
	case_id: z.optional( id ),
	reason: z.optional( text( 500 ) ),
	/** Whether the customer is written to in the end; not, where nobody says so. */
	receipt: z.optional( z.boolean() ),
	/** Whether the shop's own mail about each refund is held, since the receipt lists them all; means nothing without one. */
	hold_mails: z.optional( z.boolean() ),
	/** Sites and licenses are left alone until this day begins where the shop is; from tomorrow to 30 days on. */
	licenses_end: z.optional( day ),
} );

export const settleRequest = z.strictObject( {
	outcome: z.enum( [ 'paid', 'not_paid' ] ),
	note: said( 500 ),
} );

export const acceptRequest = z.strictObject( {
	check: z.int().check( z.minimum( 1 ), z.maximum( 17 ) ),
	ref: z.nullable( text( 128 ) ),
	reason: said( 500 ),
} );

/** Gives back what one step had ended. */
export const undoRequest = z.strictObject( { version: id, reason: said( 500 ) } );

export type RunKind = z.infer< typeof runKind >;
export type PlanRequest = z.infer< typeof planRequest >;
export type StartRequest = z.infer< typeof startRequest >;
export type SettleRequest = z.infer< typeof settleRequest >;
export type AcceptRequest = z.infer< typeof acceptRequest >;
export type UndoRequest = z.infer< typeof undoRequest >;
