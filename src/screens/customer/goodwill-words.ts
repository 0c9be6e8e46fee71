import { __ } from '@wordpress/i18n';
import { boot } from '../../data/boot';
import type { Errors } from '../../data/field-errors';
import type { Goodwill, GoodwillCreate } from '../../data/goodwill/schema';
import { parseMoney } from '../../format/money';

export const goodwillKinds = (): Record< Goodwill[ 'kind' ], string > => ( {
	coupon: __( 'Coupon', 'amicable' ),
	product: __( 'Free product', 'amicable' ),
	credit: __( 'Store credit', 'amicable' ),
	extension: __( 'Longer term', 'amicable' ),
	other: __( 'Something else', 'amicable' ),
} );

/** As typed. An empty cost is the same as the value. */
export type GoodwillDraft = {
	kind: Goodwill[ 'kind' ];
	value: string;
	cost: string;
	used: boolean;
	usedOn: string;
	note: string;
};

export const EMPTY: GoodwillDraft = {
	kind: 'coupon',
	value: '',
	cost: '',
	used: false,
	usedOn: '',
	note: '',
};

export const goodwillCurrency = () => boot()?.currency ?? '';

/** What is sent, or what is wrong with it already here. */
export function goodwillOf( draft: GoodwillDraft ): { create: GoodwillCreate; errors: Errors } {
	const errors: Errors = {};
	const read = ( field: 'value' | 'cost', typed: string ) => {
		const money = parseMoney( typed, goodwillCurrency() );
		if ( ! money ) {
			errors[ field ] = __( 'Type an amount.', 'amicable' );
		}
		return money ?? { minor: 0, currency: goodwillCurrency() };
	};
	const create: GoodwillCreate = {
		kind: draft.kind,
		value: read( 'value', draft.value ),
		cost: read( 'cost', draft.cost.trim() === '' ? draft.value : draft.cost ),
		used: draft.used,
		...( draft.used && draft.usedOn && { used_at: `${ draft.usedOn }T00:00:00Z` } ),
		...( draft.note.trim() && { note: draft.note.trim() } ),
	};
	return { create, errors };
}
