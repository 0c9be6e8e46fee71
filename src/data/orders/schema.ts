import * as z from 'zod/mini';
import card from '../../../tests/fixtures/rest/orders.card.json';
import { orderRef, type Shape } from '../common';
import { rowSchema } from '../customers/row';

/** What the panel on an order shows; the same JSON is printed into the order's page, so that its first paint asks nobody. */
export const cardSchema = z.object( {
	order: orderRef,
	number: z.string(),
	/** Null: this order has not been read yet. */
	customer: z.nullable( rowSchema ),
	/** What the person who looks may start from here. */
	allowed: z.array( z.enum( [ 'refund', 'part_ways', 'log_contact', 'propose' ] ) ),
} );

export const shapes: Record< string, Shape > = {
	'orders.card': {
		schema: cardSchema,
		io: 'output',
		valid: [ card, { ...card, customer: null, allowed: [] } ],
		invalid: [
			{ ...card, order: null },
			{ ...card, allowed: [ 'ban' ] },
		],
	},
};

export type OrderCard = z.infer< typeof cardSchema >;
