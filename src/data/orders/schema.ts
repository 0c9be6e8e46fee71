import * as z from 'zod/mini';
import card from '../../../tests/fixtures/rest/orders.card.json';
import files from '../../../tests/fixtures/rest/orders.files.json';
import { orderRef, text, type Shape } from '../common';
import { rowSchema } from '../customers/row';
import { chargeOf } from '../disputes/charge';
import { lockOf } from '../locks/lock';

/** What the panel on an order shows; the same JSON is printed into the order's page, so that its first paint asks nobody. */
export const cardSchema = z.object( {
	order: orderRef,
	number: z.string(),
	/** Null: this order has not been read yet. */
	customer: z.nullable( rowSchema ),
	/** Set: nobody answers this customer in the ordinary way. */
	lock: z.nullable( lockOf ),
	/** Set: the payment of this order is disputed. */
	charge: z.nullable( chargeOf ),
	/** What the person who looks may start from here. */
	allowed: z.array( z.enum( [ 'refund', 'part_ways', 'log_contact', 'propose' ] ) ),
} );

/** Whether the files of an order stay closed, whatever the shop grants again. */
export const filesSchema = z.object( { order: orderRef, kept_closed: z.boolean() } );

export const reopenRequest = z.strictObject( { reason: z.optional( text( 500 ) ) } );

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
	'orders.files': {
		schema: filesSchema,
		io: 'output',
		valid: [ files ],
		invalid: [ { ...files, kept_closed: 'yes' }, { order: files.order } ],
	},
	'orders.reopen': {
		schema: reopenRequest,
		io: 'input',
		valid: [ { reason: 'Bought again' }, { reason: '' } ],
		invalid: [ { reason: 7 }, { why: 'Bought again' } ],
	},
};

export type OrderCard = z.infer< typeof cardSchema >;
