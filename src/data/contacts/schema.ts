import * as z from 'zod/mini';
import contact from '../../../tests/fixtures/rest/contacts.contact.json';
import { count, id, orderRefInput, pageUrl, text, time, type Shape } from '../common';
import { cause, channel } from '../tickets/values';

export const stars = z.int().check( z.minimum( 1 ), z.maximum( 5 ) );

export const contactSchema = z.object( {
	ticket_id: id,
	customer_id: id,
	channel,
	at: time,
	minutes: count,
	note: z.nullable( z.string() ),
	url: z.nullable( z.string() ),
	/** Of a public review. */
	stars: z.nullable( stars ),
	cause: z.nullable( cause ),
	in_docs: z.nullable( z.boolean() ),
} );

/** Either the customer or an order of theirs; the server refuses both and neither. What is public needs its link, and only that has stars and words. */
export const contactCreate = z.strictObject( {
	customer_id: z.optional( id ),
	order: z.optional( orderRefInput ),
	channel,
	at: time,
	minutes: z.int().check( z.minimum( 0 ), z.maximum( 1440 ) ),
	note: z.optional( text( 500 ) ),
	url: z.optional( pageUrl.check( z.maxLength( 500 ) ) ),
	stars: z.optional( stars ),
	text: z.optional( text( 5000 ) ),
	cause: z.optional( cause ),
	in_docs: z.optional( z.boolean() ),
} );

const call = { customer_id: 7, channel: 'phone', at: '2026-03-01T09:30:00Z', minutes: 25 };

export const shapes: Record< string, Shape > = {
	'contacts.contact': {
		schema: contactSchema,
		io: 'output',
		valid: [ contact ],
		invalid: [
			{ ...contact, minutes: -1 },
			{ ...contact, channel: 'pigeon' },
		],
	},
	'contacts.create': {
		schema: contactCreate,
		io: 'input',
		valid: [
			call,
			{ ...call, note: 'Set up together', cause: 'onboarding', in_docs: true },
			{ order: { store: 'edd', id: 9 }, channel: 'email', at: call.at, minutes: 0 },
			{
				...call,
				channel: 'public',
				url: 'http://reviews.example/7',
				stars: 1,
				text: 'Never again.',
			},
		],
		invalid: [
			{ ...call, minutes: -5 },
			{ ...call, minutes: 12.5 },
			{ ...call, minutes: 1441 },
			{ ...call, at: 'tomorrow' },
			{ ...call, url: 'javascript:alert(1)' },
			{ ...call, note: 'x'.repeat( 501 ) },
			{ ...call, stars: 6 },
			{ ...call, stars: 2.5 },
			{ ...call, seconds: 5 },
		],
	},
};

export type Contact = z.infer< typeof contactSchema >;
export type ContactCreate = z.infer< typeof contactCreate >;
