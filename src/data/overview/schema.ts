import * as z from 'zod/mini';
import overview from '../../../tests/fixtures/rest/overview.overview.json';
import { count, currency, id, money, percent, time, type Shape } from '../common';
import { rowSchema } from '../customers/row';

const todo = z.object( {
	kind: z.enum( [ 'run_attention', 'run_approval', 'flag', 'unmatched' ] ),
	/** Of the run; of the customer for `flag` and `unmatched`. */
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
	paid: z.optional( z.array( money ) ),
	paid_base: z.optional( money ),
	margin: z.optional( money ),
} );

export const overviewSchema = z.object( {
	as_of: time,
	currency,
	import: z.object( {
		state: z.enum( [ 'idle', 'running', 'done', 'failed' ] ),
		done: count,
		total: count,
	} ),
	today: z.array( todo ),
	/** Null: nobody told us about any ticket, so nothing about support is known. */
	support: z.nullable( support ),
	dearest: z.array( rowSchema ),
	figures,
} );

export const shapes: Record< string, Shape > = {
	'overview.overview': {
		schema: overviewSchema,
		io: 'output',
		valid: [ overview, { ...overview, support: null, today: [], dearest: [] } ],
		invalid: [
			{ ...overview, support: {} },
			{ ...overview, as_of: 'now' },
		],
	},
};

export type Overview = z.infer< typeof overviewSchema >;
export type Todo = z.infer< typeof todo >;
export type SupportFigures = z.infer< typeof support >;
