import * as z from 'zod/mini';
import { count, id } from '../common';

/** What somebody said of themselves that led to them. */
export const foundBy = z.enum( [ 'email', 'order', 'ticket', 'site', 'license', 'name' ] );

const hit = z.object( {
	id,
	name: z.string(),
	email: z.string(),
	orders: count,
	tickets: count,
	/** Whole things first: an order's number says more than the beginning of a name. */
	by: z.array( foundBy ),
} );

export const foundSchema = z.object( {
	found: z.array( hit ),
	/** Translated: which systems could not be searched. */
	not_read: z.array( z.string() ),
} );

export type Hit = z.infer< typeof hit >;
export type Found = z.infer< typeof foundSchema >;
