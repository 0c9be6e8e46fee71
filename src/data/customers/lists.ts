import * as z from 'zod/mini';
import { count, id, money, orderRef, time } from '../common';
import { cause, channel, ticketStatus } from '../tickets/values';
import { evidenceItem } from './detail';
import { pattern } from './row';

export const orderSchema = z.object( {
	ref: orderRef,
	number: z.string(),
	kind: z.enum( [ 'sale', 'renewal' ] ),
	status: z.string(),
	paid: z.boolean(),
	gateway: z.string(),
	/** The gravest of what the shop and its gateway say. */
	dispute: z.enum( [ 'none', 'open', 'won', 'lost', 'warning' ] ),
	/** What the gateway told us about; its evidence sheet has this number. */
	dispute_id: z.nullable( id ),
	/** Its files stay closed, whatever the shop grants again. */
	kept_closed: z.boolean(),
	/** The order's own screen, for those who may open it. */
	url: z.nullable( z.string() ),
	created_at: time,
	paid_at: z.nullable( time ),
	/** Absent for those who may not see money. */
	money: z.optional(
		z.object( {
			total: money,
			tax: money,
			shipping: money,
			refunded: money,
			remaining: money,
			fee: z.nullable( money ),
		} )
	),
} );

export const ticketSchema = z.object( {
	id,
	source: z.string(),
	external_id: z.string(),
	url: z.nullable( z.string() ),
	channel,
	status: ticketStatus,
	subject: z.string(),
	tags: z.array( z.string() ),
	cause: z.nullable( cause ),
	/** Counts as a new ticket. */
	is_new: z.boolean(),
	duplicate_of: z.nullable( id ),
	before_purchase: z.boolean(),
	/** Null: whether the docs answer it is not known. */
	docs_answered: z.nullable( z.boolean() ),
	/** Since when the customer waits for us. */
	waiting_since: z.nullable( time ),
	/** The customer wrote while this case kept us silent. */
	lock_case_id: z.nullable( id ),
	seconds: count,
	/** Somebody took the time; false: it is estimated. */
	measured: z.boolean(),
	created_at: time,
	updated_at: time,
	/** Absent for those who may not see money. */
	money: z.optional( z.object( { cost: z.nullable( money ) } ) ),
} );

export const evidenceSchema = z.extend( evidenceItem, {
	id,
	pattern,
	rule: z.string(),
	muted: z.boolean(),
} );

export const timelineSchema = z.object( {
	/** "order:sample:12", unique in the list. */
	id: z.string(),
	at: time,
	kind: z.enum( [
		'order',
		'refund',
		'dispute',
		'ticket',
		'contact',
		'goodwill',
		'flag',
		'review',
		'case',
		'run',
		'block',
		'merge',
	] ),
	/** Translated. */
	title: z.string(),
	text: z.nullable( z.string() ),
	who: z.nullable( z.string() ),
	url: z.nullable( z.string() ),
	/** Absent for those who may not see money, null where there is none. */
	amount: z.optional( z.nullable( money ) ),
} );

export type CustomerOrder = z.infer< typeof orderSchema >;
export type CustomerTicket = z.infer< typeof ticketSchema >;
export type Evidence = z.infer< typeof evidenceSchema >;
export type TimelineEntry = z.infer< typeof timelineSchema >;
