import * as z from 'zod/mini';
import { count, currency, id, money, orderRef, time } from '../common';
import { lockOf } from '../locks/lock';
import { rowFields, rowFlag } from './row';

/** Words of a message, and why they were noticed. */
export const saidSchema = z.object( {
	/** An exact part of the message. */
	quote: z.string(),
	/** Translated. */
	why: z.string(),
	/** What a disguised word was taken for. */
	read_as: z.nullable( z.string() ),
	/** Nobody has to see it who does not want to. */
	harsh: z.boolean(),
} );

export const evidenceItem = z.object( {
	ticket_id: z.nullable( id ),
	message_id: z.nullable( id ),
	quote: z.nullable( z.string() ),
	at: time,
	url: z.nullable( z.string() ),
	/** Translated: what it is where nobody said anything, such as a dispute. */
	why: z.nullable( z.string() ),
	/** Empty where a whole ticket counts, and where the words are no longer kept. */
	said: z.array( saidSchema ),
} );

/** Whole numbers under the names of the settings; null where not known. Empty for money rules without `amicable_money`. */
const figures = z.record( z.string(), z.nullable( z.int() ) );

export const flagSchema = z.extend( rowFlag, {
	version: id,
	/**
	 * docs_questions: tickets, days, known, answered, answered_percent. cost_over_paid: ratio_millionths, tickets, minutes. hostile_messages: severe, mild, on_days.
	 * threat_with_demand: messages, review, chargeback. legal_step: litigation, authority. payment_dispute: disputes, open, demands. repeat_refunds: refunds, asked.
	 * expectations: messages, reply_minutes.
	 */
	measured: figures,
	/** The numbers of `settings.patterns.<pattern>` at the time of measuring. */
	threshold: figures,
	evidence: z.array( evidenceItem ),
	mitigators: z.array( z.object( { key: z.string(), label: z.string() } ) ),
	reason: z.nullable( z.string() ),
	until: z.nullable( time ),
	/** How it became what it is, oldest first: how it began and the newest steps. Empty for flags of older versions until they change. */
	history: z.array(
		z.object( {
			at: time,
			level: rowFlag.shape.level,
			state: rowFlag.shape.state,
			reason: z.nullable( z.string() ),
		} )
	),
} );

const line = z.object( {
	currency,
	gross: money,
	refunded: money,
	tax: money,
	shipping: money,
	fees: money,
	orders: count,
} );

const license = z.object( {
	system: z.string(),
	id: z.string(),
	masked: z.string(),
	product: z.string(),
	orders: z.array( orderRef ),
	status: z.enum( [ 'active', 'inactive', 'expired', 'disabled' ] ),
	expires_at: z.nullable( time ),
	lifetime: z.boolean(),
	sites: z.array( z.string() ),
} );

const subscription = z.object( {
	system: z.string(),
	id: z.string(),
	label: z.string(),
	orders: z.array( orderRef ),
	status: z.string(),
	charging: z.boolean(),
	/** Absent for those who may not see money. */
	amount: z.optional( money ),
	next_payment_at: z.nullable( time ),
	ends_at: z.nullable( time ),
} );

const amount = z.nullable( money );

/** What the waterfall draws, base currency, all positive: gross − refunded − tax = paid, − fees = value; support_cost = time and tickets + goodwill + dispute_fees. */
const breakdown = z.object( {
	gross: amount,
	refunded: amount,
	tax: amount,
	fees: amount,
	goodwill: amount,
	dispute_fees: amount,
} );

/** Seconds of support; `ours` was our fault, stands beside the rest and is not in it. */
const timeSpent = z.object( {
	seconds: count,
	seconds_estimated: count,
	seconds_ours: count,
	tickets_before_purchase: count,
} );

export const detailSchema = z.object( {
	...rowFields,
	flags: z.array( flagSchema ),
	version: id,
	first_order_at: z.nullable( time ),
	/** Translated: why money rules are silent, null where they speak. */
	unconverted_reason: z.nullable( z.string() ),
	/** Both absent for those who may not see money. */
	lines: z.optional( z.array( line ) ),
	breakdown: z.optional( breakdown ),
	time_spent: timeSpent,
	/** Nobody answers in the ordinary way; null: anybody may. */
	lock: z.nullable( lockOf ),
	/** New purchases are refused; null: they are not. */
	block: z.nullable(
		z.object( {
			since: time,
			until: z.nullable( time ),
			who: z.nullable( z.string() ),
			reason: z.string(),
		} )
	),
	licenses: z.array( license ),
	subscriptions: z.array( subscription ),
	/** Translated: which systems could not be read, so that what they know is missing above. */
	not_read: z.array( z.string() ),
	/** From how many new tickets within so many days on `docs_questions` shows. */
	rhythm: z.object( { days: count, watch: count, flag: count } ),
	/** Messages of theirs, and how many are in a language that is not read for tone. */
	reading: z.object( { messages: count, not_read: count } ),
	/** Since when no pattern looks at them, as somebody wished. */
	left_out_since: z.nullable( time ),
	/** Since when more time than others get is agreed. */
	extra_time_since: z.nullable( time ),
	/** Since when they wish for no answer. */
	do_not_answer: z.nullable( time ),
	/** Whom a person said to be this customer. */
	merged: z.array( z.object( { id, name: z.string(), email: z.string() } ) ),
} );

/** What an id answers that was merged into another. */
export const movedSchema = z.object( { moved_to: id } );

export type Flag = z.infer< typeof flagSchema >;
export type Said = z.infer< typeof saidSchema >;
export type EvidenceItem = z.infer< typeof evidenceItem >;
export type License = z.infer< typeof license >;
export type Subscription = z.infer< typeof subscription >;
export type CustomerDetail = z.infer< typeof detailSchema >;
