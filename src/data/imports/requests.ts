import * as z from 'zod/mini';
import { hash, said, slug } from '../common';
import { ticketStatus } from '../tickets/values';
import { dateOrder, delimiter, encoding, field, minutesUnit, shape } from './fields';

/** More than this is a database, not a list of tickets. */
export const MOST_BYTES = 52_428_800;

export const importCreate = z.strictObject( {
	name: said( 190 ),
	size: z.int().check( z.minimum( 1 ), z.maximum( MOST_BYTES ) ),
} );

/** Base64, so that no firewall takes customers' words for an attack. */
export const importChunk = z.strictObject( {
	sha256: hash,
	data: z.string().check( z.minLength( 1 ), z.maxLength( 1_400_000 ) ),
} );

const column = z.int().check( z.minimum( 0 ), z.maximum( 999 ) );

export const importOptions = z.strictObject( {
	encoding,
	delimiter,
	shape,
	source: slug,
	columns: z
		.array( z.strictObject( { field, column } ) )
		.check( z.minLength( 1 ), z.maxLength( 19 ) ),
	date_order: z.nullable( dateOrder ),
	time_zone: said( 64 ),
	minutes_unit: minutesUnit,
	statuses: z
		.array( z.strictObject( { value: said( 190 ), status: ticketStatus } ) )
		.check( z.maxLength( 100 ) ),
} );

export const importStep = z.strictObject( { step: z.enum( [ 'check', 'import' ] ) } );

export type ImportOptions = z.infer< typeof importOptions >;
export type ImportStep = z.infer< typeof importStep >[ 'step' ];
