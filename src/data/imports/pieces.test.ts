import { createHash } from 'crypto';
import { piece } from './pieces';
import { sha256 } from './sha256';

const hexOf = ( all: Uint8Array ) =>
	createHash( 'sha256' )
		.update( Buffer.from( all ).toString( 'latin1' ), 'latin1' )
		.digest( 'hex' );

const bytes = ( length: number ) =>
	Uint8Array.from( { length }, ( _, at ) => ( at * 31 + Math.floor( at / 256 ) ) % 256 );

it.each( [ 0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 262_144 ] )(
	'hashes %i bytes as everybody does',
	( length ) => {
		expect( sha256( bytes( length ) ) ).toBe( hexOf( bytes( length ) ) );
	}
);

it( 'cuts a file into parts that make it whole again', async () => {
	const all = bytes( 25_000 );
	const file = new Blob( [ all ] );
	const parts = await Promise.all(
		[ 0, 1, 2 ].map( ( number ) => piece( file, number, 10_000 ) )
	);
	const back = parts.map( ( part ) => Uint8Array.from( Buffer.from( part.data, 'base64' ) ) );
	expect( back.flatMap( ( part ) => [ ...part ] ) ).toEqual( [ ...all ] );
	expect( parts.map( ( part ) => part.sha256 ) ).toEqual( back.map( hexOf ) );
} );
