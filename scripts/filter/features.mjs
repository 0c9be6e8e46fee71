/* eslint-disable no-bitwise -- a checksum is made of bits */
/**
 * What is counted in a text, sentence by sentence: each word, its runs of three to five letters (Korean: two to four), and runs of two and three words, each as a number.
 *
 * includes/Language/Features.php does the same to the byte. Both go by tables of their own and by no
 * library's idea of a letter, so that every host and every version reads alike.
 */

import { sentences } from './windows.mjs';

/** Many type Turkish without its accents: with and without must weigh the same. */
const TURKISH = Object.fromEntries(
	[ ...'çğıöşüâîûÇĞİÖŞÜÂÎÛ' ].map( ( letter, at ) => [ letter, 'cgiosuaiucgiosuaiu'[ at ] ] )
);
const OTHERS = /[^0-9a-z\u3131-\u318e\uac00-\ud7a3]+/g;

const TABLE = Uint32Array.from( { length: 256 }, ( _, byte ) => {
	let rest = byte;
	for ( let bit = 0; bit < 8; bit++ ) {
		rest = rest & 1 ? ( rest >>> 1 ) ^ 0xedb88320 : rest >>> 1;
	}
	return rest;
} );

/** As PHP's crc32(); Node has one of its own only since 20.15. */
export function crc32( text ) {
	let sum = 0xffffffff;
	for ( const byte of Buffer.from( text ) ) {
		sum = TABLE[ ( sum ^ byte ) & 255 ] ^ ( sum >>> 8 );
	}
	return ( sum ^ 0xffffffff ) >>> 0;
}

/** Small plain letters, a nought for every number, a space for everything else. */
export const plain = ( text ) =>
	text
		.replace( /[A-Z]/g, ( letter ) => letter.toLowerCase() )
		.replace( /[çğıöşüâîûÇĞİÖŞÜÂÎÛ]/g, ( letter ) => TURKISH[ letter ] )
		.replace( /[0-9]+/g, '0' )
		.replace( OTHERS, ' ' )
		.trim();

/** Of a longer word its beginning is enough. In letters. */
const LONGEST = 40;

function ofWord( word, lang ) {
	const letters = [ ...` ${ word } ` ].slice( 0, LONGEST );
	const least = lang === 'ko' ? 2 : 3;
	const all = [ `1 ${ word }` ];
	for ( let length = least; length <= least + 2; length++ ) {
		for ( let from = 0; from <= Math.max( 0, letters.length - length ); from++ ) {
			all.push( length + letters.slice( from, from + length ).join( '' ) );
		}
		if ( length >= letters.length ) {
			break;
		}
	}
	return all;
}

const ofNeighbors = ( words ) =>
	[ 2 ].flatMap( ( length ) =>
		words
			.slice( length - 1 )
			.map( ( _, at ) => `${ length } ${ words.slice( at, at + length ).join( ' ' ) }` )
	);

/** Numbers below `buckets`, one for each thing that is counted, as often as it stands there. */
export function features( text, lang, buckets ) {
	const all = sentences( text ).flatMap( ( sentence ) => {
		const words = plain( sentence ).split( ' ' ).filter( Boolean );
		return [ ...words.flatMap( ( word ) => ofWord( word, lang ) ), ...ofNeighbors( words ) ];
	} );
	return Uint32Array.from( all, ( run ) => crc32( run ) & ( buckets - 1 ) );
}
