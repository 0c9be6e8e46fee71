/* eslint-disable no-bitwise -- a hash is nothing but bits. */

const START = [
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

const primes = [ ...Array( 312 ).keys() ].filter(
	( n ) => n > 1 && ! [ ...Array( n ).keys() ].some( ( d ) => d > 1 && n % d === 0 )
);

/** The first bits of the cube roots of the first 64 primes. */
const ROUNDS = primes
	.slice( 0, 64 )
	.map( ( prime ) => Math.floor( ( Math.cbrt( prime ) % 1 ) * 2 ** 32 ) | 0 );

const turn = ( word: number, by: number ) => ( word >>> by ) | ( word << ( 32 - by ) );

/** The bytes, a one, zeros, and how many bits there were. */
function padded( bytes: Uint8Array ): DataView {
	const view = new DataView( new ArrayBuffer( ( ( bytes.length + 8 ) >> 6 ) * 64 + 64 ) );
	new Uint8Array( view.buffer ).set( bytes );
	view.setUint8( bytes.length, 0x80 );
	view.setUint32( view.byteLength - 8, Math.floor( bytes.length / 2 ** 29 ) );
	view.setUint32( view.byteLength - 4, bytes.length * 8 );
	return view;
}

function schedule( view: DataView, at: number, words: Int32Array ) {
	for ( let i = 0; i < 16; i++ ) {
		words[ i ] = view.getInt32( at + i * 4 );
	}
	for ( let i = 16; i < 64; i++ ) {
		const a = words[ i - 15 ] ?? 0;
		const b = words[ i - 2 ] ?? 0;
		const s0 = turn( a, 7 ) ^ turn( a, 18 ) ^ ( a >>> 3 );
		const s1 = turn( b, 17 ) ^ turn( b, 19 ) ^ ( b >>> 10 );
		words[ i ] = ( words[ i - 16 ] ?? 0 ) + s0 + ( words[ i - 7 ] ?? 0 ) + s1;
	}
}

function compress( state: Int32Array, words: Int32Array ) {
	let [ a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0 ] = state;
	for ( let i = 0; i < 64; i++ ) {
		const s1 = turn( e, 6 ) ^ turn( e, 11 ) ^ turn( e, 25 );
		const one =
			h + s1 + ( ( e & f ) ^ ( ~e & g ) ) + ( ROUNDS[ i ] ?? 0 ) + ( words[ i ] ?? 0 );
		const s0 = turn( a, 2 ) ^ turn( a, 13 ) ^ turn( a, 22 );
		const two = s0 + ( ( a & b ) ^ ( a & c ) ^ ( b & c ) );
		[ h, g, f, e, d, c, b, a ] = [ g, f, e, ( d + one ) | 0, c, b, a, ( one + two ) | 0 ];
	}
	[ a, b, c, d, e, f, g, h ].forEach( ( word, i ) => {
		state[ i ] = ( state[ i ] ?? 0 ) + word;
	} );
}

/** SHA-256 in hex. Browsers have one of their own only where a site speaks https. */
export function sha256( bytes: Uint8Array ): string {
	const view = padded( bytes );
	const state = new Int32Array( START );
	const words = new Int32Array( 64 );
	for ( let at = 0; at < view.byteLength; at += 64 ) {
		schedule( view, at, words );
		compress( state, words );
	}
	return Array.from( state, ( word ) => ( word >>> 0 ).toString( 16 ).padStart( 8, '0' ) ).join(
		''
	);
}
