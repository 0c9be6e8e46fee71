import plan from '../../../tests/fixtures/rest/offboardings.plan.json';
import run from '../../../tests/fixtures/rest/offboardings.run.json';
import type { Shape } from '../common';
import { planSchema } from './plan';
import { acceptRequest, planRequest, settleRequest, startRequest, undoRequest } from './requests';
import { runSchema } from './run';

export * from './plan';
export * from './requests';
export * from './run';

const order = { store: 'woocommerce', id: 123 };
const paid = { minor: 4900, currency: 'USD' };
const start = {
	plan_hash: 'a'.repeat( 64 ),
	customer_id: 7,
	kind: 'refund',
	scope: { orders: [ order ] },
	confirm_orders: 1,
	confirm_totals: [ paid ],
};

export const shapes: Record< string, Shape > = {
	'offboardings.plan': {
		schema: planSchema,
		io: 'output',
		valid: [
			plan,
			{ ...plan, kind: 'part_ways', scope: 'all', items: [], totals: [] },
			{ ...plan, kind: 'finish', limits: null, receipt: null },
		],
		invalid: [
			{ ...plan, hash: 'short' },
			{ ...plan, scope: 'some' },
			{ ...plan, kind: 'fire' },
			{ ...plan, limits: { ...plan.limits, today: -1 } },
			{ ...plan, receipt: { ...plan.receipt, language: 'de' } },
		],
	},
	'offboardings.run': {
		schema: runSchema,
		io: 'output',
		valid: [
			run,
			{ ...run, proof: null, steps: [] },
			{ ...run, broken_at: '2026-03-05T08:15:00Z', allowed: [ 'accept', 'check' ] },
			{
				...run,
				state: 'scheduled',
				rounds: [],
				start_at: '2026-03-04T09:10:00Z',
				ended_at: null,
			},
		],
		invalid: [
			{ ...run, state: 'done' },
			{ ...run, progress: { done: -1, total: 2 } },
			{ ...run, start_at: 'soon' },
			{ ...run, steps: [ { ...run.steps[ 0 ], undo: { state: 'maybe' } } ] },
		],
	},
	'offboardings.plan_request': {
		schema: planRequest,
		io: 'input',
		valid: [
			{ customer_id: 7, kind: 'refund', scope: { orders: [ order ] } },
			{ customer_id: 7, kind: 'part_ways', scope: 'all' },
			{ customer_id: 7, kind: 'finish', scope: { loose_ends: [ 3, 4 ] } },
		],
		invalid: [
			{ customer_id: 7, kind: 'refund' },
			{ customer_id: 7, kind: 'refund', scope: { orders: [] } },
			{ customer_id: 7, kind: 'part_ways', scope: 'everything' },
			{ customer_id: 7, kind: 'refund', scope: { orders: [ order ], loose_ends: [ 1 ] } },
			{ customer_id: 7, kind: 'fire', scope: 'all' },
		],
	},
	'offboardings.start': {
		schema: startRequest,
		io: 'input',
		valid: [
			start,
			{ ...start, kind: 'part_ways', scope: 'all', case_id: 4, reason: 'Agreed' },
			{ ...start, receipt: true, hold_mails: true, licenses_end: '2026-03-31' },
		],
		invalid: [
			{ ...start, plan_hash: 'A'.repeat( 64 ) },
			{ ...start, confirm_orders: '1' },
			{ ...start, confirm_totals: [ { minor: 49.5, currency: 'USD' } ] },
			{ ...start, confirm_totals: [ { ...paid, note: 'x' } ] },
			{ ...start, force: true },
			{ ...start, licenses_end: '31.3.2026' },
		],
	},
	'offboardings.settle': {
		schema: settleRequest,
		io: 'input',
		valid: [ { outcome: 'paid', note: 'Seen in the bank on 3 March' } ],
		invalid: [
			{ outcome: 'paid' },
			{ outcome: 'maybe', note: 'x' },
			{ outcome: 'paid', note: '' },
		],
	},
	'offboardings.undo': {
		schema: undoRequest,
		io: 'input',
		valid: [ { version: 4, reason: 'They paid again' } ],
		invalid: [ { version: 4 }, { version: 0, reason: 'x' }, { version: 4, reason: '' } ],
	},
	'offboardings.accept': {
		schema: acceptRequest,
		io: 'input',
		valid: [
			{ check: 5, ref: 'license:sample:7', reason: 'A gift' },
			{ check: 17, ref: null, reason: 'Kept on purpose' },
		],
		invalid: [
			{ check: 0, ref: null, reason: 'x' },
			{ check: 18, ref: null, reason: 'x' },
			{ check: 5, ref: 'a', reason: '' },
		],
	},
};
