import * as z from 'zod/mini';
import overview from '../../../tests/fixtures/rest/overview.overview.json';
import { count, currency, id, money, percent, time, type Shape } from '../common';
import { rowSchema } from '../customers/row';

const todo = z.object( {
	kind: z.enum( [
		'run_broken',
		'run_attention',
		'run_approval',
		'dispute',
		'right',
		'case_due',
		'check_in',
		'promise',
		'task',
		'flag',
		'unmatched',
	] ),
	/** Of the run, of the dispute, of the case; of the customer for `right`, `flag` and `unmatched`. */
	id,
	/** Translated, without amounts. */
	label: z.string(),
	since: time,
} );

/** Money is absent for those who may not see it. */
const support = z.object( {
	since: time,
	seconds: count,
	estimated_share: percent,
	customers_over_paid: count,
	tickets: count,
	tickets_matched: count,
	customers_matched: count,
	cost: z.optional( money ),
	over_paid: z.optional( money ),
} );

const figures = z.object( {
	customers: count,
	orders: count,
	orders_not_converted: count,
	high_value: count,
	paid: z.optional( z.array( money ) ),
	/** Given back, and kept by gateways; one sum per currency. */
	refunded: z.optional( z.array( money ) ),
	fees: z.optional( z.array( money ) ),
	paid_base: z.optional( money ),
	margin: z.optional( money ),
} );

/** How far the orders of all stores are read. */
export const importSchema = z.object( {
	state: z.enum( [ 'idle', 'running', 'done', 'failed' ] ),
	done: count,
	total: count,
} );

/** Customers ranked by what they brought, the best first, in parts of about equal size. */
const curve = z.object( {
	/** `value` where nothing is known about support: paid less gateway fees. */
	kind: z.enum( [ 'margin', 'value' ] ),
	as_of: time,
	parts: z.array( z.object( { customers: count, amount: money } ) ),
} );

const renewals = z.object( {
	count,
	until: time,
	/** One sum per currency; absent for those who may not see money. */
	amounts: z.optional( z.array( money ) ),
} );

export const overviewSchema = z.object( {
	as_of: time,
	currency,
	import: importSchema,
	/** What earlier refunds left half done, and what subscriptions would still charge for it. */
	loose_ends: z.object( { open: count, scheduled: z.optional( z.array( money ) ) } ),
	today: z.array( todo ),
	/** Null: nobody told us about any ticket, so nothing about support is known. */
	support: z.nullable( support ),
	dearest: z.array( rowSchema ),
	/** Customers of high value, the best first. */
	best: z.array( rowSchema ),
	/** Null: not counted yet, or not for this person. */
	curve: z.nullable( curve ),
	/** What subscriptions will charge in the next 30 days; null without a subscription system. */
	renewals: z.nullable( renewals ),
	/** Orders in a currency that no rate leads from. */
	rates_missing: z.array( z.object( { currency, orders: count } ) ),
	figures,
} );

export const shapes: Record< string, Shape > = {
	'overview.overview': {
		schema: overviewSchema,
		io: 'output',
		valid: [
			overview,
			{ ...overview, support: null, today: [], dearest: [] },
			{ ...overview, curve: null, renewals: null, best: [], rates_missing: [] },
		],
		invalid: [
			{ ...overview, support: {} },
			{ ...overview, as_of: 'now' },
			{ ...overview, curve: { ...overview.curve, kind: 'profit' } },
		],
	},
	'overview.import': {
		schema: importSchema,
		io: 'output',
		valid: [ overview.import, { state: 'running', done: 0, total: 0 } ],
		invalid: [ { ...overview.import, state: 'new' }, {} ],
	},
};

export type Overview = z.infer< typeof overviewSchema >;
export type ImportProgress = z.infer< typeof importSchema >;
export type Curve = z.infer< typeof curve >;
export type Renewals = z.infer< typeof renewals >;
export type RateMissing = Overview[ 'rates_missing' ][ number ];
export type Todo = z.infer< typeof todo >;
export type SupportFigures = z.infer< typeof support >;
