import type { Freemius, FreemiusUpdate } from '../../../data/freemius/schema';
import { wholeTyped } from '../../../format/typed';

/** As it stands in the fields. A kept token shows nothing; left empty, it stays. */
export type ProductDraft = { id: string; name: string; token: string; kept: boolean };
export type FreemiusDraft = { version: number; enabled: boolean; products: ProductDraft[] };

export const freemiusDraftOf = ( { version, enabled, products }: Freemius ): FreemiusDraft => ( {
	version,
	enabled,
	products: products.map( ( { id, name } ) => ( {
		id: String( id ),
		name,
		token: '',
		kept: true,
	} ) ),
} );

export const freemiusUpdateOf = ( draft: FreemiusDraft ): FreemiusUpdate => ( {
	...draft,
	products: draft.products.map( ( { id, name, token, kept } ) => ( {
		id: wholeTyped( id ),
		name: name.trim(),
		token: kept && token === '' ? null : token.trim(),
	} ) ),
} );
