/** What belongs to the plugin as it is installed: one list for the release and the demo. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { zip } from './zip-file.mjs';

const SHIPPED = [
	'plugin.php',
	'uninstall.php',
	'readme.txt',
	'LICENSE',
	'includes',
	'build',
	'languages',
];

/** Language packs are read in their compiled form. */
const LEFT_OUT = /(^|\/)\.|\.map$|\.(po|pot)$|\.md$|^includes\/Language\/packs\/\w+\.json$/;

function* walk( path ) {
	if ( statSync( join( root, path ) ).isFile() ) {
		yield path;
		return;
	}
	for ( const name of readdirSync( join( root, path ) ).sort() ) {
		yield* walk( `${ path }/${ name }` );
	}
}

/** Paths from the project's root, sorted, allow-listed. */
export const shippedFiles = () =>
	SHIPPED.filter( ( path ) => existsSync( join( root, path ) ) )
		.flatMap( ( path ) => [ ...walk( path ) ] )
		.filter( ( path ) => ! LEFT_OUT.test( path ) );

/** The archive that WordPress installs; answers how many files are in it and how many bytes it has. */
export function packPlugin( file ) {
	const files = shippedFiles().map( ( path ) => ( {
		name: `amicable/${ path }`,
		path: inRoot( path ),
	} ) );
	return { files: files.length, bytes: zip( file, files ) };
}
