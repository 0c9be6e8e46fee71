import * as z from 'zod/mini';
import { count, hash, id, money, orderRef, time } from '../common';
import { runKind } from './requests';

export const stepKind = z.enum( [
	'block',
	'cancel_subscription',
	'deactivate_site',
	'refund',
	'revoke_download',
	'disable_license',
	'note',
	'proof',
	'receipt_mail',
] );

export const method = z.enum( [ 'gateway', 'manual' ] );

export const scopeSchema = z.union( [
	z.object( { orders: z.array( orderRef ) } ),
	z.object( { loose_ends: z.array( id ) } ),
	z.enum( [ 'running', 'all' ] ),
] );

const item = z.object( {
	/** "refund:woocommerce:123" */
	key: z.string(),
	kind: stepKind,
	store: z.string(),
	target: z.string(),
	label: z.string(),
	action: z.enum( [ 'do', 'skip' ] ),
	method: z.nullable( method ),
	amount: z.nullable( money ),
	/** Translated: why it is skipped or has to be done by hand. */
	reason: z.nullable( z.string() ),
} );

export const planSchema = z.object( {
	customer_id: id,
	kind: runKind,
	scope: scopeSchema,
	hash,
	expires_at: time,
	/** How many orders get money back: the number that the person types. */
	orders: count,
	totals: z.array( money ),
	fees_not_returned: z.array( money ),
	items: z.array( item ),
	warnings: z.array( z.string() ),
	/** It takes an approval, and whoever asks may approve what they start: nobody else could, or the owner wants it so. */
	approves: z.boolean(),
	/** Until when the data of these could be fetched, if this ended now. Of a parting only. */
	services: z.array(
		z.object( { number: z.string(), name: z.string(), days: id, closes_at: time } )
	),
	/** What the customer would be told if all goes as planned; null where nobody is written to. */
	receipt: z.nullable(
		z.object( {
			to: z.string(),
			language: z.enum( [ 'en', 'ko', 'tr' ] ),
			subject: z.string(),
			text: z.string(),
		} )
	),
	/** What holds for a kind of run as a whole; null where nothing does. Practice shows it and does not keep to it. */
	limits: z.nullable(
		z.object( {
			/** From the start, or from the approval where one is needed. */
			delay_minutes: count,
			today: count,
			a_day: count,
			apply: z.boolean(),
		} )
	),
} );

export type StepKind = z.infer< typeof stepKind >;
export type PlanItem = z.infer< typeof item >;
export type Plan = z.infer< typeof planSchema >;
