import * as z from 'zod/mini';
import settings from '../../../tests/fixtures/rest/freemius.settings.json';
import tried from '../../../tests/fixtures/rest/freemius.tried.json';
import { id, text, type Shape } from '../common';

/** Of a token nothing goes out. */
export const freemiusSchema = z.object( {
	version: id,
	enabled: z.boolean(),
	products: z.array( z.object( { id, name: z.string() } ) ),
} );

export const freemiusUpdate = z.strictObject( {
	version: id,
	enabled: z.boolean(),
	products: z
		.array(
			z.strictObject( {
				id,
				name: text( 60 ),
				/** Null: the one that is kept. */
				token: z.nullable( text( 500 ) ),
			} )
		)
		.check( z.maxLength( 10 ) ),
} );

export const triedSchema = z.object( {
	products: z.array( z.object( { id, works: z.boolean(), why: z.nullable( z.string() ) } ) ),
} );

const update = {
	...settings,
	products: settings.products.map( ( product ) => ( { ...product, token: 'abcdefgh' } ) ),
};
const [ product ] = update.products;

export const shapes: Record< string, Shape > = {
	'freemius.settings': {
		schema: freemiusSchema,
		io: 'output',
		valid: [ settings, { ...settings, products: [] } ],
		invalid: [
			{ ...settings, version: 0 },
			{ ...settings, products: [ { id: 0, name: 'A' } ] },
		],
	},
	'freemius.update': {
		schema: freemiusUpdate,
		io: 'input',
		valid: [
			update,
			{ ...update, products: [ { ...product, token: null } ] },
			{ ...update, products: [] },
		],
		invalid: [
			{},
			{ ...update, products: [ { ...product, id: '12' } ] },
			{ ...update, products: [ { id: 12, name: 'A' } ] },
			{ ...update, host: 'api.freemius.com' },
		],
	},
	'freemius.tried': {
		schema: triedSchema,
		io: 'output',
		valid: [ tried, { products: [] } ],
		invalid: [ {}, { products: [ { id: 12, works: 'yes', why: null } ] } ],
	},
};

export type Freemius = z.infer< typeof freemiusSchema >;
export type FreemiusUpdate = z.infer< typeof freemiusUpdate >;
export type Tried = z.infer< typeof triedSchema >;
