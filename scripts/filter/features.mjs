/* eslint-disable no-bitwise -- a checksum is made of bits */
/**
 * What the second look counts in a text: runs of one to three words and of three to five letters (Korean: two to four), each as a number.
 *
 * includes/Language/Features.php does the same to the byte. Both go by tables of their own and by no
 * library's idea of a letter, so that every host and every version reads alike.
 */

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

function runs( parts, least, most, glue ) {
	const all = [];
	for ( let length = least; length <= most; length++ ) {
		for ( let from = 0; from + length <= parts.length; from++ ) {
			all.push( `${ length }${ glue }${ parts.slice( from, from + length ).join( glue ) }` );
		}
	}
	return all;
}

/** Numbers below `buckets`, each once. */
export function features( text, lang, buckets ) {
	const words = plain( text );
	const least = lang === 'ko' ? 2 : 3;
	const all = [
		...runs( words.split( ' ' ), 1, 3, ' ' ),
		...runs( [ ...` ${ words } ` ], least, least + 2, '' ),
	];
	return Uint32Array.from( new Set( all.map( ( run ) => crc32( run ) & ( buckets - 1 ) ) ) );
}
