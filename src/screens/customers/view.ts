import type { View, ViewTable } from '@wordpress/dataviews';
import * as z from 'zod/mini';
import { can } from '../../data/boot';
import { stage } from '../../data/cases/schema';
import { storeId } from '../../data/common';
import { ORDER_BY, type CustomerQuery } from '../../data/customers/query';
import { level, pattern, tier } from '../../data/customers/schema';
import type { Params } from '../../router/history';
import type { Prefs } from './prefs';

const FILTERS = [ 'flag', 'level', 'tier', 'stage', 'store' ] as const;
const NUMBERS = [ 'tickets', 'tickets_peak_14d', 'minutes', 'docs' ];
const MONEY = [ 'paid_base', 'gross_base', 'value', 'support_cost', 'margin', 'ratio' ];

/** Numbers stand below each other. */
const STYLES = Object.fromEntries(
	[ ...MONEY, ...NUMBERS ].map( ( field ) => [ field, { align: 'end' as const } ] )
);

const known = {
	flag: z.catch( z.optional( pattern ), undefined ),
	level: z.catch( z.optional( level ), undefined ),
	tier: z.catch( z.optional( tier ), undefined ),
	stage: z.catch( z.optional( stage ), undefined ),
	store: z.catch( z.optional( storeId ), undefined ),
	orderby: z.catch( z.optional( z.enum( ORDER_BY ) ), undefined ),
	order: z.catch( z.optional( z.enum( [ 'asc', 'desc' ] ) ), undefined ),
	paged: z.catch( z.optional( z.string().check( z.regex( /^[1-9]\d?$/ ) ) ), undefined ),
	cursor: z.catch( z.optional( z.string() ), undefined ),
	search: z.catch( z.optional( z.string() ), undefined ),
};
const addressSchema = z.object( known );

/** Money cannot be sorted by where it cannot be seen. */
const defaultOrder = () => ( can( 'amicable_money' ) ? 'support_cost' : 'minutes' );
const maySort = ( by: string ) => can( 'amicable_money' ) || ! MONEY.includes( by );

/** What the address asks for; what nobody understands in it counts as not said. */
export function readQuery( params: Params, { perPage }: Pick< Prefs, 'perPage' > ): CustomerQuery {
	const { paged, cursor, orderby, order, ...rest } = addressSchema.parse( params );
	const said = Object.fromEntries(
		Object.entries( rest ).filter( ( [ , value ] ) => value !== undefined && value !== '' )
	);
	return {
		...said,
		orderby: orderby && maySort( orderby ) ? orderby : defaultOrder(),
		order: order ?? 'desc',
		...( cursor ? { cursor } : { page: Number( paged ?? 1 ) } ),
		per_page: perPage,
	};
}

export const toView = (
	query: CustomerQuery,
	{ fields, perPage, density }: Prefs
): ViewTable => ( {
	type: 'table',
	search: query.search ?? '',
	sort: { field: query.orderby, direction: query.order },
	filters: FILTERS.filter( ( field ) => query[ field ] !== undefined ).map( ( field ) => ( {
		field,
		operator: 'is',
		value: query[ field ],
	} ) ),
	page: query.page ?? 1,
	perPage,
	fields,
	titleField: 'name',
	layout: { density, styles: STYLES },
} );

/** Back into the address. A changed question starts at its first page; what is as always is left out. */
export function toParams( view: View ): Params {
	const filters = ( view.filters ?? [] ).filter( ( { value } ) => typeof value === 'string' );
	const { field, direction } = view.sort ?? {};
	const isUsual = field === defaultOrder() && direction === 'desc';
	return {
		search: view.search || undefined,
		...Object.fromEntries( filters.map( ( { field: name, value } ) => [ name, value ] ) ),
		...( ! isUsual && { orderby: field, order: direction } ),
	};
}

export const toPrefs = ( view: View, before: Prefs ): Prefs => ( {
	fields: view.fields ?? before.fields,
	perPage: view.perPage ?? before.perPage,
	density: view.type === 'table' ? ( view.layout?.density ?? before.density ) : before.density,
} );

export const isFiltered = ( query: CustomerQuery ) =>
	Boolean( query.search ) || FILTERS.some( ( field ) => query[ field ] !== undefined );
