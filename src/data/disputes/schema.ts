import * as z from 'zod/mini';
import charge from '../../../tests/fixtures/rest/disputes.charge.json';
import sheet from '../../../tests/fixtures/rest/disputes.sheet.json';
import { count, id, money, orderRef, said, text, time, type Shape } from '../common';
import { chargeOf } from './charge';

const order = z.object( {
	ref: orderRef,
	number: z.string(),
	/** The order's own screen, for those who may open it. */
	url: z.nullable( z.string() ),
	status: z.string(),
	gateway: z.string(),
	created_at: z.nullable( time ),
	paid_at: z.nullable( time ),
	/** Translated labels: who bought, from where. */
	facts: z.array( z.object( { label: z.string(), value: z.string() } ) ),
	/** Absent for those who may not see money. */
	money: z.optional( z.object( { total: money, refunded: money } ) ),
} );

const license = z.object( {
	masked: z.string(),
	product: z.string(),
	status: z.enum( [ 'active', 'inactive', 'expired', 'disabled' ] ),
	expires_at: z.nullable( time ),
	sites: z.array( z.string() ),
} );

const ticket = z.object( {
	id,
	subject: z.string(),
	url: z.nullable( z.string() ),
	created_at: time,
	/** How often somebody of the shop wrote. */
	answers: count,
	last_agent_at: z.nullable( time ),
} );

/** Everything that speaks for the shop about one disputed charge. */
export const sheetSchema = z.object( {
	id,
	status: z.enum( [ 'open', 'won', 'lost', 'warning' ] ),
	/** Who told us: stripe, woopayments, paypal, square, person, practice. */
	source: z.string(),
	external_id: z.string(),
	/** The provider's own code. */
	reason: z.string(),
	opened_at: time,
	deadline_at: z.nullable( time ),
	closed_at: z.nullable( time ),
	customer_id: id,
	customer_name: z.string(),
	order,
	downloads: z.array( z.object( { at: time, file: z.string(), ip: z.string() } ) ),
	licenses: z.array( license ),
	tickets: z.array( ticket ),
	notices: z.array( z.object( { at: time, what: z.string() } ) ),
	terms: z.array(
		z.object( {
			label: z.string(),
			url: z.nullable( z.string() ),
			agreed_at: z.nullable( time ),
		} )
	),
	/** Translated: what nobody wrote down. */
	unkept: z.array( z.string() ),
	/** Absent for those who may not see money. A fee is null while nobody said it. */
	money: z.optional( z.object( { amount: money, fee: z.nullable( money ) } ) ),
} );

/** What a person says where no gateway tells us. */
export const wordRequest = z.strictObject( {
	status: z.enum( [ 'open', 'won', 'lost', 'warning' ] ),
	deadline_at: z.optional( time ),
	note: z.optional( text( 500 ) ),
} );

/** Talking about it again, in spite of the dispute. */
export const unlockRequest = z.strictObject( { version: count, reason: said( 500 ) } );

export const shapes: Record< string, Shape > = {
	'disputes.sheet': {
		schema: sheetSchema,
		io: 'output',
		valid: [ sheet, { ...sheet, deadline_at: null, downloads: [], unkept: [] } ],
		invalid: [
			{ ...sheet, status: 'none' },
			{ ...sheet, order: null },
			{ ...sheet, opened_at: 'today' },
		],
	},
	'disputes.charge': {
		schema: chargeOf,
		io: 'output',
		valid: [ charge, { ...charge, status: 'warning', holds: false, deadline_at: null } ],
		invalid: [
			{ ...charge, status: 'lost' },
			{ ...charge, order: null },
		],
	},
	'disputes.unlock': {
		schema: unlockRequest,
		io: 'input',
		valid: [ { version: 2, reason: 'The bank said that they withdraw it.' } ],
		invalid: [ { version: 2 }, { version: 2, reason: '' }, { version: -1, reason: 'x' } ],
	},
	'disputes.word': {
		schema: wordRequest,
		io: 'input',
		valid: [
			{ status: 'won' },
			{ status: 'open', deadline_at: '2026-03-20T00:00:00Z', note: '' },
		],
		invalid: [
			{ status: 'none' },
			{ status: 'open', deadline_at: 'Friday' },
			{ deadline_at: '2026-03-20T00:00:00Z' },
		],
	},
};

export type DisputeSheet = z.infer< typeof sheetSchema >;
export type DisputeWord = z.infer< typeof wordRequest >;
export type DisputeStatus = DisputeSheet[ 'status' ];
