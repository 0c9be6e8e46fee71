/**
 * The file that includes/Language/LinearModel.php reads: a line of JSON, then the weights of each feature for every label in turn, a byte each, 128 for nought.
 */

import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

export const FORMAT = 2;
export const BUCKETS = 32768;

export const path = ( lang ) => inRoot( `includes/Language/packs/${ lang }.weights` );

/** @param {Record<string, { weights: Int8Array, bias: number, scale: number, spared: number|null, found: number }>} models By label. */
export function fileOf( lang, texts, models ) {
	const all = Object.values( models );
	const labels = Object.fromEntries(
		Object.entries( models ).map( ( [ label, { bias, scale, spared, found } ] ) => [
			label,
			{ bias, scale, spared, found },
		] )
	);
	const bytes = Buffer.alloc( BUCKETS * all.length );
	all.forEach( ( { weights }, column ) =>
		weights.forEach( ( weight, feature ) => {
			bytes[ feature * all.length + column ] = weight + 128;
		} )
	);
	const line = JSON.stringify( { format: FORMAT, lang, buckets: BUCKETS, labels, texts } );
	return Buffer.concat( [ Buffer.from( `${ line }\n` ), bytes ] );
}

/** What a file says of itself. */
export function head( lang ) {
	const bytes = readFileSync( path( lang ) );
	return JSON.parse( bytes.subarray( 0, bytes.indexOf( '\n' ) ).toString() );
}
