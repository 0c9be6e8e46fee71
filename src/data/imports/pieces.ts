import { sha256 } from './sha256';

/** Letters for bytes; a piece at a time, since a browser takes only so many arguments. */
function base64( bytes: Uint8Array ): string {
	let text = '';
	for ( let at = 0; at < bytes.length; at += 8192 ) {
		text += String.fromCharCode( ...bytes.subarray( at, at + 8192 ) );
	}
	return window.btoa( text );
}

/** Older than `Blob.arrayBuffer`, and everywhere. */
const read = ( blob: Blob ): Promise< Uint8Array > =>
	new Promise( ( done, fail ) => {
		const reader = new FileReader();
		reader.onload = () =>
			reader.result instanceof ArrayBuffer
				? done( new Uint8Array( reader.result ) )
				: fail( reader.error );
		reader.onerror = () => fail( reader.error );
		reader.readAsArrayBuffer( blob );
	} );

/** One part of a file as it is sent. */
export async function piece( file: Blob, number: number, size: number ) {
	const bytes = await read( file.slice( number * size, ( number + 1 ) * size ) );
	return { sha256: sha256( bytes ), data: base64( bytes ) };
}
