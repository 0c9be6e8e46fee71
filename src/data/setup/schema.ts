import * as z from 'zod/mini';
import setup from '../../../tests/fixtures/rest/setup.setup.json';
import { count, currency, id, money, type Shape } from '../common';
import { channelId, question } from '../settings/schema';

/** What the first run asks, with everything this site tells by itself. */
export const setupSchema = z.object( {
	/** Of the settings: answers are saved there. */
	version: id,
	/** Not yet answered nor skipped, in the order they are asked. */
	questions: z.array( question ),
	currency,
	/** Our guess for the currency; null where we have none. */
	hourly_cost: z.nullable( money ),
	/** Help desks that are active on this site. */
	desks: z.array( z.object( { id: channelId, name: z.string() } ) ),
	/** Where this site seems to keep its documentation. */
	docs: z.array( z.object( { url: z.string(), name: z.string(), pages: count } ) ),
} );

/** A rate of today as the owner knows it: so much of the base currency for one of this. */
export const rateInput = z.strictObject( {
	currency,
	rate: z.string().check( z.maxLength( 24 ), z.regex( /^(?:\d{1,12}(\.\d{1,10})?)(?!\n)$/ ) ),
} );

export const shapes: Record< string, Shape > = {
	'setup.setup': {
		schema: setupSchema,
		io: 'output',
		valid: [ setup, { ...setup, questions: [], hourly_cost: null, desks: [], docs: [] } ],
		invalid: [
			{ ...setup, questions: [ 'name' ] },
			{ ...setup, version: 0 },
		],
	},
	'setup.rate': {
		schema: rateInput,
		io: 'input',
		valid: [
			{ currency: 'EUR', rate: '1.0857' },
			{ currency: 'KRW', rate: '0.00072' },
		],
		invalid: [
			{},
			{ currency: 'eur', rate: '1' },
			{ currency: 'EUR', rate: '1,08' },
			{ currency: 'EUR', rate: '-1' },
			{ currency: 'EUR', rate: '1\n' },
			{ currency: 'EUR', rate: 1.08 },
			{ currency: 'EUR', rate: '1.08', day: '2026-01-01' },
		],
	},
};

export type Setup = z.infer< typeof setupSchema >;
export type RateInput = z.infer< typeof rateInput >;
