/** `npm run zip`: the plugin as it is installed, from the allow-list, the same bytes for the same files. */

import { readFileSync } from 'node:fs';
import { needBuild } from './lib/build.mjs';
import { inRoot } from './lib/paths.mjs';
import { fail, Refusal } from './lib/say.mjs';
import { packPlugin } from './lib/shipped.mjs';

async function main() {
	if ( ! ( await needBuild() ) ) {
		throw new Refusal( 'There is nothing to build, so there is nothing to ship.' );
	}
	const version = readFileSync( inRoot( 'plugin.php' ), 'utf8' ).match(
		/^ \* Version:\s+(\S+)/m
	)?.[ 1 ];
	if ( ! version ) {
		throw new Refusal( 'plugin.php names no version.' );
	}
	const target = `dist/amicable-${ version }.zip`;
	const { files, bytes } = packPlugin( inRoot( target ) );
	console.log( `${ target }: ${ files } files, ${ ( bytes / 1000 ).toFixed( 0 ) } kB` );
}

main().catch( fail );
