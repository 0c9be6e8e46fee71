/** Reads and writes zip archives with what Node brings: stored and deflated files, no encryption. */

import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
// 1980-01-01, the first day a zip knows: archives of the same files are the same bytes.
const DAY = 0x21;

function endOf( bytes ) {
	for ( let at = bytes.length - 22; at >= 0; at-- ) {
		if ( bytes.readUInt32LE( at ) === END ) {
			return { count: bytes.readUInt16LE( at + 10 ), first: bytes.readUInt32LE( at + 16 ) };
		}
	}
	throw new Error( 'This is not a zip archive.' );
}

function entryAt( bytes, at ) {
	if ( bytes.readUInt32LE( at ) !== ENTRY ) {
		throw new Error( 'The zip archive is damaged.' );
	}
	const [ name, extra, comment ] = [ 28, 30, 32 ].map( ( field ) =>
		bytes.readUInt16LE( at + field )
	);
	return {
		name: bytes.toString( 'utf8', at + 46, at + 46 + name ),
		method: bytes.readUInt16LE( at + 10 ),
		size: bytes.readUInt32LE( at + 20 ),
		local: bytes.readUInt32LE( at + 42 ),
		next: at + 46 + name + extra + comment,
	};
}

function contentOf( bytes, { local, method, size } ) {
	const start = local + 30 + bytes.readUInt16LE( local + 26 ) + bytes.readUInt16LE( local + 28 );
	const packed = bytes.subarray( start, start + size );
	return method === 0 ? packed : inflateRawSync( packed );
}

/** Unpacks into a folder; a name that would leave the folder is refused. */
export function unzip( file, into ) {
	const bytes = readFileSync( file );
	const { count, first } = endOf( bytes );
	for ( let at = first, seen = 0; seen < count; seen++ ) {
		const entry = entryAt( bytes, at );
		at = entry.next;
		const name = normalize( entry.name );
		if ( name.startsWith( '..' ) || name.startsWith( '/' ) ) {
			throw new Error( `The zip archive holds an unsafe name: ${ entry.name }` );
		}
		const target = join( into, name );
		mkdirSync( entry.name.endsWith( '/' ) ? target : dirname( target ), { recursive: true } );
		if ( ! entry.name.endsWith( '/' ) ) {
			writeFileSync( target, contentOf( bytes, entry ) );
		}
	}
}

function header( signature, fields ) {
	const bytes = Buffer.alloc( 4 + fields.reduce( ( sum, [ size ] ) => sum + size, 0 ) );
	bytes.writeUInt32LE( signature, 0 );
	let at = 4;
	for ( const [ size, value ] of fields ) {
		bytes.writeUIntLE( value, at, size );
		at += size;
	}
	return bytes;
}

/** @param {{name: string, path: string}[]} files Written in the given order. */
export function zip( file, files ) {
	const parts = [];
	const directory = [];
	let offset = 0;
	for ( const { name, path } of files ) {
		const content = readFileSync( path );
		const packed = deflateRawSync( content, { level: 9 } );
		const label = Buffer.from( name );
		const shared = [
			[ 2, 20 ],
			[ 2, 0x0800 ],
			[ 2, 8 ],
			[ 2, 0 ],
			[ 2, DAY ],
			[ 4, crc32( content ) ],
			[ 4, packed.length ],
			[ 4, content.length ],
			[ 2, label.length ],
			[ 2, 0 ],
		];
		const local = header( LOCAL, shared );
		directory.push(
			header( ENTRY, [
				[ 2, 0x0314 ],
				...shared,
				[ 2, 0 ],
				[ 2, 0 ],
				[ 2, 0 ],
				[ 4, 0o100644 * 0x10000 ],
				[ 4, offset ],
			] ),
			label
		);
		parts.push( local, label, packed );
		offset += local.length + label.length + packed.length;
	}
	const listing = Buffer.concat( directory );
	const end = header( END, [
		[ 2, 0 ],
		[ 2, 0 ],
		[ 2, files.length ],
		[ 2, files.length ],
		[ 4, listing.length ],
		[ 4, offset ],
		[ 2, 0 ],
	] );
	mkdirSync( dirname( file ), { recursive: true } );
	writeFileSync( file, Buffer.concat( [ ...parts, listing, end ] ) );
	chmodSync( file, 0o644 );
	return statSync( file ).size;
}
