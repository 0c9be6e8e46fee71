import detail from '../../../tests/fixtures/rest/customers.detail.json';
import evidence from '../../../tests/fixtures/rest/customers.evidence.json';
import found from '../../../tests/fixtures/rest/customers.found.json';
import order from '../../../tests/fixtures/rest/customers.order.json';
import row from '../../../tests/fixtures/rest/customers.row.json';
import ticket from '../../../tests/fixtures/rest/customers.ticket.json';
import timeline from '../../../tests/fixtures/rest/customers.timeline.json';
import type { Shape } from '../common';
import { detailSchema, movedSchema } from './detail';
import { foundSchema } from './found';
import { evidenceSchema, orderSchema, ticketSchema, timelineSchema } from './lists';
import {
	blockRequest,
	extraTimeRequest,
	leaveOutRequest,
	mergeRequest,
	reviewRequest,
	unmergeRequest,
} from './requests';
import { rowSchema } from './row';

export * from './detail';
export * from './found';
export * from './lists';
export * from './requests';
export * from './row';

const { money: _hidden, ...withoutMoney } = row;
const two = { customer_id: 8, version: 3 };

const requests: Record< string, Shape > = {
	'customers.review': {
		schema: reviewRequest,
		io: 'input',
		valid: [
			{ action: 'confirm', version: 1 },
			{ action: 'dismiss', reason: 'They run an agency', version: 2 },
			{ action: 'snooze', until: '2026-05-01T00:00:00Z', version: 2 },
		],
		invalid: [
			{ action: 'confirm' },
			{ action: 'punish', version: 1 },
			{ action: 'snooze', until: 'next week', version: 1 },
			{ action: 'dismiss', reason: 'x'.repeat( 501 ), version: 1 },
		],
	},
	'customers.merge': {
		schema: mergeRequest,
		io: 'input',
		valid: [ two ],
		invalid: [ {}, { ...two, customer_id: '8' }, { ...two, force: true } ],
	},
	'customers.unmerge': {
		schema: unmergeRequest,
		io: 'input',
		valid: [ two ],
		invalid: [ {}, { ...two, version: 0 } ],
	},
	'customers.leave_out': {
		schema: leaveOutRequest,
		io: 'input',
		valid: [
			{ left_out: true, version: 1 },
			{ left_out: false, version: 7 },
		],
		invalid: [ { version: 1 }, { left_out: 'yes', version: 1 }, { left_out: true } ],
	},
	'customers.extra_time': {
		schema: extraTimeRequest,
		io: 'input',
		valid: [
			{ agreed: true, version: 1 },
			{ agreed: false, version: 7 },
		],
		invalid: [ { version: 1 }, { agreed: true, version: 1, reason: 'x' } ],
	},
	'customers.block': {
		schema: blockRequest,
		io: 'input',
		valid: [ { reason: 'Case 4 is closed', version: 1 } ],
		invalid: [
			{ reason: '', version: 1 },
			{ version: 1 },
			{ reason: 'x', until: '2027', version: 1 },
		],
	},
};

export const shapes: Record< string, Shape > = {
	'customers.found': {
		schema: foundSchema,
		io: 'output',
		valid: [ found, { found: [], not_read: [] } ],
		invalid: [
			{ found: [] },
			{ ...found, found: [ { ...found.found[ 0 ], by: [ 'shoe size' ] } ] },
		],
	},
	...requests,
	'customers.row': {
		schema: rowSchema,
		io: 'output',
		valid: [ row, withoutMoney ],
		invalid: [
			{ ...row, orders: -1 },
			{ ...row, money: { paid: [] } },
			{ ...row, tier: 'gold' },
		],
	},
	'customers.detail': {
		schema: detailSchema,
		io: 'output',
		valid: [ detail, { ...detail, flags: [], licenses: [] } ],
		invalid: [ row, { ...detail, version: null } ],
	},
	'customers.moved': {
		schema: movedSchema,
		io: 'output',
		valid: [ { moved_to: 12 } ],
		invalid: [ { moved_to: null }, {} ],
	},
	'customers.order': {
		schema: orderSchema,
		io: 'output',
		valid: [ order ],
		invalid: [
			{ ...order, ref: { store: 'sample', id: 0 } },
			{ ...order, paid: 1 },
		],
	},
	'customers.ticket': {
		schema: ticketSchema,
		io: 'output',
		valid: [ ticket, { ...ticket, docs_answered: null, cause: 'ours' } ],
		invalid: [
			{ ...ticket, channel: '' },
			{ ...ticket, seconds: 1.5 },
		],
	},
	'customers.evidence': {
		schema: evidenceSchema,
		io: 'output',
		valid: [ evidence ],
		invalid: [
			{ ...evidence, pattern: 'will' },
			{ ...evidence, said: [ { quote: 'x', why: 'y' } ] },
			{ ...evidence, at: null },
		],
	},
	'customers.timeline': {
		schema: timelineSchema,
		io: 'output',
		valid: [ timeline, { ...timeline, amount: null } ],
		invalid: [
			{ ...timeline, kind: 'gossip' },
			{ ...timeline, id: 4 },
		],
	},
};
