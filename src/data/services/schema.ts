import * as z from 'zod/mini';
import list from '../../../tests/fixtures/rest/services.list.json';
import { id, storeId, type Shape } from '../common';

const what = z.enum( [ 'product', 'category' ] );
const days = z.int().check( z.minimum( 1 ), z.maximum( 365 ) );

/** What is sold as a service; everything else is a product. */
export const servicesSchema = z.object( {
	stores: z.array( z.object( { id: storeId, name: z.string() } ) ),
	services: z.array(
		z.object( {
			id,
			store: storeId,
			what,
			/** Of the product or the category, in its store. */
			object_id: id,
			name: z.string(),
			/** For so long its data can be fetched after the end. */
			days,
		} )
	),
} );

export const serviceCreate = z.strictObject( { store: storeId, what, object_id: id, days } );

const hosting = { store: 'sample', what: 'product', object_id: 4, days: 30 };

export const shapes: Record< string, Shape > = {
	'services.list': {
		schema: servicesSchema,
		io: 'output',
		valid: [ list, { stores: [], services: [] } ],
		invalid: [
			{ services: [] },
			{ ...list, services: [ { ...list.services[ 0 ], days: 0 } ] },
		],
	},
	'services.create': {
		schema: serviceCreate,
		io: 'input',
		valid: [ hosting, { ...hosting, what: 'category' } ],
		invalid: [
			{ ...hosting, days: 0 },
			{ ...hosting, days: 366 },
			{ ...hosting, what: 'tag' },
			{ ...hosting, store: 'shopify' },
			{ ...hosting, name: 'Hosting' },
		],
	},
};

export type ServiceList = z.infer< typeof servicesSchema >;
export type ServiceCreate = z.infer< typeof serviceCreate >;
