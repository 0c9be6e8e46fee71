import * as z from 'zod/mini';
import entry from '../../../tests/fixtures/rest/goodwill.entry.json';
import { id, money, moneyInput, text, time, type Shape } from '../common';

export const goodwillKind = z.enum( [ 'coupon', 'product', 'credit', 'extension', 'other' ] );

export const goodwillSchema = z.object( {
	id,
	kind: goodwillKind,
	used: z.boolean(),
	used_at: z.nullable( time ),
	note: z.string(),
	created_by: z.nullable( z.string() ),
	created_at: time,
	/** Absent for those who may not see money. Unused goodwill costs nothing yet. */
	money: z.optional( z.object( { value: money, cost: money } ) ),
} );

/** `value` is what it is worth to the customer, `cost` what it costs the shop once it is used. */
export const goodwillCreate = z.strictObject( {
	kind: goodwillKind,
	value: moneyInput,
	cost: moneyInput,
	used: z.boolean(),
	used_at: z.optional( time ),
	note: z.optional( text( 500 ) ),
} );

const coupon = {
	kind: 'coupon',
	value: { minor: 4000, currency: 'USD' },
	cost: { minor: 4000, currency: 'USD' },
	used: false,
};

export const shapes: Record< string, Shape > = {
	'goodwill.entry': {
		schema: goodwillSchema,
		io: 'output',
		valid: [ entry ],
		invalid: [
			{ ...entry, kind: 'bribe' },
			{ ...entry, id: 0 },
		],
	},
	'goodwill.create': {
		schema: goodwillCreate,
		io: 'input',
		valid: [
			coupon,
			{ ...coupon, used: true, used_at: '2026-03-01T09:30:00Z', note: 'Sorry' },
		],
		invalid: [
			{ ...coupon, kind: 'bribe' },
			{ ...coupon, value: '40.00' },
			{ ...coupon, cost: { minor: 4000, currency: 'XX' } },
			{ kind: 'coupon', used: false },
		],
	},
};

export type Goodwill = z.infer< typeof goodwillSchema >;
export type GoodwillCreate = z.infer< typeof goodwillCreate >;
