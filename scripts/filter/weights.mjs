/** The file that includes/Language/LinearModel.php reads: a line of JSON, then the weights of each label, a byte each, 128 for nought. */

import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

export const FORMAT = 1;
export const BUCKETS = 16384;

export const path = ( lang ) => inRoot( `includes/Language/packs/${ lang }.weights` );

/** @param {Record<string, { weights: Int8Array, bias: number, scale: number, threshold: number }>} models By label. */
export function fileOf( lang, texts, models ) {
	const labels = Object.fromEntries(
		Object.entries( models ).map( ( [ label, { bias, scale, threshold } ] ) => [
			label,
			{ bias, scale, threshold },
		] )
	);
	return Buffer.concat( [
		Buffer.from(
			`${ JSON.stringify( { format: FORMAT, lang, buckets: BUCKETS, labels, texts } ) }\n`
		),
		...Object.values( models ).map( ( { weights } ) =>
			Buffer.from( Uint8Array.from( weights, ( weight ) => weight + 128 ) )
		),
	] );
}

/** What a file says of itself. */
export function head( lang ) {
	const bytes = readFileSync( path( lang ) );
	return JSON.parse( bytes.subarray( 0, bytes.indexOf( '\n' ) ).toString() );
}
