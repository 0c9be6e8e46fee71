import { addQueryArgs } from '@wordpress/url';
import type { StoreId } from '../common';
import type { Stage } from '../cases/schema';
import type { Level, Pattern, Tier } from './schema';

export const ROOT = '/amicable/v1/customers';

export const ORDER_BY = [
	'name',
	'paid_base',
	'gross_base',
	'value',
	'support_cost',
	'margin',
	'ratio',
	'tickets',
	'tickets_peak_14d',
	'minutes',
	'last_order_at',
	'last_ticket_at',
] as const;

export type OrderBy = ( typeof ORDER_BY )[ number ];

export type CustomerQuery = {
	search?: string | undefined;
	orderby: OrderBy;
	order: 'asc' | 'desc';
	flag?: Pattern | undefined;
	level?: Level | undefined;
	tier?: Tier | undefined;
	stage?: Stage | undefined;
	store?: StoreId | undefined;
	/** Either of them. */
	page?: number | undefined;
	cursor?: string | undefined;
	per_page: number;
};

export const pathOf = ( query: CustomerQuery ) => addQueryArgs( ROOT, query );
